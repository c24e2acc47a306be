package dev.stipple.access.limits;

import dev.stipple.access.refusals.Refusal;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.ParameterParser;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.apache.tomcat.util.http.fileupload.impl.SizeLimitExceededException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/**
 * Turns away parameters that cannot be decoded or are too many, and forms with files that cannot be taken apart, before
 * anybody asks for one: the failure quotes what a person entered, or the name of their file, and would be logged.
 */
final class ReadableParameters extends OncePerRequestFilter {
    private static final String DISPOSITION = "Content-Disposition";
    private static final Refusal PARAMETERS = new Refusal(
            HttpStatus.BAD_REQUEST,
            "Unreadable parameters",
            "What stands behind the question mark, or in the form, is too much or not UTF-8 that is percent-encoded.");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            chain.doFilter(isTakenApart(request) ? request : new Bare(request), response);
            return;
        }
        Optional<Refusal> refusal = refusal(request);
        if (refusal.isPresent()) {
            refusal.get().write(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /**
     * Whether a page that tells of a refusal, perhaps of one before this filter, may look at the parameters. A body that was
     * refused while it trickled in would be waited for.
     */
    private static boolean isTakenApart(HttpServletRequest request) {
        boolean arrived = request.getContentType() == null || request.getAttribute(ReadBody.ATTRIBUTE) != null;
        if (!arrived || isForm(request.getContentType())) {
            return false;
        }
        try {
            request.getParameterNames();
            return true;
        } catch (InvalidParameterException e) {
            return false;
        }
    }

    private static Optional<Refusal> refusal(HttpServletRequest request) throws ServletException, IOException {
        try {
            request.getParameterNames();
            return isForm(request.getContentType()) ? refusalOfParts(request) : Optional.empty();
        } catch (InvalidParameterException e) {
            return e.getCause() == null ? Optional.of(PARAMETERS) : refusal(request, e.getCause());
        } catch (RuntimeException e) {
            if (isForm(request.getContentType())) {
                return refusal(request, e);
            }
            throw e;
        }
    }

    private static Optional<Refusal> refusal(HttpServletRequest request, Throwable cause) {
        if (cause instanceof FileCountLimitExceededException) {
            return form(request, HttpStatus.CONTENT_TOO_LARGE, "The form has too many parts.");
        }
        if (cause instanceof SizeLimitExceededException limit
                && limit.getActualSize() != request.getContentLengthLong()) {
            return form(
                    request,
                    HttpStatus.BAD_REQUEST,
                    "The head of a part of the form is too long; give its file a short name.");
        }
        if (cause instanceof SizeException) {
            return form(request, HttpStatus.CONTENT_TOO_LARGE, "The form is too large; send less at a time.");
        }
        if (cause instanceof IllegalStateException) {
            return form(
                    request, HttpStatus.CONTENT_TOO_LARGE, "The fields of the form that are no files are too large.");
        }
        if (cause instanceof RuntimeException) {
            return form(
                    request,
                    HttpStatus.BAD_REQUEST,
                    "The head of a part of the form, such as its file name, cannot be read or holds NUL.");
        }
        return cause instanceof FileUploadException || cause instanceof ServletException
                ? form(
                        request,
                        HttpStatus.BAD_REQUEST,
                        "The form does not end with its boundary, or Content-Type names none that can be used.")
                : Optional.of(PARAMETERS);
    }

    /** Reads the parts as they are read later, and counts them, as those without a name are passed over. */
    private static Optional<Refusal> refusalOfParts(HttpServletRequest request) throws ServletException, IOException {
        new StandardServletMultipartResolver().resolveMultipart(request);
        String boundary = boundary(request.getContentType());
        if (boundary == null || !(request.getAttribute(ReadBody.ATTRIBUTE) instanceof ReadBody body)) {
            return Optional.empty();
        }
        int parts = body.parts(boundary);
        if (request.getParts().size() < parts) {
            return form(request, HttpStatus.BAD_REQUEST, "A part of the form has no name.");
        }
        if (request.getParts().stream()
                .anyMatch(part -> part.getHeaders(DISPOSITION).size() > 1)) {
            return form(request, HttpStatus.BAD_REQUEST, "A part of the form says twice what it is.");
        }
        return parts > 0 && body.hasMore(boundary)
                ? form(
                        request,
                        HttpStatus.BAD_REQUEST,
                        "Something stands before the first part of the form, or after the last.")
                : Optional.empty();
    }

    private static Optional<Refusal> form(HttpServletRequest request, HttpStatus status, String detail) {
        request.setAttribute(Refusal.FORM, true);
        String title = status == HttpStatus.CONTENT_TOO_LARGE ? "Too large" : "Unreadable form";
        return Optional.of(new Refusal(status, title, detail));
    }

    /** Whether a body says that it is a form with files, perhaps without what is needed to take it apart. */
    static boolean isForm(@Nullable String type) {
        return StringUtils.startsWithIgnoreCase(type, MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    /** As Tomcat reads it. */
    private static @Nullable String boundary(String type) {
        var parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        return parser.parse(type, new char[] {';', ','}).get("boundary");
    }

    /** A request without what was filled in, of which no page that tells of a refusal has need. */
    private static final class Bare extends HttpServletRequestWrapper {
        Bare(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }
    }
}
