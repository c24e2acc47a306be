package dev.stipple.web;

import dev.stipple.screening.TooManyDrafts;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Turns what went wrong into pages that say what to do. */
@ControllerAdvice(basePackageClasses = PageFaults.class)
class PageFaults {
    private static final String TEN_MINUTES = "600";

    @ExceptionHandler(UnknownDraft.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String unknownDraft() {
        return "intake/unknown";
    }

    @ExceptionHandler(TooManyDrafts.class)
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    String tooManyDrafts(HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, TEN_MINUTES);
        return "intake/full";
    }
}
