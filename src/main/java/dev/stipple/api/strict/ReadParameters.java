package dev.stipple.api.strict;

import dev.stipple.access.refusals.FhirDoor;
import dev.stipple.text.Nearest;
import dev.stipple.wording.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses parameters that the method in charge does not read, ones given more than once of which it would read one, and a body
 * that it does not read. What FHIR lets a client ask of every server is known at its door, as far as it is what is answered anyway.
 */
final class ReadParameters implements HandlerInterceptor {
    private static final String FORMAT = "_format";
    private static final Map<String, String> FHIR =
            Map.of(FORMAT, "json|text/json|application/(fhir[+ ])?json", "_pretty", "true|false");
    private static final String RETRY = "Idempotency-Key";
    private static final String LANGUAGE = "language";
    private static final int LONGEST_TOLD = 60;

    /** Puts it before the doors of programs. */
    @Configuration
    static class Doors implements WebMvcConfigurer {
        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(new ReadParameters())
                    .addPathPatterns("/api/**", "/fhir/**", "/cds-services/**", "/surveyjs/**", "/calendar/**");
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotAcceptableException {
        if (handler instanceof HandlerMethod method) {
            Map<String, Boolean> read = read(method);
            Map<String, String> standard = FhirDoor.isAt(request.getRequestURI()) ? FHIR : Map.of();
            if (standard.containsKey(FORMAT) && isXml(request.getParameterValues(FORMAT))) {
                throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.valueOf(FhirDoor.MEDIA_TYPE)));
            }
            request.getParameterMap().forEach((name, values) -> {
                if (standard.containsKey(name)) {
                    checkStandard(name, standard.get(name), values);
                } else if (!read.containsKey(name)) {
                    throw unread(name, read.keySet());
                } else if (values.length > 1 && !read.get(name)) {
                    throw new UnusableParameter("'" + name + "' is given twice, and read once; leave one.");
                }
            });
            checkRetry(Collections.list(request.getHeaders(RETRY)));
            if (hasBody(request) && !readsBody(method)) {
                throw new UnreadBody();
            }
        }
        return true;
    }

    /** One without text would make one request of all that carry it. */
    private static void checkRetry(List<String> keys) {
        if (keys.size() > 1) {
            throw new UnusableParameter("'" + RETRY + "' is given twice, and read once; leave one.");
        }
        if (keys.stream().anyMatch(String::isBlank)) {
            throw new UnusableParameter("'" + RETRY + "' is empty; give what no other request has, or leave it out.");
        }
    }

    /** Whether something was sent that is not read as parameters, as the fields of a form are. */
    private static boolean hasBody(HttpServletRequest request) {
        boolean form = request.getMethod().equals("POST")
                && request.getContentType() != null
                && request.getContentType().startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
        return request.getContentLengthLong() > 0 && !form;
    }

    private static boolean readsBody(HandlerMethod method) {
        return Stream.of(method.getMethod().getParameters())
                .anyMatch(parameter -> parameter.isAnnotationPresent(RequestBody.class)
                        || parameter.getType().equals(InputStream.class));
    }

    private static boolean isXml(String @Nullable [] formats) {
        return formats != null && formats.length == 1 && formats[0].contains("xml");
    }

    /** The parameters that a method reads, and whether it reads many values of each. */
    private static Map<String, Boolean> read(HandlerMethod method) {
        var read = new LinkedHashMap<String, Boolean>();
        Stream.of(method.getMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                .forEach(
                        parameter -> read.put(name(parameter), Collection.class.isAssignableFrom(parameter.getType())));
        if (Stream.of(method.getMethod().getParameterTypes()).anyMatch(Language.class::equals)) {
            read.put(LANGUAGE, false);
        }
        return read;
    }

    private static String name(Parameter parameter) {
        String named = parameter.getAnnotation(RequestParam.class).name();
        return named.isEmpty() ? parameter.getName() : named;
    }

    private static void checkStandard(String name, String taken, String... values) {
        if (values.length > 1 || !values[0].matches(taken)) {
            throw new UnusableParameter("Of '" + name + "' only what is answered anyway is taken; leave it out.");
        }
    }

    private static UnusableParameter unread(String name, Collection<String> read) {
        String told = name.length() > LONGEST_TOLD ? name.substring(0, LONGEST_TOLD) + "..." : name;
        return new UnusableParameter("This address reads no parameter '" + told + "'"
                + (read.isEmpty() ? ", nor any other; leave it out." : "; " + Nearest.remedy(name, read) + "."));
    }
}
