package dev.stipple.rulebook.dialect;

import dev.stipple.questionnaire.Question;
import dev.stipple.rule.Condition;
import dev.stipple.rule.Wait;
import dev.stipple.rulebook.dialect.RuleFile.WrittenWait;
import dev.stipple.text.Place;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/** Checks that a rule does nothing but state its finding, with a wait where there is one. */
record ConsequenceCheck(SourceText source, Faults faults) {
    private static final Pattern CONSEQUENCE = Pattern.compile(
            "\\s*findings\\.add\\(drools(?:, (wait(Days|Weeks|Months)\\((-?\\d+)(?: - ([$\\w]+)\\.get(\\w+)\\(\\))?\\)))?\\);\\s*");

    private static final Pattern NEXT_RULE = Pattern.compile("^\\s*(rule\\s+[\"'])", Pattern.MULTILINE);

    /**
     * The wait that stands after {@code then}; empty where there is none, or where what stands there is not a finding.
     *
     * @param sound whether the condition could be read, so that what is bound in it is known
     */
    Optional<WrittenWait> wait(RuleDescr rule, Condition condition, boolean sound) {
        String consequence = String.valueOf(rule.getConsequence());
        Matcher matcher = CONSEQUENCE.matcher(consequence);
        // Drools read the text without its annotations, and without an end the consequence holds those of the next
        // rule.
        int at = Metadata.blank(source.text()).indexOf(consequence.strip(), Math.max(0, rule.getStartCharacter()));
        int indent = consequence.length() - consequence.stripLeading().length();
        Matcher next = NEXT_RULE.matcher(consequence);
        if (next.find() && at >= 0) {
            faults.add(
                    source.place(at + next.start(1) - indent),
                    "syntax",
                    "this begins before the rule above has ended",
                    "write 'end' before it");
            return Optional.empty();
        }
        if (!matcher.matches()) {
            faults.add(
                    source.place(at < 0 ? rule.getStartCharacter() : at),
                    "consequence",
                    "a consequence only states its finding",
                    "write findings.add(drools); or findings.add(drools, waitMonths(6 - $t.getMonthsAgo()));");
            return Optional.empty();
        }
        return matcher.group(1) == null ? Optional.empty() : wait(matcher, at - indent, condition, sound);
    }

    private Optional<WrittenWait> wait(Matcher written, int offset, Condition condition, boolean sound) {
        Place place = source.place(offset + written.start(1));
        Place amountPlace = source.place(offset + written.start(3));
        Wait.Unit unit = Wait.Unit.valueOf(written.group(2).toUpperCase(Locale.ROOT));
        String amount = written.group(3);
        if (!amount.matches("[1-9]\\d{0,3}") || Integer.parseInt(amount) > unit.most()) {
            faults.add(
                    amountPlace,
                    "wait",
                    amount + " is not a number of " + unit.key() + " to wait",
                    "write a whole number from 1 to " + unit.most());
            return Optional.empty();
        }
        int number = Integer.parseInt(amount);
        String binding = written.group(4);
        if (binding == null || !sound) {
            return Optional.of(new WrittenWait(number, unit, null, List.of(), place, amountPlace));
        }
        Place at = source.place(offset + written.start(4));
        var patterns = BindingCheck.bound(condition, binding);
        Question.Number question = question(binding, written.group(5), condition, at);
        return question == null
                ? Optional.empty()
                : Optional.of(new WrittenWait(number, unit, question, patterns, place, amountPlace));
    }

    private Question.@Nullable Number question(String binding, String getter, Condition condition, Place place) {
        var patterns = BindingCheck.bound(condition, binding);
        if (patterns.isEmpty()) {
            faults.add(
                    place,
                    "consequence",
                    condition.patterns().anyMatch(pattern -> binding.equals(pattern.binding()))
                            ? binding + " is not bound whichever alternative holds"
                            : "nothing is bound to " + binding,
                    "write " + binding + " : before the pattern");
            return null;
        }
        String field = getter.substring(0, 1).toLowerCase(Locale.ROOT) + getter.substring(1);
        Question question = patterns.get(0).group().question(field).orElse(null);
        boolean compared = patterns.stream()
                .allMatch(pattern -> pattern.constraint()
                        .comparisons()
                        .anyMatch(comparison -> comparison.question().equals(question)));
        if (!compared || !(question instanceof Question.Number number)) {
            faults.add(
                    place,
                    "consequence",
                    "'" + field + "' is not a number that this pattern compares",
                    "count down from a number that the pattern has tested");
            return null;
        }
        return number;
    }
}
