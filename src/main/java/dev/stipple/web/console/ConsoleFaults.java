package dev.stipple.web.console;

import dev.stipple.screening.Erasures;
import dev.stipple.screening.kept.ErasedScreening;
import dev.stipple.screening.kept.InvalidSearch;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.UnknownScreening;
import dev.stipple.screening.uploads.UnknownUpload;
import dev.stipple.store.Unreadable;
import dev.stipple.store.keys.Altered;
import dev.stipple.web.PageFrame;
import dev.stipple.web.Retention;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** Turns what went wrong in the console into pages that say what to do. */
@ControllerAdvice(basePackageClasses = ConsoleFaults.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ConsoleFaults {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleFaults.class);

    private final Erasures erasures;
    private final Retention retention;
    private final PageFrame frame;
    private final ConsoleFrame console;

    ConsoleFaults(Erasures erasures, Retention retention, PageFrame frame, ConsoleFrame console) {
        this.erasures = erasures;
        this.retention = retention;
        this.frame = frame;
        this.console = console;
    }

    @ExceptionHandler({UnknownScreening.class, UnknownUpload.class})
    ModelAndView unknown(HttpServletRequest request, HttpServletResponse response) {
        return page("unknown", HttpStatus.NOT_FOUND, request, response);
    }

    @ExceptionHandler(InvalidSearch.class)
    ModelAndView elsewhere(HttpServletRequest request, HttpServletResponse response) {
        return page("search", HttpStatus.BAD_REQUEST, request, response);
    }

    /** Refuses what somebody changed in the database, and says so to whoever looks after it too. */
    @ExceptionHandler({Altered.class, Unreadable.class})
    ModelAndView altered(RuntimeException fault, HttpServletRequest request, HttpServletResponse response) {
        LOG.error(fault.getMessage());
        var page = page("altered", HttpStatus.INTERNAL_SERVER_ERROR, request, response);
        reference(request).ifPresent(reference -> page.addObject("erasure", Desk.PATH + "/" + reference + "/erasure"));
        return page;
    }

    private static Optional<Reference> reference(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? Reference.of(String.valueOf(variables.get("reference")))
                : Optional.empty();
    }

    /** Shows the proof that it is erased. */
    @ExceptionHandler(ErasedScreening.class)
    ModelAndView erased(HttpServletRequest request, HttpServletResponse response) {
        var page = page("erased", HttpStatus.GONE, request, response);
        reference(request)
                .flatMap(erasures::of)
                .ifPresent(proof -> page.addObject("proof", proof).addObject("hours", retention.hours()));
        return page;
    }

    private ModelAndView page(
            String kind, HttpStatus status, HttpServletRequest request, HttpServletResponse response) {
        var page = new ModelAndView("console/gone", Map.of("kind", kind), status);
        console.around(page, request);
        return frame.around(page, request, response);
    }
}
