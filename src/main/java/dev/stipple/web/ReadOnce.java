package dev.stipple.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses what is filled in twice where a page reads it once, as one of the two would be passed over. */
final class ReadOnce implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod page
                && (isTwice(request, ChosenLanguage.NAME)
                        || Stream.of(page.getMethodParameters()).anyMatch(each -> isTwice(request, each)))) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return true;
    }

    private static boolean isTwice(HttpServletRequest request, MethodParameter parameter) {
        RequestParam field = parameter.getParameterAnnotation(RequestParam.class);
        if (field == null || Collection.class.isAssignableFrom(parameter.getParameterType())) {
            return false;
        }
        String name = field.name().isEmpty() ? parameter.getParameter().getName() : field.name();
        return isTwice(request, name);
    }

    private static boolean isTwice(HttpServletRequest request, String name) {
        String[] given = request.getParameterValues(name);
        return given != null && given.length > 1;
    }
}
