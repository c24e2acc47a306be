package dev.stipple.cli.person;

import dev.stipple.assessment.Assessment;
import dev.stipple.assessment.Explanation;
import dev.stipple.assessment.Explanation.Citation;
import dev.stipple.assessment.Explanation.Disputed;
import dev.stipple.assessment.Explanation.Given;
import dev.stipple.assessment.Explanation.Otherwise;
import dev.stipple.assessment.Explanation.Reason;
import dev.stipple.assessment.Explanation.Recommendation;
import dev.stipple.assessment.Explanation.Without;
import dev.stipple.rule.Verdict;
import dev.stipple.wording.Language;
import dev.stipple.wording.Words;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.WordUtils;

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
        sources(out, reason.sources(), reason.otherwise());
    }

    private void print(PrintWriter out, Disputed disputed) {
        out.println();
        out.println(text("disputed"));
        paragraph(
                out,
                "  ",
                disputed.without().changesVerdict()
                        ? text("disputed.hangs") + " " + names(disputed.without())
                        : text("disputed.stands"));
        disputed.findings().stream()
                .filter(contested -> contested.without().changesVerdict())
                .forEach(contested -> paragraph(
                        out,
                        "  ",
                        contested.rule() + text("colon") + " " + text("disputed.alone") + " "
                                + names(contested.without())));
    }

    private String names(Without without) {
        return without.verdict() == Verdict.UNDECIDED
                ? names(without.possibleVerdicts())
                : without.verdictName() + " (" + without.verdict() + ")";
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
        sources(out, recommendation.sources(), recommendation.otherwise());
    }

    private void print(PrintWriter out, Given answer) {
        paragraph(out, "      " + text("because") + " ", answer.question() + " " + answer.answer());
    }

    private void sources(PrintWriter out, List<Citation> sources, List<Otherwise> otherwise) {
        paragraph(
                out,
                "      ",
                text("sources") + " "
                        + sources.stream()
                                .map(source -> source.id() + " ("
                                        + text("strength." + source.strength().replace(' ', '-')) + ")")
                                .collect(Collectors.joining(", ")));
        otherwise.forEach(other -> paragraph(
                out, "      ", text("otherwise") + " " + other.source().id() + text("colon") + " " + other.says()));
    }

    /** What the sources named above are, each once. */
    private void legend(PrintWriter out) {
        var named = new TreeMap<String, Citation>();
        Stream.concat(
                        explanation.findings().stream().flatMap(reason -> cited(reason.sources(), reason.otherwise())),
                        explanation.recommendations().stream().flatMap(plan -> cited(plan.sources(), plan.otherwise())))
                .forEach(source -> named.put(source.id(), source));
        heading(out, "legend", List.copyOf(named.values()));
        named.values().forEach(source -> paragraph(out, "  ", source.id() + "  " + description(source)));
    }

    private static Stream<Citation> cited(List<Citation> sources, List<Otherwise> otherwise) {
        return Stream.concat(sources.stream(), otherwise.stream().map(Otherwise::source));
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
