package dev.stipple.api.screenings;

import dev.stipple.access.accounts.Accounts;
import dev.stipple.answers.SentJson;
import dev.stipple.assessment.GivenLater;
import dev.stipple.live.LiveRules;
import dev.stipple.rule.Verdict;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.exchange.ScreeningView;
import dev.stipple.screening.exchange.SubmissionRequest;
import dev.stipple.screening.kept.InvalidSearch;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Retry;
import dev.stipple.screening.kept.Search;
import dev.stipple.screening.kept.Status;
import dev.stipple.screening.kept.UnknownScreening;
import dev.stipple.text.StrictJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Keeps, finds, lists and erases screenings. */
@RestController
class ScreeningsController {
    private static final int LARGEST_PAGE = 200;
    private static final String NOBODY = "-";

    private final Screenings screenings;
    private final LiveRules rules;
    private final Accounts accounts;

    ScreeningsController(Screenings screenings, LiveRules rules, Accounts accounts) {
        this.screenings = screenings;
        this.rules = rules;
        this.accounts = accounts;
    }

    @Operation(operationId = "keepScreening", summary = "Keep a screening")
    @PostMapping(path = "/api/v1/screenings", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<KeptView> keep(
            @RequestBody byte[] body,
            @Parameter(description = "the day on which the answers were given, from which those about time count on")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = ISO.DATE)
                    @Nullable
                    LocalDate given,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Principal principal) {
        var assessor = rules.assessor();
        var submission = SubmissionRequest.read(assessor.rulebook().questionnaire(), SentJson.of(StrictJson.read(body)))
                .givenOn(GivenLater.checked(given, LocalDate.now(ZoneId.systemDefault())));
        var retry =
                key == null ? null : Retry.of(principal.getName(), key, given == null ? "" : "given=" + given, body);
        var kept = screenings.keep(submission, assessor, principal.getName(), retry);
        return ResponseEntity.created(URI.create("/api/v1/screenings/" + kept.reference()))
                .body(KeptView.of(kept));
    }

    @Operation(operationId = "listScreenings", summary = "Search the screenings")
    @GetMapping("/api/v1/screenings")
    PageView list(
            @RequestParam(required = false) @Nullable Verdict verdict,
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant before,
            @Parameter(description = "what is next to come is to come before this day")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = ISO.DATE)
                    @Nullable
                    LocalDate dueBefore,
            @Parameter(description = "to whom they are given: an account, or - for nobody who can open them")
                    @RequestParam(required = false)
                    @Nullable
                    String assignee,
            @Parameter(description = "only what who asks has not opened, or not as it is now")
                    @RequestParam(defaultValue = "false")
                    boolean news,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "RECEIVED") Search.Order sort,
            @RequestParam(defaultValue = "true") boolean descending,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Schema(minimum = "1", maximum = "" + LARGEST_PAGE) int size,
            Principal principal) {
        if (size < 1 || size > LARGEST_PAGE) {
            throw new InvalidSearch("'size' is from 1 to " + LARGEST_PAGE + ".");
        }
        String reader = principal.getName();
        var filter = new Search.Filter(
                verdict, status, from, before, dueBefore, assigned(assignee), news ? reader : null, text);
        return PageView.of(screenings.list(new Search(filter, sort, descending, after, size), reader));
    }

    private Search.@Nullable Assigned assigned(@Nullable String assignee) {
        if (assignee == null) {
            return null;
        }
        return assignee.equals(NOBODY)
                ? Search.Assigned.toNobody(accounts.colleagues().gone())
                : Search.Assigned.to(assignee);
    }

    @Operation(operationId = "readScreening", summary = "Read a screening")
    @GetMapping("/api/v1/screenings/{reference}")
    ScreeningView find(@PathVariable String reference, Principal principal) {
        return ScreeningView.of(screenings.find(reference(reference), principal.getName()));
    }

    @Operation(operationId = "eraseScreening", summary = "Erase a screening and the key that sealed it")
    @DeleteMapping("/api/v1/screenings/{reference}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(@PathVariable String reference, Principal principal) {
        screenings.erase(reference(reference), principal.getName(), "asked for");
    }

    static Reference reference(String text) {
        return Reference.of(text).orElseThrow(UnknownScreening::new);
    }
}
