package dev.stipple.api.screenings;

import dev.stipple.live.LiveRules;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.exchange.Imports;
import dev.stipple.text.DecodedText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Keeps the people of a file, each line by itself, and reports on every line that is refused. */
@RestController
class ImportController {
    private final Imports imports;
    private final LiveRules rules;

    ImportController(Screenings screenings, LiveRules rules) {
        this.imports = new Imports(screenings);
        this.rules = rules;
    }

    @Operation(operationId = "importScreenings", summary = "Import screenings from JSON Lines or CSV")
    @PostMapping(path = "/api/v1/screenings/import", consumes = "application/x-ndjson")
    Imports.Report jsonLines(
            InputStream body,
            @Parameter(hidden = true) @RequestHeader("Content-Type") MediaType type,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Principal principal) {
        return imports.jsonLines(text(body, type), rules.assessor(), key, principal.getName());
    }

    @Operation(operationId = "importScreenings", summary = "Import screenings from JSON Lines or CSV")
    @PostMapping(path = "/api/v1/screenings/import", consumes = "text/csv")
    Imports.Report csv(
            InputStream body,
            @Parameter(hidden = true) @RequestHeader("Content-Type") MediaType type,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Principal principal) {
        return imports.csv(text(body, type), rules.assessor(), key, principal.getName());
    }

    /** The text in the encoding that the request names, else in UTF-8. */
    private static DecodedText text(InputStream body, MediaType type) {
        return new DecodedText(body, Objects.requireNonNullElse(type.getCharset(), StandardCharsets.UTF_8));
    }
}
