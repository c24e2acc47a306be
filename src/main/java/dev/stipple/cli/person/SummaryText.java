package dev.stipple.cli.person;

import dev.stipple.assessment.Assessment;
import dev.stipple.assessment.summary.Summary;
import dev.stipple.wording.Language;
import dev.stipple.wording.Words;
import java.io.PrintWriter;
import java.util.Objects;
import org.apache.commons.text.WordUtils;

/** The short answer laid out for reading in a terminal, in {@link #MOST} lines at most. */
record SummaryText(Summary summary, Assessment assessment, Language language, boolean full) {
    static final int MOST = 40;

    private static final int WIDTH = 100;

    void print(PrintWriter out) {
        var questionnaire = assessment.rulebook().questionnaire();
        String sign = Objects.requireNonNull(
                        questionnaire.verdicts().get(assessment.verdict().name()))
                .sign();
        paragraph(out, sign + " ", summary.line());
        if (!summary.decides().isEmpty()) {
            out.println();
            out.println(text("decides"));
            summary.sentences().forEach(sentence -> paragraph(out, "  - ", sentence));
            if (!summary.alsoFactors().isEmpty()) {
                paragraph(out, "  - ", text("also") + " " + String.join(", ", summary.alsoFactors()) + ".");
            }
        }
        if (!summary.open().isEmpty()) {
            out.println();
            out.println(text("open"));
            summary.open().forEach(open -> paragraph(out, "  - ", open.question() + " " + open.why()));
        }
        if (!summary.todo().isEmpty()) {
            out.println();
            out.println(text("todo"));
            int number = 1;
            for (Summary.Stage stage : summary.todo()) {
                print(out, number++, stage);
            }
        }
        if (summary.sure() != null) {
            out.println();
            paragraph(out, "", summary.sure().text());
        }
        out.println();
        if (!full) {
            paragraph(out, "", text("more"));
        }
    }

    private void print(PrintWriter out, int number, Summary.Stage stage) {
        String head = "  " + number + ". " + stage.name();
        if (stage.steps().size() == 1) {
            paragraph(out, head + text("colon") + " ", stage.steps().get(0).text());
        } else {
            out.println(head);
            stage.steps().forEach(step -> paragraph(out, "     - ", step.text()));
        }
    }

    private static void paragraph(PrintWriter out, String indent, String text) {
        String hang = " ".repeat(Math.min(indent.length(), 7));
        String wrapped = WordUtils.wrap(indent.stripLeading() + text, WIDTH - 5, "\n" + hang, false);
        out.println(" ".repeat(indent.length() - indent.stripLeading().length()) + wrapped);
    }

    private String text(String key) {
        return Words.of("explanation", language).getString(key);
    }
}
