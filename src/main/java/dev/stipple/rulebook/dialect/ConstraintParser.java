package dev.stipple.rulebook.dialect;

import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.rule.Constraint;
import dev.stipple.rule.Constraint.AllOf;
import dev.stipple.rule.Constraint.AnyOf;
import dev.stipple.rule.Constraint.Comparison;
import dev.stipple.rule.Operator;
import dev.stipple.rule.Span;
import dev.stipple.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what stands inside a pattern: comparisons of the group's questions with constants, joined by {@code ,},
 * {@code &&} and {@code ||}. Everything else is a fault.
 */
final class ConstraintParser {
    private static final Constraint NOTHING = new AllOf(List.of());

    /** Ends the reading of one constraint whose fault has been added. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Group group;
    private final Faults faults;
    private final Tokens tokens;

    private ConstraintParser(Group group, Tokens tokens, Faults faults) {
        this.group = group;
        this.tokens = tokens;
        this.faults = faults;
    }

    /** Reads one constraint, from between the commas of a pattern; a faulty one holds always. */
    static Constraint parse(Group group, SourceText source, int start, int end, Faults faults) {
        var tokens = new Tokens(source, start, end);
        try {
            var parser = new ConstraintParser(group, tokens, faults);
            Constraint constraint = parser.anyOf();
            if (!tokens.atEnd()) {
                throw parser.unreadable("'" + tokens.peek() + "' does not belong here");
            }
            return constraint;
        } catch (Unreadable e) {
            return NOTHING;
        }
    }

    private Constraint anyOf() {
        var parts = new ArrayList<Constraint>(List.of(allOf()));
        while (tokens.take("||")) {
            parts.add(allOf());
        }
        return parts.size() == 1 ? parts.get(0) : new AnyOf(List.copyOf(parts));
    }

    private Constraint allOf() {
        var parts = new ArrayList<Constraint>(List.of(part()));
        while (tokens.take("&&")) {
            parts.add(part());
        }
        return parts.size() == 1 ? parts.get(0) : new AllOf(List.copyOf(parts));
    }

    private Constraint part() {
        if (!tokens.take("(")) {
            return comparison();
        }
        Constraint inner = anyOf();
        expect(")");
        return inner;
    }

    private Constraint comparison() {
        Span first = tokens.span();
        String name = tokens.peek();
        if (!name.matches("[A-Za-z_]\\w*")) {
            throw unreadable("'" + name + "' is not a question of " + group.fact());
        }
        if (tokens.peek(1).equals("(")) {
            throw unreadable("'" + name + "(' calls Java");
        }
        tokens.take();
        Optional<Question.Closed> question = question(name, first);
        Span operatorStart = tokens.span();
        Operator operator = operator();
        Span operatorSpan = tokens.since(operatorStart);
        List<Span> literals = literals(operator);
        if (question.isEmpty()) {
            return NOTHING;
        }
        return comparison(question.get(), operator, operatorSpan, literals, tokens.since(first));
    }

    /** The question of this name; empty where there is none that a rule may ask for, which is a fault then. */
    private Optional<Question.Closed> question(String name, Span place) {
        Optional<Question> question = group.question(name);
        if (question.isEmpty()) {
            faults.unknown(
                    place.place(),
                    "field",
                    name,
                    group.closed().stream().map(Question::id).toList());
        }
        return question.flatMap(found -> found.either(Optional::of, text -> {
            faults.add(
                    place.place(),
                    "free-text",
                    "'" + name + "' takes free words, which nothing is decided upon",
                    "ask for another question, or give that one options");
            return Optional.<Question.Closed>empty();
        }));
    }

    private Constraint comparison(
            Question.Closed question, Operator written, Span operatorSpan, List<Span> literals, Span span) {
        boolean isNull = literals.size() == 1 && text(literals.get(0)).equals("null");
        if (isNull && (written == Operator.EQUAL || written == Operator.NOT_EQUAL)) {
            var operator = written == Operator.EQUAL ? Operator.UNKNOWN : Operator.KNOWN;
            return new Comparison(question, operator, List.of(), span, operatorSpan, literals);
        }
        if (!fits(question, written)) {
            faults.add(
                    operatorSpan.place(),
                    "operator",
                    "'" + written.symbol() + "' does not fit " + question.path() + ", " + what(question),
                    "use " + operators(question));
            return NOTHING;
        }
        var codes = literals.stream().map(literal -> literal(question, literal)).toList();
        return codes.contains("") ? NOTHING : new Comparison(question, written, codes, span, operatorSpan, literals);
    }

