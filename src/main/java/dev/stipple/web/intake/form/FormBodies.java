package dev.stipple.web.intake.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/** Takes what is filled in from the body of a form and from nowhere else: an address ends in logs, other bodies are not read. */
public final class FormBodies implements HandlerInterceptor {
    /** The parameters that an address may have, which are not filled in. */
    public static final Set<String> OF_ADDRESSES = Set.of("to", "language");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotSupportedException {
        if (request.getMethod().equals("POST")) {
            if (request.getContentType() != null
                    && !isForm(request.getContentType())
                    && !takesFile(handler, request.getContentType())) {
                throw new HttpMediaTypeNotSupportedException(
                        (MediaType) null, List.of(MediaType.APPLICATION_FORM_URLENCODED));
            }
            if (request.getQueryString() != null && !OF_ADDRESSES.containsAll(names(request.getQueryString()))) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
        }
        return true;
    }

    private static boolean isForm(String type) {
        try {
            return MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(MediaType.parseMediaType(type));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    /** Whether this is a form with a file, and its page takes one. */
    private static boolean takesFile(Object handler, String type) {
        PostMapping page =
                handler instanceof HandlerMethod method ? method.getMethodAnnotation(PostMapping.class) : null;
        return page != null
                && List.of(page.consumes()).contains(MediaType.MULTIPART_FORM_DATA_VALUE)
                && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    private static Set<String> names(String query) {
        return UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .keySet();
    }
}
