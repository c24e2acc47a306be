package dev.stipple.studio;

import dev.stipple.authoring.scenario.FiringScenarios;
import dev.stipple.explain.RuleCard;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.rule.Source;
import dev.stipple.rulebook.Contents;
import dev.stipple.wording.Language;
import dev.stipple.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an editor shows of a thing that is pointed at, as Markdown: as people read it first, then what authors need. */
public final class Notes {
    private static final int MOST_OPTIONS = 20;

    private final Contents contents;
    private final Questionnaire questionnaire;

    public Notes(Contents contents) {
        this.contents = contents;
        this.questionnaire = contents.questionnaire();
    }

    /** The note on a thing; empty where nothing of this name is known. */
    public Optional<String> on(Symbol symbol) {
        String name = symbol.name();
        return switch (symbol.kind()) {
            case GROUP -> questionnaire.group(name).map(this::group);
            case QUESTION -> questionnaire.question(name).map(this::question);
            case OPTION ->
                questionnaire
                        .question(symbol.ofQuestion())
                        .flatMap(question -> question.option(symbol.word()).map(option -> option(question, option)));
            case RULE -> contents.rule(name).map(rule -> rule(rule.id()));
            case TITLE ->
                contents.rules().stream()
                        .filter(rule -> rule.name().equals(name))
                        .findFirst()
                        .map(rule -> rule(rule.id()));
            case SOURCE -> Optional.ofNullable(contents.sources().get(name)).map(this::source);
            case PERSON -> Optional.of("A complete person of `people.yaml`, whom scenarios start from.");
            case TOPIC -> Optional.ofNullable(questionnaire.topics().get(name)).map(Notes::said);
            case EFFECT ->
                Optional.ofNullable(questionnaire.effects().get(name)).map(Notes::said);
            case VERDICT ->
                Optional.ofNullable(questionnaire.verdicts().get(name))
                        .map(verdict -> said(verdict.name()) + "\n\n"
                                + verdict.meaning().original());
        };
    }

    /** A text as it is first written, and in the other languages below. */
    private static String said(Wording wording) {
        return wording.texts().entrySet().stream()
                .map(each -> each.getValue().equals(wording.original())
                        ? "**" + each.getValue() + "**"
                        : each.getKey() + ": " + each.getValue())
                .collect(Collectors.joining("  \n"));
    }

    private String group(Group group) {
        return said(group.title()) + "\n\n`" + group.fact() + "`"
                + (group.repeats() ? ", one for each entry" : "") + ": "
                + group.questions().stream()
                        .map(question -> "`" + question.id() + "`")
                        .collect(Collectors.joining(", "));
    }

    private String question(Question question) {
        var lines = new ArrayList<String>();
        lines.add(said(question.text()));
        lines.add("");
        lines.add("`" + question.path() + "`, " + kind(question)
                + (question.safetyCritical() ? ", safety-critical" : "") + asked(question));
        question.options().stream()
                .limit(MOST_OPTIONS)
                .forEach(option ->
                        lines.add("* `" + option.code() + "` " + option.text().original()));
        if (question.options().size() > MOST_OPTIONS) {
            lines.add("* and " + (question.options().size() - MOST_OPTIONS) + " more");
        }
        return String.join("\n", lines);
    }

    static String kind(Question question) {
        return question.match(
                number -> "a number of " + number.unit() + " from " + number.min() + " to " + number.max(),
                yesNo -> "yes or no",
                choice -> "one option",
                choices -> "one option or more",
                text -> "free words, which no rule may ask for");
    }

    private static String asked(Question question) {
        return question.askedWhen().isEmpty()
                ? ""
                : ", asked on "
                        + question.askedWhen().stream()
                                .map(each -> "`" + each.question() + "`")
                                .collect(Collectors.joining(" and "));
    }

    private static String option(Question question, Option option) {
        return said(option.text()) + "\n\nto: " + question.text().original();
    }

    private String source(Source source) {
        return "**" + source.title() + "**  \n" + source.publisher()
                + (source.year() == null ? "" : ", " + source.year()) + "\n\n" + source.kind() + ", strength "
                + source.strength()
                + (source.address() == null ? "" : "  \n" + source.address())
                + (source.note() == null ? "" : "\n\n" + source.note().original());
    }

    private String rule(String id) {
        Language language = questionnaire.languages().original();
        RuleCard card = RuleCard.of(
                contents, new FiringScenarios(Map.of()), contents.rule(id).orElseThrow(), language);
        var lines = new ArrayList<String>();
        lines.add("**" + card.id() + "  " + card.title() + "**  ");
        lines.add(card.effectName() + " (`" + card.effect() + "`)");
        lines.add("");
        lines.add(card.because());
        lines.add("");
        card.when().forEach(line -> lines.add("  ".repeat(line.depth()) + "* " + line.text()));
        lines.add("");
        card.sources()
                .forEach(each -> lines.add("* `" + each.id() + "` " + each.title() + " (" + each.publisher() + "; "
                        + each.strength() + ")"));
        card.otherwise()
                .forEach(each ->
                        lines.add("* otherwise " + each.source().id() + " (" + each.effect() + "): " + each.says()));
        card.notes().forEach(each -> lines.add("* " + each.source().id() + ": " + each.says()));
        return String.join("\n", lines);
    }

    static List<String> operators(Question.Closed question) {
        var ordered = List.of("==", "!=", "<", "<=", ">", ">=", "in", "not in");
        return question.match(
                number -> ordered,
                yesNo -> List.of("==", "!="),
                choice -> ordered,
                choices -> List.of("contains", "not contains"));
    }
}
