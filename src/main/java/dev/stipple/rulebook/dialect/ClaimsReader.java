package dev.stipple.rulebook.dialect;

import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.rule.Claims;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Span;
import dev.stipple.rulebook.dialect.RuleFile.Draft;
import dev.stipple.text.Nearest;
import dev.stipple.text.Place;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what rules say of themselves for the proofs. */
final class ClaimsReader {
    private static final String SUBJECT = "[A-Z][A-Z0-9_]*";

    private final Questionnaire questionnaire;
    private final Faults faults;
    private final Map<String, Place> praised = new HashMap<>();
    private final Map<String, Place> denied = new HashMap<>();

    ClaimsReader(Questionnaire questionnaire, Faults faults) {
        this.questionnaire = questionnaire;
        this.faults = faults;
    }

    Claims read(Draft draft, @Nullable Effect effect) {
        return new Claims(asksFor(draft), despite(draft), about(draft, effect));
    }

    private Set<String> asksFor(Draft draft) {
        Set<String> asked = names(draft, "asksFor");
        check(
                asked,
                draft.at("asksFor"),
                question -> !question.grading().held().isEmpty(),
                "has no answer that says that something is there",
                "add 'held:' to it in the questionnaire");
        return asked;
    }

    /** Splits {@code PATH: why | PATH: why}. */
    private Map<String, String> despite(Draft draft) {
        var reasons = new LinkedHashMap<String, String>();
        for (String part : draft.value("despite").split("\\|", -1)) {
            String[] sides = part.strip().split("\\s*:\\s+", 2);
            if (sides.length == 2 && !sides[1].isBlank()) {
                reasons.put(sides[0], sides[1].strip());
            } else if (!draft.value("despite").isEmpty()) {
                faults.add(
                        draft.at("despite").place(),
                        "metadata",
                        "'" + part.strip() + "' does not say why",
                        "write @despite(\"group.question: why a worse answer may be milder.\")");
            }
        }
        check(
                reasons.keySet(),
                draft.at("despite"),
                question -> question.grading().worse() != null,
                "has no worse answers",
                "add 'worse:' to it in the questionnaire, or remove this");
        return reasons;
    }

    private Set<String> about(Draft draft, @Nullable Effect effect) {
        Set<String> subjects = names(draft, "about");
        Place place = draft.at("about").place();
        Set<String> tested =
                draft.condition().questions().map(Question::path).collect(Collectors.toCollection(TreeSet::new));
        for (String subject : subjects) {
            if (subject.contains(".")) {
                if (draft.sound() && !tested.contains(subject)) {
                    faults.add(
                            place,
                            "unknown-question",
                            "this rule does not test '" + subject + "'",
                            Nearest.remedy(subject, tested));
                }
            } else {
                if (!subject.matches(SUBJECT)) {
                    faults.add(place, "metadata", "'" + subject + "' is not a subject", "write a word such as HEALING");
                }
                (effect == Effect.SUPPORTS ? praised : denied).putIfAbsent(subject, place);
            }
        }
        if (effect == null && !subjects.isEmpty()) {
            faults.add(place, "metadata", "a recommendation speaks well of nothing", "remove @about");
        }
        return subjects;
    }

    private static Set<String> names(Draft draft, String annotation) {
        var names = new LinkedHashSet<String>();
        Stream.of(draft.value(annotation).split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        return names;
    }

    private void check(Set<String> paths, Span span, Predicate<Question> fits, String problem, String remedy) {
        for (String path : paths) {
            var question = questionnaire.question(path);
            if (question.isEmpty()) {
                List<String> known =
                        questionnaire.questions().stream().map(Question::path).toList();
                faults.unknown(span.place(), "question", path, known);
            } else if (!fits.test(question.get())) {
                faults.add(span.place(), "metadata", "'" + path + "' " + problem, remedy);
            }
        }
    }

    /** Makes a subject a fault of which rules only speak well, or only ill: nothing can come of it. */
    void checkSubjects() {
        checkSubjects(praised, denied, "no rule denies ");
        checkSubjects(denied, praised, "no rule speaks well of ");
    }

    private void checkSubjects(Map<String, Place> subjects, Map<String, Place> others, String problem) {
        subjects.forEach((subject, place) -> {
            if (!others.containsKey(subject)) {
                faults.add(
                        place,
                        "unknown-subject",
                        problem + subject,
                        others.isEmpty()
                                ? "give the other rule @about(\"" + subject + "\")"
                                : Nearest.remedy(subject, others.keySet()));
            }
        });
    }
}
