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
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.NativeWebRequest;
import tools.jackson.databind.json.JsonMapper;

/** Gives every screening of a list, one after the other, as JSON Lines or as a table. */
@RestController
class ExportController {
    private static final String JSON_LINES = "application/x-ndjson";
    private static final String CSV = "text/csv;charset=UTF-8";
    private static final List<MediaType> FORMS = List.of(MediaType.valueOf(JSON_LINES), MediaType.valueOf(CSV));
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

    /** A line a person with all that is kept, or a row with the answers as they were given, in the columns that an import takes. */
    @Operation(operationId = "exportScreenings", summary = "Export screenings as JSON Lines or CSV")
    @ApiResponse(
            responseCode = "200",
            content = {@Content(mediaType = JSON_LINES), @Content(mediaType = CSV)})
    @GetMapping("/api/v1/screenings/export")
    void export(
            @RequestParam(required = false) @Nullable Verdict verdict,
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant before,
            @RequestParam(required = false) @Nullable String text,
            Principal principal,
            NativeWebRequest request,
            HttpServletResponse response)
            throws IOException, HttpMediaTypeNotAcceptableException {
        var search = new Search(
                new Search.Filter(verdict, status, from, before, null, null, null, text),
                Search.Order.RECEIVED,
                false,
                null,
                1);
        Questionnaire questionnaire = rules.assessor().rulebook().questionnaire();
        MediaType form = form(request);
        streams.answer(response, form, out -> {
            if (form.equals(FORMS.get(0))) {
                exported.jsonLines(search, principal.getName(), out);
            } else {
                exported.csv(search, principal.getName(), questionnaire, out);
            }
        });
    }

    /** The form that is asked for first. */
    private static MediaType form(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
        return new HeaderContentNegotiationStrategy()
                .resolveMediaTypes(request).stream()
                        .flatMap(each -> FORMS.stream().filter(each::isCompatibleWith))
                        .findFirst()
                        .orElseThrow(() -> new HttpMediaTypeNotAcceptableException(FORMS));
    }

    /** Everything that is kept of the person, to be handed to them. */
    @Operation(operationId = "readPersonFile", summary = "Export all that is kept of a person")
    @GetMapping("/api/v1/screenings/{reference}/person")
    PersonFileView personFile(@PathVariable String reference, Principal principal) {
        return PersonFileView.of(exports.personFile(ScreeningsController.reference(reference), principal.getName()));
    }
}
