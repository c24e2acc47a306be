package dev.stipple.authoring.impact;

import dev.stipple.authoring.scenario.ScenarioText;
import dev.stipple.authoring.scenario.Scenarios;
import dev.stipple.reasoning.proof.Certificate;
import dev.stipple.reasoning.proof.Failure;
import dev.stipple.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A certificate laid out for reading, each failure with a person who shows it as a scenario. */
public record CertificateText(Certificate certificate, Scenarios scenarios) {
    public List<String> lines() {
        var lines = new ArrayList<String>();
        certificate.failures().forEach(failure -> lines.addAll(failure(failure)));
        lines.add((certificate.holds() ? "Proved" : certificate.failures().size() + " failures") + " for "
                + certificate.rules() + " rules of " + certificate.digest());
        lines.add("over " + certificate.answerSets() + " complete answer sets, entries of repeating groups counted as"
                + " sets of those classes that the rules tell apart");
        lines.add(
                certificate.outside().isEmpty()
                        ? "No rule lies outside the provable dialect."
                        : "Nothing is claimed for " + String.join(", ", certificate.outside()));
        if (!certificate.unfinished().isEmpty()) {
            lines.add("Not finished in the time there was, and so neither proved nor refuted: "
                    + certificate.unfinished().stream()
                            .map(CertificateText::what)
                            .collect(Collectors.joining("; ")));
        }
        if (certificate.holds()) {
            lines.add("Exactly one verdict; every factor speaks; every rule can fire and none repeats another; every"
                    + " option can matter;");
            lines.add("no two rules of a factor contradict each other; no hidden question could object; no objection"
                    + " makes a verdict milder;");
            lines.add(
                    "no agreement, test or treatment makes a verdict stricter or is asked for again; nobody is praised"
                            + " for what is denied;");
            lines.add("no worse answer makes a verdict milder, unless a rule says why.");
        }
        return List.copyOf(lines);
    }

    private List<String> failure(Failure failure) {
        var lines = new ArrayList<String>();
        String rules = failure.rules().stream()
                .map(rule -> rule.id() + " at " + place(rule))
                .collect(Collectors.joining(", "));
        lines.add(what(failure.kind()) + ": " + failure.subject() + (rules.isEmpty() ? "" : " (" + rules + ")"));
        if (failure.person() != null) {
            var text = new ScenarioText(scenarios);
            lines.add("    " + text.who(failure.person()) + " would be told " + failure.verdict() + ".");
            text.write(
                            "Shows that " + what(failure.kind()) + ": " + failure.subject(),
                            failure.person(),
                            List.of("verdict: " + failure.verdict()))
                    .forEach(line -> lines.add("    " + line));
        }
        if (failure.instead() != null) {
            lines.add(instead(failure.instead()));
        }
        return lines;
    }

    private static String instead(Failure.Instead instead) {
        return "    with " + instead.slot().pointer() + " " + instead.worse().json() + " instead of "
                + instead.better().json() + " the verdict is " + instead.verdict();
    }

    private static String place(Rule rule) {
        return rule.span().place().toString();
    }

    private static String what(Failure.Kind kind) {
        return switch (kind) {
            case SILENT_FACTOR -> "no rule of a factor fires on some complete answers";
            case DEAD_RULE -> "a rule can never fire";
            case IDLE_QUESTION -> "an option can never matter";
            case IMPLIED_RULE -> "a rule fires only where another of the same factor and effect does";
            case CONTRADICTION -> "a factor says yes and no to the same answer";
            case HIDDEN_QUESTION -> "a safety-critical question is not asked although an objection hangs on it";
            case OVERRULED_OBJECTION -> "an objection does not hold";
            case HELD_BUT_STRICTER -> "an agreement, a test or a treatment makes a verdict stricter";
            case ASKED_THOUGH_HELD -> "a rule asks for what the answers say is there";
            case PRAISE_DENIED -> "a rule speaks well of what another one denies";
            case WORSE_BUT_MILDER -> "a worse answer makes a verdict milder";
            case UNCONFIRMED -> "Drools does not see what the reasoner found";
        };
    }
}
