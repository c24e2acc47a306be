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
import dev.stipple.text.StrictJson;
import io.swagger.v3.oas.annotations.Operation;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Keeps the people of a file, each line by itself, and reports on every line that is refused. */
@RestController
class ImportController {
    static final Set<String> BESIDES = Set.of("id", "language", "consent", "name", "email", "phone");

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
     */
    record Report(List<Kept> kept, List<Refused> refused, int moreRefused) {}

    /** What came of the lines that were read so far. */
    private static final class Lines {
        private final List<Kept> kept = new ArrayList<>();
        private final List<Refused> refused = new ArrayList<>();
        private int moreRefused;

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

        private Report report() {
            return new Report(kept, refused, moreRefused);
        }
    }

    private final Screenings screenings;
    private final LiveRules rules;

    ImportController(Screenings screenings, LiveRules rules) {
        this.screenings = screenings;
        this.rules = rules;
    }

    @Operation(summary = "Import screenings from JSON Lines or CSV")
    @PostMapping(path = "/api/screenings/import", consumes = "application/x-ndjson")
    Report jsonLines(
            InputStream body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Principal principal) {
        return keep(AnswersFile.jsonLines(reader(body), BESIDES), key, principal.getName());
    }

    @Operation(summary = "Import screenings from JSON Lines or CSV")
    @PostMapping(path = "/api/screenings/import", consumes = "text/csv")
    Report csv(
            InputStream body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Principal principal) {
        var questionnaire = rules.assessor().rulebook().questionnaire();
        return keep(AnswersFile.csv(reader(body), questionnaire, BESIDES), key, principal.getName());
    }

    private static Reader reader(InputStream body) {
        return new InputStreamReader(body, StandardCharsets.UTF_8);
    }

    private Report keep(AnswersFile file, @Nullable String key, String actor) {
        var line = new ImportedLine(screenings, rules.assessor(), key, actor);
        var lines = new Lines();
        long last = 0;
        try {
            while (file.hasNext()) {
                AnswersFile.Row row = file.next();
                last = row.line();
                keep(line, row, lines);
            }
        } catch (BrokenTable e) {
            lines.refuse(last + 1, e);
        }
        return lines.report();
    }

    private static void keep(ImportedLine line, AnswersFile.Row row, Lines lines) {
        try {
            lines.kept.add(line.keep(row));
        } catch (InvalidAnswers e) {
            lines.refuse(row.line(), e);
        } catch (StrictJson.Malformed | KeyReused e) {
            lines.refuse(row.line(), e);
        }
    }
}
