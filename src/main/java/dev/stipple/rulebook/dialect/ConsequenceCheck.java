package dev.stipple.rulebook.dialect;

import dev.stipple.questionnaire.Question;
import dev.stipple.rule.Condition;
import dev.stipple.text.Place;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.RuleDescr;

/** Checks that a rule does nothing but state its finding, with a wait where there is one. */
record ConsequenceCheck(SourceText source, Faults faults) {
    private static final Pattern CONSEQUENCE = Pattern.compile(
            "\\s*findings\\.add\\(drools(?:, wait(?:Days|Weeks|Months)\\((\\d+|\\d+ - (\\$\\w+)\\.get(\\w+)\\(\\))\\))?\\);\\s*");

    private static final Pattern NEXT_RULE = Pattern.compile("^\\s*(rule\\s+[\"'])", Pattern.MULTILINE);

    /**
     * Checks what stands after {@code then}.
     *
     * @param sound whether the condition could be read, so that what is bound in it is known
     * @return whether the finding names a wait
     */
    boolean waits(RuleDescr rule, Condition condition, boolean sound) {
        String consequence = String.valueOf(rule.getConsequence());
        Matcher matcher = CONSEQUENCE.matcher(consequence);
        // Drools read the text without its annotations, and without an end the consequence holds those of the next
        // rule.
        int at = Metadata.blank(source.text()).indexOf(consequence.strip(), Math.max(0, rule.getStartCharacter()));
        Matcher next = NEXT_RULE.matcher(consequence);
        if (next.find() && at >= 0) {
            int start = at
                    + next.start(1)
                    - (consequence.length() - consequence.stripLeading().length());
            faults.add(
                    source.place(start),
                    "syntax",
                    "this begins before the rule above has ended",
                    "write 'end' before it");
            return false;
        }
        if (!matcher.matches()) {
            faults.add(
                    source.place(at < 0 ? rule.getStartCharacter() : at),
                    "consequence",
                    "a consequence only states its finding",
                    "write findings.add(drools); or findings.add(drools, waitMonths(6 - $t.getMonthsAgo()));");
            return false;
        }
        if (sound && matcher.group(2) != null) {
            checkGetter(
                    matcher.group(2),
                    matcher.group(3),
                    condition,
                    source.place(at + consequence.strip().indexOf('$')));
        }
        return matcher.group(1) != null;
    }

    private void checkGetter(String binding, String getter, Condition condition, Place place) {
        var bound = condition
                .nodes()
                .filter(Condition.Matches.class::isInstance)
                .map(node -> ((Condition.Matches) node).pattern())
                .filter(pattern -> binding.equals(pattern.binding()))
                .findFirst();
        if (bound.isEmpty()) {
            faults.add(
                    place,
                    "consequence",
                    "nothing is bound to " + binding,
                    "write " + binding + " : before the pattern");
            return;
        }
        String field = getter.substring(0, 1).toLowerCase(Locale.ROOT) + getter.substring(1);
        boolean compared = bound.get()
                .constraint()
                .comparisons()
                .anyMatch(comparison -> comparison.question().id().equals(field)
                        && comparison.question().type() == Question.Type.INTEGER);
        if (!compared) {
            faults.add(
                    place,
                    "consequence",
                    "'" + field + "' is not a number that this pattern compares",
                    "count down from a number that the pattern has tested");
        }
    }
}
