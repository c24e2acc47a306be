package dev.stipple.web.intake;

import dev.stipple.intake.TooManyDrafts;
import dev.stipple.screening.OwnScreenings;
import dev.stipple.screening.kept.ErasedScreening;
import dev.stipple.screening.kept.Link;
import dev.stipple.screening.kept.UnknownLink;
import dev.stipple.screening.uploads.UnknownUpload;
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
    private final OwnScreenings own;

    PageFaults(PageFrame frame, OwnScreenings own) {
        this.frame = frame;
        this.own = own;
    }

    /** Where the form was sent, its link opens what was sent, and says that nothing more was taken from a page of it. */
    @ExceptionHandler(UnknownDraft.class)
    ModelAndView unknownDraft(UnknownDraft fault, HttpServletRequest request, HttpServletResponse response) {
        String late = request.getMethod().equals("POST") ? "?late=true" : "";
        return own.isKept(new Link(fault.token()))
                ? new ModelAndView("redirect:" + Redirects.sent(fault.token()) + late)
                : unknownLink(request, response);
    }

    @ExceptionHandler({UnknownLink.class, UnknownUpload.class, ErasedScreening.class})
    ModelAndView unknownLink(HttpServletRequest request, HttpServletResponse response) {
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
