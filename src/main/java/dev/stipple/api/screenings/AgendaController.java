package dev.stipple.api.screenings;

import dev.stipple.screening.Screenings;
import dev.stipple.screening.exchange.ScreeningView;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Notes how far what is to come for people is. */
@RestController
class AgendaController {
    private final Screenings screenings;

    AgendaController(Screenings screenings) {
        this.screenings = screenings;
    }

    /** Takes the place in the agenda, counted from 1. */
    @Operation(operationId = "markAgenda", summary = "Mark something to come as done, or as open")
    @PostMapping("/api/v1/screenings/{reference}/agenda/{number}")
    ScreeningView mark(
            @PathVariable String reference,
            @PathVariable int number,
            @RequestParam int version,
            @RequestParam boolean done,
            Principal principal) {
        return ScreeningView.of(
                screenings.mark(ScreeningsController.reference(reference), version, number, done, principal.getName()));
    }
}
