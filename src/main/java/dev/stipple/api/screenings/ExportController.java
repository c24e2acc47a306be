package dev.stipple.api.screenings;

import dev.stipple.live.LiveRules;
import dev.stipple.live.Streams;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.rule.Verdict;
import dev.stipple.screening.Exports;
import dev.stipple.screening.exchange.Exported;
import dev.stipple.screening.kept.Search;
import dev.stipple.screening.kept.Status;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Gives every screening of a list, one after the other, as JSON Lines or as a table. */
@RestController
class ExportController {
    private static final String JSON_LINES = "application/x-ndjson";
    private static final String CSV = "text/csv;charset=UTF-8";
    private final Exports exports;
    private final LiveRules rules;
    private final Exported exported;
    private final Streams streams;

    ExportController(Exports exports, LiveRules rules, JsonMapper json, Streams streams) {
        this.exports = exports;
        this.rules = rules;
        this.exported = new Exported(exports, json);
        this.streams = streams;
    }

    @Operation(operationId = "exportScreenings", summary = "Export screenings as JSON Lines or CSV")
    @GetMapping(path = "/api/v1/screenings/export", produces = JSON_LINES)
    void jsonLines(
            @RequestParam(required = false) @Nullable Verdict verdict,
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant before,
            @RequestParam(required = false) @Nullable String text,
            Principal principal,
            HttpServletResponse response)
            throws IOException {
        Search search = search(verdict, status, from, before, text);
        streams.answer(
                response, MediaType.valueOf(JSON_LINES), out -> exported.jsonLines(search, principal.getName(), out));
    }

    /** Everything that is kept of the person, to be handed to them. */
    @Operation(operationId = "readPersonFile", summary = "Export all that is kept of a person")
    @GetMapping("/api/v1/screenings/{reference}/person")
    PersonFileView personFile(@PathVariable String reference, Principal principal) {
        return PersonFileView.of(exports.personFile(ScreeningsController.reference(reference), principal.getName()));
    }

    /** A row a person, with the answers as they were given, in the columns that an import takes. */
    @Operation(operationId = "exportScreenings", summary = "Export screenings as JSON Lines or CSV")
    @GetMapping(path = "/api/v1/screenings/export", produces = CSV)
    void csv(
            @RequestParam(required = false) @Nullable Verdict verdict,
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant before,
            @RequestParam(required = false) @Nullable String text,
            Principal principal,
            HttpServletResponse response)
            throws IOException {
        Search search = search(verdict, status, from, before, text);
        Questionnaire questionnaire = rules.assessor().rulebook().questionnaire();
        streams.answer(
                response, MediaType.valueOf(CSV), out -> exported.csv(search, principal.getName(), questionnaire, out));
    }

    private static Search search(
            @Nullable Verdict verdict,
            @Nullable Status status,
            @Nullable Instant from,
            @Nullable Instant before,
            @Nullable String text) {
        var filter = new Search.Filter(verdict, status, from, before, null, null, null, text);
        return new Search(filter, Search.Order.RECEIVED, false, null, 1);
    }
}
