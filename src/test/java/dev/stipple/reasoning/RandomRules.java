package dev.stipple.reasoning;

import dev.stipple.Spoken;
import dev.stipple.questionnaire.Change;
import dev.stipple.questionnaire.Grading;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Requirement;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.rule.Claims;
import dev.stipple.rule.Condition;
import dev.stipple.rule.Constraint;
import dev.stipple.rule.Constraint.Comparison;
import dev.stipple.rule.Dissent;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Operator;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Source;
import dev.stipple.rule.Span;
import dev.stipple.text.Place;
import dev.stipple.wording.Wording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Small random rulebooks with everything that the dialect has, few enough answers to try them all. */
public final class RandomRules {
    private static final List<String> TYPES =
            List.of(Question.Number.TYPE, Question.YesNo.TYPE, Question.Choice.TYPE, Question.Choices.TYPE);
    private static final Wording TEXT = Spoken.wording("text", "texte");
    private static final Span SPAN = new Span(Place.startOf("random.drl"), 0, 0);
    private static final Source SOURCE = new Source("SRC", "title", "publisher", null, "paper", null, "low", null);
    private static final List<String> FACTORS = List.of("alpha", "beta", "gamma");

    private final Random random;
    // A generator of its own, so that known seeds keep the rulebooks that they are known for.
    private final Random changes;
    private final Random grades;
    private final List<Question.Closed> known = new ArrayList<>();

    public RandomRules(long seed) {
        this.random = new Random(seed);
        this.changes = new Random(~seed);
        this.grades = new Random(seed ^ 0x5DEECE66DL);
    }

    /** A questionnaire of up to six questions and up to nine rules on it. */
    public Rules rules() {
        return rules(questionnaire());
    }

    /** Random rules on a given questionnaire. */
    public Rules rules(Questionnaire questionnaire) {
        int factors = 1 + random.nextInt(FACTORS.size());
        var rules = new ArrayList<Rule>();
        for (int i = 0; i < 2 + random.nextInt(6); i++) {
            rules.add(rule(questionnaire, i, FACTORS.get(i % factors), one(Effect.values())));
        }
        for (int i = 0; i < random.nextInt(3); i++) {
            rules.add(rule(questionnaire, 50 + i, "plan", null));
        }
        Set<String> spoken = rules.stream()
                .filter(rule -> rule.effect() != null)
                .map(Rule::factor)
                .collect(Collectors.toCollection(TreeSet::new));
        return new Rules(questionnaire, List.copyOf(rules), spoken);
    }

    public Questionnaire questionnaire() {
        var groups = new ArrayList<Group>();
        int repeating = random.nextInt(3) == 0 ? 0 : 1;
        for (int i = 0; i < 2; i++) {
            groups.add(group("single" + i, false, 1 + random.nextInt(2)));
        }
        for (int i = 0; i < repeating; i++) {
            groups.add(group("many" + i, true, 1 + random.nextInt(2)));
        }
        return questionnaire(groups);
    }