    private Operator operator() {
        boolean negated = tokens.take("not");
        Span span = tokens.span();
        String word = (negated ? "not " : "") + tokens.peek();
        Optional<Operator> operator = Operator.of(word);
        if (operator.isEmpty() && word.isEmpty()) {
            faults.add(
                    span.place(), "dialect", "nothing is compared here", "write what it is, such as == true or >= 18");
            throw new Unreadable();
        }
        if (operator.isEmpty()) {
            faults.add(
                    span.place(),
                    "dialect",
                    "'" + word + "' is not a comparison that conditions may use",
                    "use ==, !=, <, <=, >, >=, in, not in, contains or not contains");
            throw new Unreadable();
        }
        tokens.take();
        return operator.get();
    }

    private List<Span> literals(Operator operator) {
        if (operator != Operator.IN && operator != Operator.NOT_IN) {
            return List.of(literalToken());
        }
        expect("(");
        var literals = new ArrayList<>(List.of(literalToken()));
        while (tokens.take(",")) {
            literals.add(literalToken());
        }
        expect(")");
        return List.copyOf(literals);
    }

    private Span literalToken() {
        if (!tokens.peek().matches("\".*\"|-?[\\w.]+") || tokens.peek(1).equals("(")) {
            throw unreadable("a constant is expected instead of '" + tokens.peek() + tokens.peek(1) + "'");
        }
        return tokens.take();
    }

    /** The code of a literal, or an empty text where it does not fit the question. */
    private String literal(Question.Closed question, Span literal) {
        String text = text(literal);
        return question.match(
                number -> text.matches("0|-?[1-9]\\d{0,8}")
                        ? text
                        : misfit(
                                number,
                                literal,
                                bare(text).matches("0|[1-9]\\d{0,8}")
                                                && !bare(text).equals(text)
                                        ? "write " + bare(text)
                                        : "write a whole number such as " + number.min()),
                yesNo -> text.equals("true") || text.equals("false")
                        ? text
                        : misfit(
                                yesNo,
                                literal,
                                bare(text).matches("true|false") ? "write " + bare(text) : "write true or false"),
                choice -> option(choice, literal),
                choices -> option(choices, literal));
    }

    private String option(Question.Closed question, Span literal) {
        String text = text(literal);
        String type = FactsFile.enumName(group, question);
        String code = text.substring(text.lastIndexOf('.') + 1);
        if (!text.startsWith(type + ".") || text.indexOf('.') != text.lastIndexOf('.')) {
            String remedy = Nearest.to(bare(code), question.codes())
                    .map(option -> "write " + type + "." + option)
                    .orElseGet(() -> "write one of: " + type + "." + String.join(", " + type + ".", question.codes()));
            return misfit(question, literal, remedy);
        }
        if (question.option(code).isEmpty()) {
            faults.unknown(literal.place(), "option", code, question.codes());
            return "";
        }
        return code;
    }

    /** What is written, without the quotes around it. */
    private static String bare(String text) {
        return text.replace("\"", "");
    }

    private String misfit(Question.Closed question, Span literal, String remedy) {
        faults.add(
                literal.place(),
                "literal-type",
                text(literal) + " does not fit " + question.path() + ", " + what(question),
                remedy);
        return "";
    }

    private static boolean fits(Question.Closed question, Operator operator) {
        return question.match(
                number -> operator.isEquality() || operator.isOrder(),
                yesNo -> operator == Operator.EQUAL || operator == Operator.NOT_EQUAL,
                choice -> operator.isEquality() || operator.isOrder(),
                choices -> operator.isSet());
    }

    private static String operators(Question.Closed question) {
        String ordered = "==, !=, <, <=, >, >=, in or not in";
        return question.match(
                number -> ordered, yesNo -> "== or !=", choice -> ordered, choices -> "contains or not contains");
    }

    private static String what(Question.Closed question) {
        return question.match(
                number -> "which is a whole number",
                yesNo -> "which is true or false",
                choice -> "which takes one option",
                choices -> "which takes several options");
    }

    private void expect(String token) {
        if (!tokens.take(token)) {
            throw unreadable("'" + token + "' is expected before '" + tokens.peek() + "'");
        }
    }

    private Unreadable unreadable(String problem) {
        faults.add(
                tokens.span().place(),
                "dialect",
                problem,
                "compare one question with constants, as in "
                        + group.closed().stream().findFirst().map(Question::id).orElse("question") + " != null");
        return new Unreadable();
    }

    private String text(Span span) {
        return span.in(tokens.text());
    }
}
