package dev.stipple.screening.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stipple.answers.AnswerFault;
import dev.stipple.answers.AnswerFaults;
import dev.stipple.answers.AnswersFile;
import dev.stipple.answers.BrokenTable;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.assessment.Assessor;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.kept.KeyReused;
import dev.stipple.text.DecodedText;
import dev.stipple.text.StrictJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/** Keeps the people of a file, each line by itself, and reports on every line that is refused. */
public final class Imports {
    /** Where each column beside the answers stands in a line. */
    static final Map<String, JsonPointer> COLUMNS = columns();

    /** A line that was kept. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Kept(long line, @Nullable String id, String reference) {}

    /**
     * A line that was not.
     *
     * @param more how many faults it has besides
     */
    public record Refused(long line, List<AnswerFault> errors, int more) {}

    /**
     * What came of the file.
     *
     * @param refused the first lines that were not kept
     * @param moreRefused how many there are besides
     * @param unreadFrom the line from which on a table could not be read; missing where it was read to its end
     * @param leftOut what lines that were kept say beside the person, and what is not kept
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Report(
            List<Kept> kept,
            List<Refused> refused,
            int moreRefused,
            @Nullable Long unreadFrom,
            SortedSet<String> leftOut) {
        /** Nobody is kept, as the columns are not those of a table of people. */
        public static Report ofHeader(InvalidAnswers problem) {
            var lines = new Lines();
            lines.refuse(1, problem);
            return lines.report();
        }

        /** Nobody is kept, as the table ends in its first line. */
        public static Report ofHeader(BrokenTable problem) {
            var lines = new Lines();
            lines.end(1, problem);
            return lines.report();
        }
    }

    /** What came of the lines that were read so far. */
    private static final class Lines {
        private final List<Kept> kept = new ArrayList<>();
        private final List<Refused> refused = new ArrayList<>();
        private final SortedSet<String> leftOut = new TreeSet<>();
        private int moreRefused;
        private @Nullable Long unreadFrom;

        private void refuse(long line, InvalidAnswers problem) {
            if (refused.size() < AnswerFaults.MOST_TOLD) {
                refused.add(new Refused(line, problem.faults(), problem.more()));
            } else {
                moreRefused++;
            }
        }

        private void refuse(long line, RuntimeException problem) {
            refuse(
                    line,
                    new InvalidAnswers(List.of(new AnswerFault(
                            "", String.valueOf(problem.getMessage()), "a line as the documentation shows", null))));
        }

        private void end(long line, BrokenTable problem) {
            unreadFrom = line;
            refuse(line, problem);
        }

        private Report report() {
            return new Report(kept, refused, moreRefused, unreadFrom, leftOut);
        }
    }

    private final Screenings screenings;

    public Imports(Screenings screenings) {
        this.screenings = screenings;
    }

    private static Map<String, JsonPointer> columns() {
        var columns = new HashMap<String, JsonPointer>();
        Stream.concat(
                        Stream.of(
                                AnswersFile.ID,
                                "language",
                                "consent",
                                SubmissionRequest.GIVEN,
                                Exported.OLDER,
                                Exported.ALTERED),
                        ImportedLine.LEFT_OUT.stream())
                .forEach(each -> columns.put(each, JsonPointer.empty().appendProperty(each)));
        Stream.of("name", "email", "phone")
                .forEach(each -> columns.put(
                        each, JsonPointer.empty().appendProperty("contact").appendProperty(each)));
        return columns;
    }

    /**
     * Keeps the people of JSON Lines.
     *
     * @param key makes each line its own retry; null where the same file sent again keeps everybody twice
     */
    public Report jsonLines(DecodedText text, Assessor assessor, @Nullable String key, String actor) {
        return keep(AnswersFile.jsonLines(text), assessor, key, actor);
    }

    /** Keeps the people of a table; the key is that of {@link #jsonLines}. */
    public Report csv(DecodedText text, Assessor assessor, @Nullable String key, String actor) {
        return keep(AnswersFile.csv(text, assessor.rulebook().questionnaire(), COLUMNS), assessor, key, actor);
    }

    private Report keep(AnswersFile file, Assessor assessor, @Nullable String key, String actor) {
        var line = new ImportedLine(screenings, assessor.patient(), key, actor);
        var lines = new Lines();
        file.forEachRemaining(row -> keep(line, row, lines));
        return lines.report();
    }

    private static void keep(ImportedLine line, AnswersFile.Row row, Lines lines) {
        try {
            lines.kept.add(line.keep(row, lines.leftOut));
        } catch (InvalidAnswers e) {
            lines.refuse(row.line(), e);
        } catch (BrokenTable e) {
            lines.end(row.line(), e);
        } catch (StrictJson.Malformed | KeyReused e) {
            lines.refuse(row.line(), e);
        }
    }
}
