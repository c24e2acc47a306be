package dev.stipple.cli.person;

import dev.stipple.assessment.Assessment;
import dev.stipple.assessment.Explanation;
import dev.stipple.assessment.Explanation.Citation;
import dev.stipple.assessment.Explanation.Disputed;
import dev.stipple.assessment.Explanation.Given;
import dev.stipple.assessment.Explanation.Instead;
import dev.stipple.assessment.Explanation.Note;
import dev.stipple.assessment.Explanation.Otherwise;
import dev.stipple.assessment.Explanation.Reason;
import dev.stipple.assessment.Explanation.Recommendation;
import dev.stipple.rule.Verdict;
import dev.stipple.wording.Language;
import dev.stipple.wording.Words;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.WordUtils;
import org.jspecify.annotations.Nullable;

/** An explanation laid out for reading in a terminal. */
record ExplanationText(Explanation explanation, Assessment assessment, Language language) {
    private static final int WIDTH = 100;

    void print(PrintWriter out) {
        var wording = Objects.requireNonNull(assessment
                .rulebook()
                .questionnaire()
                .verdicts()
                .get(explanation.verdict().name()));
        out.println(wording.sign() + " " + explanation.verdictName() + "  (" + explanation.verdict() + ")");
        paragraph(out, "  ", explanation.meaning());
        possible(out);
        heading(out, "reasons", explanation.findings());
        explanation.findings().forEach(reason -> print(out, reason));
        if (explanation.disputed() != null) {
            print(out, explanation.disputed());
        }
        heading(out, "plan", explanation.recommendations());
        String topic = "";
        for (Recommendation recommendation : explanation.recommendations()) {
            if (!recommendation.topic().equals(topic)) {
                out.println("  " + recommendation.topicName());
            }
            topic = recommendation.topic();
            print(out, recommendation);
        }
        heading(out, "unanswered", explanation.unanswered());
        explanation.unanswered().stream()
                .filter(Explanation.Open::canChangeVerdict)
                .forEach(open -> paragraph(out, "  - ", open.question() + " [" + open.pointer() + "]"));
        legend(out);
        out.println();
        paragraph(out, "", explanation.disclaimer());
        out.println(text("rulebook") + " " + explanation.rulebook());
        out.println();
    }

    private void possible(PrintWriter out) {
        if (explanation.possibleVerdicts().size() > 1) {
            paragraph(out, "  ", text("possible") + " " + names(explanation.possibleVerdicts()));
        }
    }

    private void heading(PrintWriter out, String key, List<?> items) {
        if (!items.isEmpty()) {
            out.println();
            out.println(text(key));
        }
    }

    private void print(PrintWriter out, Reason reason) {
        String wait = reason.delay() == null
                ? ""
                : "  [" + text("wait") + " " + reason.delay().text() + "]";
        out.println("  " + reason.effectName() + " · " + reason.factorName() + " · " + reason.rule() + wait);
        paragraph(out, "    ", reason.reason());
        reason.answers().forEach(answer -> print(out, answer));
        sources(out, reason.sources());
        reason.otherwise().forEach(other -> print(out, other));
        reason.notes().forEach(note -> print(out, note));
    }

    private void print(PrintWriter out, Disputed disputed) {
        out.println();
        out.println(text("disputed"));
        if (!disputed.milder().changesVerdict() && !disputed.stricter().changesVerdict()) {
            paragraph(out, "  ", text("disputed.stands"));
        }
        print(out, "disputed.milder", disputed.milder());
        print(out, "disputed.stricter", disputed.stricter());
        disputed.findings().forEach(contested -> {
            print(out, contested.rule(), "disputed.milder.alone", contested.milder());
            print(out, contested.rule(), "disputed.stricter.alone", contested.stricter());
        });
    }

    private void print(PrintWriter out, String rule, String key, @Nullable Instead instead) {
        if (instead != null && instead.changesVerdict()) {
            paragraph(out, "  ", rule + text("colon") + " " + text(key) + " " + names(instead));
        }
    }

    private void print(PrintWriter out, String key, Instead instead) {
        if (instead.changesVerdict()) {
            paragraph(out, "  ", text(key) + " " + names(instead));
        }
    }

    private String names(Instead instead) {
        return instead.verdict() == Verdict.UNDECIDED
                ? names(instead.possibleVerdicts())
                : instead.verdictName() + " (" + instead.verdict() + ")";
    }

    private String names(Set<Verdict> verdicts) {
        var names = assessment.rulebook().questionnaire().verdicts();
        return verdicts.stream()
                .map(verdict ->
                        Objects.requireNonNull(names.get(verdict.name())).name().in(language))
                .collect(Collectors.joining(", "));
    }

    private void print(PrintWriter out, Recommendation recommendation) {
        paragraph(out, "    - ", recommendation.text());
        sources(out, recommendation.sources());
        recommendation.notes().forEach(note -> print(out, note));
    }

    private void print(PrintWriter out, Otherwise other) {
        String who = other.source().id() + " (" + other.effect() + ")";
        paragraph(
                out,
                "      ",
                text("otherwise." + other.direction().name().toLowerCase(Locale.ROOT)) + " " + who + text("colon") + " "
                        + other.says());
    }

    private void print(PrintWriter out, Note note) {
        paragraph(out, "      ", text("note") + " " + note.source().id() + text("colon") + " " + note.says());
    }

    private void print(PrintWriter out, Given answer) {
        paragraph(out, "      " + text("because") + " ", answer.question() + " " + answer.answer());
    }

    private void sources(PrintWriter out, List<Citation> sources) {
        paragraph(
                out,
                "      ",
                text("sources") + " "
                        + sources.stream()
                                .map(source -> source.id() + " ("
                                        + text("strength." + source.strength().replace(' ', '-')) + ")")
                                .collect(Collectors.joining(", ")));
    }

    /** What the sources named above are, each once. */
    private void legend(PrintWriter out) {
        var named = new TreeMap<String, Citation>();
        Stream.concat(
                        explanation.findings().stream().flatMap(ExplanationText::cited),
                        explanation.recommendations().stream().flatMap(ExplanationText::cited))
                .forEach(source -> named.put(source.id(), source));
        heading(out, "legend", List.copyOf(named.values()));
        named.values().forEach(source -> paragraph(out, "  ", source.id() + "  " + description(source)));
    }

    private static Stream<Citation> cited(Reason reason) {
        return Stream.of(
                        reason.sources().stream(),
                        reason.otherwise().stream().map(Otherwise::source),
                        reason.notes().stream().map(Note::source))
                .flatMap(sources -> sources);
    }

    private static Stream<Citation> cited(Recommendation recommendation) {
        return Stream.concat(
                recommendation.sources().stream(),
                recommendation.notes().stream().map(Note::source));
    }

    private static String description(Citation source) {
        return Stream.of(source.title(), source.publisher(), source.year(), source.address())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(", "));
    }

    private static void paragraph(PrintWriter out, String indent, String text) {
        String hang = " ".repeat(indent.length());
        out.println(indent + WordUtils.wrap(text, WIDTH - indent.length(), "\n" + hang, false));
    }

    private String text(String key) {
        return Words.of("explanation", language).getString(key);
    }
}
