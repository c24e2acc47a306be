package dev.stipple.web.intake;

import dev.stipple.intake.TooManyDrafts;
import dev.stipple.web.PageFrame;
import dev.stipple.web.intake.form.UnknownDraft;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Turns what went wrong into pages that say what to do. */
@ControllerAdvice(basePackageClasses = PageFrame.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageFaults {
    private static final String TEN_MINUTES = "600";

    private final PageFrame frame;

    PageFaults(PageFrame frame) {
        this.frame = frame;
    }

    @ExceptionHandler(UnknownDraft.class)
    ModelAndView unknownDraft(HttpServletRequest request, HttpServletResponse response) {
        return frame.around(new ModelAndView("intake/unknown", HttpStatus.NOT_FOUND), request, response);
    }

    @ExceptionHandler(TooManyDrafts.class)
    ModelAndView tooManyDrafts(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, TEN_MINUTES);
        return frame.around(new ModelAndView("intake/full", HttpStatus.SERVICE_UNAVAILABLE), request, response);
    }

    @ExceptionHandler({TypeMismatchException.class, MissingServletRequestParameterException.class})
    ModelAndView unknownPage(HttpServletRequest request, HttpServletResponse response) {
        var page = new ModelAndView("error", HttpStatus.NOT_FOUND);
        page.addObject("status", HttpStatus.NOT_FOUND.value());
        return frame.around(page, request, response);
    }
}