    public static Questionnaire questionnaire(List<Group> groups) {
        return new Questionnaire(
                TEXT, TEXT, TEXT, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), List.copyOf(groups));
    }

    private Group group(String id, boolean repeats, int questions) {
        var all = new ArrayList<Question>();
        for (int i = 0; i < questions; i++) {
            Question.Closed question = question(id, "q" + i, repeats);
            all.add(question);
            known.add(question);
        }
        return new Group(
                id,
                id.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + id.substring(1),
                repeats,
                TEXT,
                repeats ? TEXT : null,
                repeats ? TEXT : null,
                all);
    }

    private Question.Closed question(String group, String id, boolean small) {
        String type = one(TYPES);
        int max = random.nextInt(small ? 2 : 4);
        if (small && type.equals(Question.Choices.TYPE)) {
            type = Question.YesNo.TYPE;
        }
        List<Option> options = switch (type) {
            case Question.Choice.TYPE -> options(2 + random.nextInt(small ? 1 : 3), false);
            case Question.Choices.TYPE -> options(1 + random.nextInt(2), random.nextBoolean());
            default -> List.of();
        };
        var head = new Question.Head(
                group,
                id,
                random.nextBoolean(),
                random.nextBoolean()
                        ? new Change(
                                "WAIT", startsFrom(type, options), reachable(type, options), random.nextInt(3) == 0)
                        : null,
                grading(type, options),
                askedWhen(group),
                null,
                TEXT,
                null);
        return switch (type) {
            case Question.Number.TYPE -> new Question.Number(head, 0, max, "months", false);
            case Question.YesNo.TYPE -> new Question.YesNo(head);
            case Question.Choice.TYPE -> new Question.Choice(head, options);
            default -> new Question.Choices(head, options);
        };
    }

    private Grading grading(String type, List<Option> options) {
        List<String> codes = type.equals(Question.YesNo.TYPE)
                ? List.of("false", "true")
                : options.stream()
                        .map(Option::code)
                        .filter(code -> type.equals(Question.Choice.TYPE) || !code.equals(Option.NONE))
                        .toList();
        boolean held = type.equals(Question.YesNo.TYPE) || type.equals(Question.Choice.TYPE);
        return new Grading(
                held && grades.nextBoolean()
                        ? shuffled(codes).subList(0, 1 + grades.nextInt(codes.size() - 1))
                        : List.of(),
                grades.nextBoolean()
                        ? new Grading.Worse(!type.equals(Question.Number.TYPE) || grades.nextBoolean(), shuffled(codes))
                        : null,
                type.equals(Question.Choice.TYPE) ? grades.nextInt(codes.size()) : 0);
    }

    private <T> List<T> shuffled(List<T> all) {
        var shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, grades);
        return List.copyOf(shuffled);
    }

    private Claims claims(Questionnaire questionnaire, Condition condition) {
        Set<String> held = paths(questionnaire.questions().stream()
                .filter(question -> !question.grading().held().isEmpty()));
        Set<String> worse = paths(questionnaire.questions().stream()
                .filter(question -> question.grading().worse() != null));
        Set<String> tested = paths(condition
                .patterns()
                .flatMap(pattern -> pattern.constraint().comparisons())
                .map(Comparison::question));
        return new Claims(
                one(held, 2),
                one(worse, 6).stream().collect(Collectors.toMap(path -> path, path -> "why")),
                Stream.of(one(tested, 4), one(Set.of("GOOD", "BEST"), 3))
                        .flatMap(Set::stream)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Set<String> paths(Stream<Question> questions) {
        return questions.map(Question::path).collect(Collectors.toCollection(TreeSet::new));
    }

    /** One of these, now and then; otherwise none. */
    private Set<String> one(Set<String> all, int seldom) {
        return all.isEmpty() || grades.nextInt(seldom) > 0
                ? Set.of()
                : Set.of(all.stream().sorted().toList().get(grades.nextInt(all.size())));
    }

    private List<String> startsFrom(String type, List<Option> options) {
        return switch (type) {
            case Question.Number.TYPE -> List.of();
            case Question.YesNo.TYPE ->
                changes.nextBoolean() ? List.of() : List.of(Boolean.toString(changes.nextBoolean()));
            default -> changes.nextBoolean() ? List.of() : some(options);
        };
    }

    private List<String> some(List<Option> options) {
        int first = changes.nextInt(options.size());
        return options.subList(first, options.size()).stream().map(Option::code).toList();
    }

    private List<String> reachable(String type, List<Option> options) {
        if (type.equals(Question.Choices.TYPE)) {
            return changes.nextBoolean() ? List.of() : some(options);
        }
        if (type.equals(Question.Number.TYPE) || random.nextBoolean()) {
            return List.of();
        }
        return type.equals(Question.YesNo.TYPE)
                ? List.of("true")
                : List.of(options.get(random.nextInt(options.size())).code());
    }

    private static List<Option> options(int count, boolean none) {
        var options = IntStream.range(0, count)
                .mapToObj(i -> new Option("ABCDE".substring(i, i + 1), i, TEXT))
                .collect(Collectors.toCollection(ArrayList::new));
        if (none) {
            options.add(new Option(Option.NONE, count, TEXT));
        }
        return List.copyOf(options);
    }

    private List<Requirement> askedWhen(String group) {
        var parents = known.stream()
                .filter(question -> question.group().startsWith("single")
                        || question.group().equals(group))
                .toList();
        if (parents.isEmpty() || random.nextInt(3) > 0) {
            return List.of();
        }
        Question.Closed parent = parents.get(random.nextInt(parents.size()));
        if (parent instanceof Question.Number) {
            int min = random.nextInt(2);
            return List.of(new Requirement(
                    parent.path(), Set.of(), false, min, random.nextBoolean() ? Integer.MAX_VALUE : min + 1));
        }
        var codes = parent instanceof Question.YesNo ? List.of("true", "false") : parent.codes();
        return List.of(new Requirement(
                parent.path(), Set.of(codes.get(random.nextInt(codes.size()))), random.nextInt(3) == 0, 0, 0));
    }

    public Rule rule(Questionnaire questionnaire, int number, String factor, @Nullable Effect effect) {
        var parts = new ArrayList<Condition>();
        if (effect == null) {
            parts.add(new Condition.Decided(Set.of(one(Effect.values()).verdict()), SPAN));
        }
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            parts.add(condition(questionnaire));
        }
        var condition = new Condition.All(List.copyOf(parts));
        return rule("RUL-" + (10 + number), factor, effect, condition, claims(questionnaire, condition));
    }

    public static Rule rule(String id, String factor, @Nullable Effect effect, Condition condition) {
        return rule(id, factor, effect, condition, Claims.NONE);
    }

    private static Rule rule(String id, String factor, @Nullable Effect effect, Condition condition, Claims claims) {
        return new Rule(
                id,
                factor + ": " + id,
                factor,
                TEXT,
                effect,
                effect == null ? "TOPIC" : null,
                TEXT,
                List.of(),
                dissents(Integer.parseInt(id.substring(4)), effect),
                List.of(),
                claims,
                condition,
                null,
                SPAN,
                Map.of());
    }

    /** Two of three rules are contradicted: by one source, or by two, in one direction or in both. */
    private static List<Dissent> dissents(int number, @Nullable Effect own) {
        if (own == null || number % 3 == 0) {
            return List.of();
        }
        return Stream.of(Effect.values())
                .filter(effect -> (number + List.of(Effect.values()).indexOf(effect)) % 3 == 0 && effect != own)
                .map(effect -> new Dissent(SOURCE, effect == Effect.SUPPORTS ? null : effect, TEXT))
                .toList();
    }

    private Condition condition(Questionnaire questionnaire) {
        Group group =
                questionnaire.groups().get(random.nextInt(questionnaire.groups().size()));
        var pattern = new Condition.Pattern(group, constraint(group), null, SPAN);
        return switch (random.nextInt(6)) {
            case 0 ->
                group.repeats()
                        ? new Condition.All(
                                List.of(new Condition.Answered(group, SPAN), new Condition.NotAny(pattern, SPAN)))
                        : new Condition.NotAny(pattern, SPAN);
            case 1 -> new Condition.Exists(pattern, SPAN);
            case 2 -> new Condition.Any(List.of(new Condition.Matches(pattern), condition(questionnaire)));
            default -> new Condition.Matches(pattern);
        };
    }

    private Constraint constraint(Group group) {
        return switch (random.nextInt(6)) {
            case 0 -> new Constraint.AllOf(List.of());
            case 1 -> new Constraint.AllOf(List.of(comparison(group), comparison(group)));
            case 2 -> new Constraint.AnyOf(List.of(comparison(group), comparison(group)));
            default -> comparison(group);
        };
    }

    private Comparison comparison(Group group) {
        Question.Closed question =
                group.closed().get(random.nextInt(group.closed().size()));
        Operator operator = operator(question);
        var literals = switch (operator) {
            case UNKNOWN, KNOWN -> List.<String>of();
            case IN, NOT_IN -> Stream.of(literal(question), literal(question)).toList();
            default -> List.of(literal(question));
        };
        return new Comparison(question, operator, literals, SPAN, SPAN, List.of());
    }

    private Operator operator(Question.Closed question) {
        if (random.nextInt(8) == 0) {
            return random.nextBoolean() ? Operator.KNOWN : Operator.UNKNOWN;
        }
        var ordered = List.of(
                Operator.EQUAL,
                Operator.NOT_EQUAL,
                Operator.LESS,
                Operator.AT_MOST,
                Operator.GREATER,
                Operator.AT_LEAST,
                Operator.IN,
                Operator.NOT_IN);
        var fitting = question.match(
                number -> ordered,
                yesNo -> List.of(Operator.EQUAL, Operator.NOT_EQUAL),
                choice -> ordered,
                choices -> List.of(Operator.CONTAINS, Operator.NOT_CONTAINS));
        return fitting.get(random.nextInt(fitting.size()));
    }

    private String literal(Question.Closed question) {
        return question.match(
                number -> Integer.toString(random.nextInt(4)),
                yesNo -> Boolean.toString(random.nextBoolean()),
                choice -> one(choice.codes()),
                choices -> one(choices.codes()));
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> T one(T[] all) {
        return List.of(all).get(random.nextInt(all.length));
    }
}
