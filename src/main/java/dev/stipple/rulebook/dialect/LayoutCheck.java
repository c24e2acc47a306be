package dev.stipple.rulebook.dialect;

import dev.stipple.rule.Span;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Bounds what the parser is given, as its time doubles with each level of nesting, and a file of one page can keep it busy
 * for hours. Also reports operators that stand side by side without parentheses, which the tree no longer shows.
 */
final class LayoutCheck {
    /** How many brackets may stand open at once; the deepest shipped rule has three. */
    static final int DEEPEST = 8;

    /** How many words and signs a condition may have; the longest shipped one has 82. */
    static final int LONGEST = 300;

    private final SourceText source;
    private final Tokens tokens;
    private final Faults faults;
    /** The operator seen last in each open bracket since its last comma; the first is that of the text around them. */
    private final Deque<String> operators = new ArrayDeque<>();

    private LayoutCheck(SourceText source, Faults faults) {
        this.source = source;
        this.tokens = new Tokens(source, 0, source.text().length());
        this.faults = faults;
    }

    /**
     * Whether the parser may have this text; what is wrong is added to the faults.
     *
     * @param source without annotations
     */
    static boolean passes(SourceText source, Faults faults) {
        int before = faults.count();
        new LayoutCheck(source, faults).check();
        return faults.count() == before;
    }

    private void check() {
        operators.add("");
        while (!tokens.atEnd()) {
            Span span = tokens.take();
            String word = span.in(source.text());
            if (word.equals("when")) {
                condition(span);
            } else {
                bracket(span, word);
            }
            if (operators.size() > DEEPEST + 1) {
                return;
            }
        }
    }

    private void condition(Span when) {
        operators.clear();
        operators.add("");
        for (int length = 0; !tokens.atEnd() && !tokens.peek().matches("then|end|rule"); length++) {
            if (length == LONGEST) {
                faults.add(
                        when.place(),
                        "limit",
                        "the condition has more than " + LONGEST + " words and signs",
                        "write several rules, each with a part of the cases");
            }
            Span span = tokens.take();
            String word = span.in(source.text());
            switch (word) {
                case "," -> operator("");
                case "&&", "||", "and", "or" -> joined(span, word);
                default -> bracket(span, word);
            }
            if (operators.size() > DEEPEST + 1) {
                return;
            }
        }
    }

    private void bracket(Span span, String word) {
        switch (word) {
            case "(", "[", "{" -> opened(span);
            case ")", "]", "}" -> closed();
            default -> {}
        }
    }

    private void opened(Span span) {
        operators.add("");
        if (operators.size() > DEEPEST + 1) {
            faults.add(
                    span.place(),
                    "limit",
                    "brackets are nested deeper than " + DEEPEST + " levels",
                    "take out brackets that nothing needs, or write several rules");
        }
    }

    private void closed() {
        if (operators.size() > 1) {
            operators.removeLast();
        }
    }

    private void joined(Span span, String operator) {
        String other = operators.getLast();
        if (!other.isEmpty() && !other.equals(operator)) {
            faults.add(
                    span.place(),
                    "dialect",
                    "'" + other + "' and '" + operator
                            + "' stand side by side, and which of them binds is not to be seen",
                    "put what belongs together in parentheses, as in ( a " + other + " b ) " + operator + " c");
        }
        operator(operator);
    }

    private void operator(String operator) {
        operators.removeLast();
        operators.add(operator);
    }
}
