package dev.stipple.api.screenings;

import dev.stipple.access.accounts.Accounts;
import dev.stipple.access.accounts.InvalidAccount;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.exchange.ScreeningView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.security.Principal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives screenings to those who look after them. */
@RestController
@RequestMapping("/api/v1/screenings/{reference}/assignee")
class AssigneeController {
    private final Screenings screenings;
    private final Accounts accounts;

    AssigneeController(Screenings screenings, Accounts accounts) {
        this.screenings = screenings;
        this.accounts = accounts;
    }

    @Operation(operationId = "assignScreening", summary = "Give a screening to somebody who looks after it")
    @PutMapping
    ScreeningView assign(
            @PathVariable String reference,
            @Parameter(description = "an open account of a consultant or an admin, or whoever asks") @RequestParam
                    String name,
            Principal principal) {
        if (!accounts.colleagues().takeUp(name, principal.getName())) {
            throw new InvalidAccount("A screening is given to an open account of a consultant or an admin.");
        }
        return ScreeningView.of(
                screenings.assign(ScreeningsController.reference(reference), name, principal.getName()));
    }

    @Operation(operationId = "unassignScreening", summary = "Give a screening to nobody")
    @DeleteMapping
    ScreeningView unassign(@PathVariable String reference, Principal principal) {
        return ScreeningView.of(
                screenings.assign(ScreeningsController.reference(reference), null, principal.getName()));
    }
}
