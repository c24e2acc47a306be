package dev.stipple.web.console;

import dev.stipple.screening.Erasures;
import dev.stipple.screening.kept.ErasedScreening;
import dev.stipple.screening.kept.InvalidSearch;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.UnknownScreening;
import dev.stipple.web.PageFrame;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** Turns what went wrong in the console into pages that say what to do. */
@ControllerAdvice(basePackageClasses = ConsoleFaults.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ConsoleFaults {
    private final Erasures erasures;
    private final PageFrame frame;
    private final ConsoleFrame console;

    ConsoleFaults(Erasures erasures, PageFrame frame, ConsoleFrame console) {
        this.erasures = erasures;
        this.frame = frame;
        this.console = console;
    }

    @ExceptionHandler(UnknownScreening.class)
    ModelAndView unknown(HttpServletRequest request, HttpServletResponse response) {
        return page("unknown", HttpStatus.NOT_FOUND, request, response);
    }

    @ExceptionHandler(InvalidSearch.class)
    ModelAndView elsewhere(HttpServletRequest request, HttpServletResponse response) {
        return page("search", HttpStatus.BAD_REQUEST, request, response);
    }

    @ExceptionHandler(ResponseStatusException.class)
    ModelAndView other(ResponseStatusException fault, HttpServletRequest request, HttpServletResponse response) {
        int status = fault.getStatusCode().value();
        var page = new ModelAndView("error", Map.of("status", status), fault.getStatusCode());
        return frame.around(page, request, response);
    }

    /** Shows the proof that it is erased. */
    @ExceptionHandler(ErasedScreening.class)
    ModelAndView erased(HttpServletRequest request, HttpServletResponse response) {
        var page = page("erased", HttpStatus.GONE, request, response);
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
            Reference.of(String.valueOf(variables.get("reference")))
                    .flatMap(erasures::of)
                    .ifPresent(proof -> page.addObject("proof", proof));
        }
        return page;
    }

    private ModelAndView page(
            String kind, HttpStatus status, HttpServletRequest request, HttpServletResponse response) {
        var page = new ModelAndView("console/gone", Map.of("kind", kind), status);
        console.around(page, request);
        return frame.around(page, request, response);
    }
}
