package dev.stipple.api.screenings;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stipple.answers.AnswerFault;
import dev.stipple.answers.AnswersFile;
import dev.stipple.answers.BrokenTable;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.live.RulebookWatch;
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

    /** A line that was not. */
    record Refused(long line, List<AnswerFault> errors) {}

    /** What came of the file. */
    record Report(List<Kept> kept, List<Refused> refused) {}

    private final Screenings screenings;
    private final RulebookWatch watch;

    ImportController(Screenings screenings, RulebookWatch watch) {
        this.screenings = screenings;
        this.watch = watch;
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
        var questionnaire = watch.state().assessor().rulebook().questionnaire();
        return keep(AnswersFile.csv(reader(body), questionnaire, BESIDES), key, principal.getName());
    }

    private static Reader reader(InputStream body) {
        return new InputStreamReader(body, StandardCharsets.UTF_8);
    }

    private Report keep(AnswersFile file, @Nullable String key, String actor) {
        var line = new ImportedLine(screenings, watch.state().assessor(), key, actor);
        var report = new Report(new ArrayList<>(), new ArrayList<>());
        long last = 0;
        try {
            while (file.hasNext()) {
                AnswersFile.Row row = file.next();
                last = row.line();
                keep(line, row, report);
            }
        } catch (BrokenTable e) {
            report.refused().add(new Refused(last + 1, List.of(fault("", String.valueOf(e.getMessage())))));
        }
        return report;
    }

    private static void keep(ImportedLine line, AnswersFile.Row row, Report report) {
        try {
            report.kept().add(line.keep(row));
        } catch (InvalidAnswers e) {
            report.refused().add(new Refused(row.line(), e.faults()));
        } catch (StrictJson.Malformed | KeyReused e) {
            report.refused().add(new Refused(row.line(), List.of(fault("", String.valueOf(e.getMessage())))));
        }
    }

    private static AnswerFault fault(String pointer, String problem) {
        return new AnswerFault(pointer, problem, "a line as the documentation shows", null);
    }
}
