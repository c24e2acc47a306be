package dev.stipple.api.screenings;

import dev.stipple.access.accounts.InvalidAccount;
import dev.stipple.access.accounts.UnknownName;
import dev.stipple.screening.agenda.UnknownDue;
import dev.stipple.screening.kept.ChangedMeanwhile;
import dev.stipple.screening.kept.Decision;
import dev.stipple.screening.kept.ErasedScreening;
import dev.stipple.screening.kept.InvalidSearch;
import dev.stipple.screening.kept.KeyReused;
import dev.stipple.screening.kept.UnknownScreening;
import dev.stipple.store.Unreadable;
import dev.stipple.store.keys.Altered;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns what went wrong with kept screenings into problem details (RFC 9457). */
@RestControllerAdvice(basePackages = "dev.stipple.api")
class ScreeningProblems {
    private static final Logger LOG = LoggerFactory.getLogger(ScreeningProblems.class);

    @ExceptionHandler
    ProblemDetail unknown(UnknownScreening problem) {
        return problem(HttpStatus.NOT_FOUND, "Unknown screening", problem.getMessage());
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownDue problem) {
        return problem(HttpStatus.NOT_FOUND, "Nothing to come", problem.getMessage());
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownName problem) {
        return problem(HttpStatus.NOT_FOUND, "Unknown name", problem.getMessage());
    }

    @ExceptionHandler
    ProblemDetail erased(ErasedScreening problem) {
        return problem(HttpStatus.GONE, "Erased screening", problem.getMessage());
    }

    /** Says so to whoever looks after the service too. */
    @ExceptionHandler({Altered.class, Unreadable.class})
    ProblemDetail altered(RuntimeException problem) {
        LOG.error(problem.getMessage());
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "Altered in the database", problem.getMessage());
    }

    @ExceptionHandler
    ProblemDetail conflict(ChangedMeanwhile problem) {
        var detail = problem(HttpStatus.CONFLICT, "Changed meanwhile", problem.getMessage());
        detail.setProperty("version", problem.version());
        return detail;
    }

    @ExceptionHandler
    ProblemDetail reused(KeyReused problem) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, "Idempotency-Key reused", problem.getMessage());
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidSearch problem) {
        return problem(HttpStatus.BAD_REQUEST, "Invalid search", problem.getMessage());
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidAccount problem) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, "Invalid account", problem.getMessage());
    }

    @ExceptionHandler
    ProblemDetail invalid(Decision.Invalid problem) {
        return invalid(DecisionRequest.told(problem.fault()));
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidRequest problem) {
        var detail = problem(HttpStatus.UNPROCESSABLE_CONTENT, "Invalid request", problem.getMessage());
        detail.setProperty("errors", problem.faults());
        return detail;
    }

    private static ProblemDetail problem(HttpStatus status, String title, @Nullable String text) {
        var detail = ProblemDetail.forStatusAndDetail(status, text);
        detail.setTitle(title);
        return detail;
    }
}
