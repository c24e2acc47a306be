package dev.stipple.api.screenings;

import dev.stipple.screening.Screenings;
import dev.stipple.screening.exchange.ScreeningView;
import dev.stipple.screening.kept.Screening.Note;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes what consultants note for each other. */
@RestController
class NotesController {
    /** The body of a request to add a note. */
    record NoteRequest(@Nullable String text) {}

    private final Screenings screenings;

    NotesController(Screenings screenings) {
        this.screenings = screenings;
    }

    /** A note stays until the person is erased. */
    @Operation(operationId = "noteScreening", summary = "Add a note to a screening for colleagues")
    @PostMapping("/api/v1/screenings/{reference}/notes")
    ScreeningView note(@PathVariable String reference, @RequestBody NoteRequest request, Principal principal) {
        String text = request.text() == null ? "" : request.text().strip();
        if (!Note.isText(text)) {
            throw new InvalidRequest("/text", "a note says something, in at most " + Note.LONGEST + " characters");
        }
        return ScreeningView.of(screenings.note(ScreeningsController.reference(reference), text, principal.getName()));
    }
}
