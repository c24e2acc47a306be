package dev.stipple.reasoning.proof;

import dev.stipple.rule.Rule;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.Fault;
import dev.stipple.text.Place;
import dev.stipple.text.RulesFolder;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What a proof found wrong with a rulebook, as faults at their places. */
public record ProofFaults(Rulebook rulebook, Certificate certificate) {
    private static final String UNPROVED = "unproved";

    private static final Set<Failure.Kind> HARMLESS = EnumSet.of(
            Failure.Kind.DEAD_RULE,
            Failure.Kind.IDLE_QUESTION,
            Failure.Kind.IMPLIED_RULE,
            Failure.Kind.HELD_BUT_STRICTER,
            Failure.Kind.ASKED_THOUGH_HELD,
            Failure.Kind.PRAISE_DENIED,
            Failure.Kind.WORSE_BUT_MILDER);

    /** What could lead to a verdict that is not safe, and what could not be ruled out in the time there was. */
    public List<Fault> unsafe() {
        return faults(false);
    }

    /** What should be mended, and changes no verdict for the worse. */
    public List<Fault> warnings() {
        return faults(true);
    }

    public List<Fault> all() {
        return Stream.of(unsafe(), warnings()).flatMap(List::stream).sorted().toList();
    }

    private List<Fault> faults(boolean harmless) {
        return Stream.concat(
                        certificate.failures().stream()
                                .filter(failure -> HARMLESS.contains(failure.kind()) == harmless)
                                .map(this::fault),
                        certificate.unfinished().stream()
                                .filter(kind -> HARMLESS.contains(kind) == harmless)
                                .map(ProofFaults::unfinished))
                .sorted()
                .distinct()
                .toList();
    }

    private Fault fault(Failure failure) {
        String example = failure.example() == null
                ? ""
                : ", as for "
                        + JsonMapper.shared()
                                .writeValueAsString(failure.example().json());
        String rules = failure.rules().stream().map(Rule::id).collect(Collectors.joining(" and "));
        String what = switch (failure.kind()) {
            case SILENT_FACTOR -> "no rule of '" + failure.subject() + "' speaks";
            case DEAD_RULE -> rules + " can never fire";
            case IDLE_QUESTION -> "no rule tells one answer to '" + failure.subject() + "' from another";
            case IMPLIED_RULE -> rules + " say the same, and the second fires wherever the first does";
            case CONTRADICTION -> rules + " say yes and no to the same answer";
            case HIDDEN_QUESTION ->
                "'" + failure.subject() + "' is safety-critical and not asked, and " + rules + " hangs on it";
            case OVERRULED_OBJECTION -> "the objection of " + rules + " does not hold";
            case HELD_BUT_STRICTER -> rules + " is stricter where '" + failure.subject() + "' says that it is there";
            case ASKED_THOUGH_HELD -> rules + " asks for what is there";
            case PRAISE_DENIED -> rules + " praise and deny the same";
            case WORSE_BUT_MILDER -> rules + " is stricter than a worse answer to '" + failure.subject() + "'";
            case UNCONFIRMED -> "Drools does not see what the proof found of '" + failure.subject() + "'";
        };
        return new Fault(place(failure), kind(failure.kind()), what + example, remedy(failure.kind()));
    }

    private static String remedy(Failure.Kind kind) {
        return switch (kind) {
            case SILENT_FACTOR -> "write a rule for them, or widen one";
            case DEAD_RULE, IMPLIED_RULE -> "remove it, or mend its condition";
            case IDLE_QUESTION -> "write a rule on it, or do not ask it";
            case CONTRADICTION -> "take the case out of the one that supports";
            case HIDDEN_QUESTION -> "ask it whenever the rule may fire";
            case HELD_BUT_STRICTER -> "judge both alike, or the one that is there milder";
            case ASKED_THOUGH_HELD -> "take those out who have it";
            case PRAISE_DENIED -> "take the case out of the one that supports, or say @about";
            case WORSE_BUT_MILDER -> "judge the worse answer as strictly, or say @despite";
            case OVERRULED_OBJECTION, UNCONFIRMED -> "report this";
        };
    }

    /** Whether this says only that there was no time to look, so that another try may find more. */
    public static boolean isUnfinished(Fault fault) {
        return fault.kind().equals(UNPROVED);
    }

    private static Fault unfinished(Failure.Kind kind) {
        return new Fault(
                Place.startOf("."),
                UNPROVED,
                "the time did not suffice to look for every " + kind(kind),
                "write the rules added last in simpler ones");
    }

    private static String kind(Failure.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Place place(Failure failure) {
        return Stream.concat(
                        failure.rules().stream(),
                        rulebook.rules().stream().filter(rule -> rule.factor().equals(failure.subject())))
                .findFirst()
                .map(rule -> rule.span().place())
                .orElse(Place.startOf(RulesFolder.QUESTIONNAIRE));
    }
}
