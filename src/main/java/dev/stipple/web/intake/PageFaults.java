package dev.stipple.web.intake;

import dev.stipple.intake.TooManyDrafts;
import dev.stipple.screening.OwnScreenings;
import dev.stipple.screening.kept.ErasedScreening;
import dev.stipple.screening.kept.Link;
import dev.stipple.screening.kept.UnknownLink;
import dev.stipple.screening.uploads.UnknownUpload;
import dev.stipple.store.Unreadable;
import dev.stipple.store.keys.Altered;
import dev.stipple.web.PageFrame;
import dev.stipple.web.intake.form.UnknownDraft;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** Turns what went wrong into pages that say what to do, where the console has none of its own. */
@ControllerAdvice(basePackageClasses = PageFrame.class)
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class PageFaults {
    private static final Logger LOG = LoggerFactory.getLogger(PageFaults.class);
    private static final String TEN_MINUTES = "600";

    private final PageFrame frame;
    private final OwnScreenings own;

    PageFaults(PageFrame frame, OwnScreenings own) {
        this.frame = frame;
        this.own = own;
    }

    /**
     * Where the form was sent, its link opens what was sent, and says that nothing more was taken from a page of it, save
     * where nothing was entered there and it was sent twice. Who wanted to delete it is asked whether to delete what was
     * sent.
     */
    @ExceptionHandler(UnknownDraft.class)
    ModelAndView unknownDraft(UnknownDraft fault, HttpServletRequest request, HttpServletResponse response) {
        String form = "/intake/" + fault.token();
        boolean removal = isPosted(request, form + "/removal");
        var link = new Link(fault.token());
        if (own.isKept(link)) {
            boolean again = isPosted(request, form + "/handover") && isAsSent(request, link);
            boolean late = request.getMethod().equals("POST") && !again;
            return new ModelAndView("redirect:" + Redirects.sent(fault.token()) + (removal ? "/removal" : "")
                    + (late ? "?late=true" : ""));
        }
        return removal ? new ModelAndView("redirect:/intake/removed") : unknownLink(request, response);
    }

    /** Whether nothing was entered but what was sent, as where a button is pressed twice; not where it is erased meanwhile. */
    private boolean isAsSent(HttpServletRequest request, Link link) {
        if (request.getParameterMap().isEmpty()) {
            return true;
        }
        var entered = Handover.contact(
                request.getParameter("name"), request.getParameter("email"), request.getParameter("phone"));
        try {
            return entered.equals(own.find(link).contact());
        } catch (UnknownLink erased) {
            return false;
        }
    }

    private static boolean isPosted(HttpServletRequest request, String address) {
        return request.getMethod().equals("POST") && request.getRequestURI().equals(address);
    }

    @ExceptionHandler({UnknownLink.class, UnknownUpload.class, ErasedScreening.class})
    ModelAndView unknownLink(HttpServletRequest request, HttpServletResponse response) {
        return frame.around(new ModelAndView("intake/unknown", HttpStatus.NOT_FOUND), request, response);
    }

    /** Shows nothing that somebody changed in the database, and says so to whoever looks after it too. */
    @ExceptionHandler({Altered.class, Unreadable.class})
    ModelAndView altered(RuntimeException fault, HttpServletRequest request, HttpServletResponse response) {
        LOG.error(fault.getMessage());
        var page = new ModelAndView("intake/altered", HttpStatus.INTERNAL_SERVER_ERROR);
        token(request)
                .filter(token -> own.isKept(new Link(token)))
                .ifPresent(token -> page.addObject("removal", Redirects.sent(token) + "/removal"));
        return frame.around(page, request, response);
    }

    private static Optional<String> token(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables instanceof Map<?, ?> map && map.get("token") instanceof String token
                ? Optional.of(token)
                : Optional.empty();
    }

    @ExceptionHandler(ResponseStatusException.class)
    ModelAndView refused(ResponseStatusException fault, HttpServletRequest request, HttpServletResponse response) {
        var page = new ModelAndView("error", fault.getStatusCode());
        page.addObject("status", fault.getStatusCode().value());
        return frame.around(page, request, response);
    }

    @ExceptionHandler(TooManyDrafts.class)
    ModelAndView tooManyDrafts(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, TEN_MINUTES);
        return frame.around(new ModelAndView("intake/full", HttpStatus.SERVICE_UNAVAILABLE), request, response);
    }

    @ExceptionHandler(TypeMismatchException.class)
    ModelAndView unreadable(TypeMismatchException fault, HttpServletRequest request, HttpServletResponse response) {
        boolean field = fault instanceof MethodArgumentTypeMismatchException of
                && of.getParameter().hasParameterAnnotation(RequestParam.class);
        return refused(
                new ResponseStatusException(field ? HttpStatus.BAD_REQUEST : HttpStatus.NOT_FOUND), request, response);
    }

    @ExceptionHandler(MissingServletRequestParameterException.class)
    ModelAndView incomplete(HttpServletRequest request, HttpServletResponse response) {
        return refused(new ResponseStatusException(HttpStatus.BAD_REQUEST), request, response);
    }
}
