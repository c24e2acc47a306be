package dev.stipple.api.screenings;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stipple.answers.AnswerFault;
import dev.stipple.answers.AnswerFaults;
import dev.stipple.answers.AnswersFile;
import dev.stipple.answers.BrokenTable;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.live.LiveRules;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.kept.KeyReused;
import dev.stipple.text.DecodedText;
import dev.stipple.text.StrictJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonPointer;

/** Keeps the people of a file, each line by itself, and reports on every line that is refused. */
@RestController
class ImportController {
    /** Where each column beside the answers stands in a line. */
    static final Map<String, JsonPointer> COLUMNS = columns();

    /** A line that was kept. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Kept(long line, @Nullable String id, String reference) {}

    /**
     * A line that was not.
     *
     * @param more how many faults it has besides
     */
    record Refused(long line, List<AnswerFault> errors, int more) {}

    /**
     * What came of the file.
     *
     * @param refused the first lines that were not kept
     * @param moreRefused how many there are besides
     * @param unreadFrom the line from which on a table could not be read; missing where it was read to its end
     * @param leftOut what lines that were kept say beside the person, and what is not kept
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Report(
            List<Kept> kept,
            List<Refused> refused,
            int moreRefused,
            @Nullable Long unreadFrom,
            SortedSet<String> leftOut) {}

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
    private final LiveRules rules;

    ImportController(Screenings screenings, LiveRules rules) {
        this.screenings = screenings;
        this.rules = rules;
    }

    private static Map<String, JsonPointer> columns() {
        var columns = new HashMap<String, JsonPointer>();
        Stream.concat(
                        Stream.of(
                                AnswersFile.ID,
                                "language",
                                "consent",
                                SubmissionRequest.GIVEN,
                                ExportController.OLDER,
                                ExportController.ALTERED),
                        ImportedLine.LEFT_OUT.stream())
                .forEach(each -> columns.put(each, JsonPointer.empty().appendProperty(each)));
        Stream.of("name", "email", "phone")
                .forEach(each -> columns.put(
                        each, JsonPointer.empty().appendProperty("contact").appendProperty(each)));
        return columns;
    }

    @Operation(operationId = "importScreenings", summary = "Import screenings from JSON Lines or CSV")
    @PostMapping(path = "/api/v1/screenings/import", consumes = "application/x-ndjson")
    Report jsonLines(
            InputStream body,
            @Parameter(hidden = true) @RequestHeader("Content-Type") MediaType type,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Principal principal) {
        return keep(AnswersFile.jsonLines(text(body, type)), key, principal.getName());
    }

    @Operation(operationId = "importScreenings", summary = "Import screenings from JSON Lines or CSV")
    @PostMapping(path = "/api/v1/screenings/import", consumes = "text/csv")
    Report csv(
            InputStream body,
            @Parameter(hidden = true) @RequestHeader("Content-Type") MediaType type,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Principal principal) {
        var questionnaire = rules.assessor().rulebook().questionnaire();
        return keep(AnswersFile.csv(text(body, type), questionnaire, COLUMNS), key, principal.getName());
    }

    /** The text in the encoding that the request names, else in UTF-8. */
    private static DecodedText text(InputStream body, MediaType type) {
        return new DecodedText(body, Objects.requireNonNullElse(type.getCharset(), StandardCharsets.UTF_8));
    }

    private Report keep(AnswersFile file, @Nullable String key, String actor) {
        var line = new ImportedLine(screenings, rules.assessor().patient(), key, actor);
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
