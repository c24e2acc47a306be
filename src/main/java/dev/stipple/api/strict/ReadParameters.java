package dev.stipple.api.strict;

import dev.stipple.access.refusals.FhirDoor;
import dev.stipple.text.Nearest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses parameters that the method in charge does not read, and ones given more than once of which it would read one. What
 * FHIR lets a client ask of every server is known at its door, as far as it is what is answered anyway.
 */
final class ReadParameters implements HandlerInterceptor {
    private static final Map<String, String> FHIR =
            Map.of("_format", "json|text/json|application/(fhir[+ ])?json", "_pretty", "true|false");
    private static final int LONGEST_TOLD = 60;

    /** Puts it before the doors of programs. */
    @Configuration
    static class Doors implements WebMvcConfigurer {
        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(new ReadParameters())
                    .addPathPatterns("/api/**", "/fhir/**", "/cds-services/**", "/surveyjs/**");
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            Map<String, Boolean> read = read(method);
            Map<String, String> standard = FhirDoor.isAt(request.getRequestURI()) ? FHIR : Map.of();
            request.getParameterMap().forEach((name, values) -> {
                if (standard.containsKey(name)) {
                    checkStandard(name, standard.get(name), values);
                } else if (!read.containsKey(name)) {
                    throw unread(name, read.keySet());
                } else if (values.length > 1 && !read.get(name)) {
                    throw new UnusableParameter("'" + name + "' is given twice, and read once; leave one.");
                }
            });
        }
        return true;
    }

    /** The parameters that a method reads, and whether it reads many values of each. */
    private static Map<String, Boolean> read(HandlerMethod method) {
        var read = new LinkedHashMap<String, Boolean>();
        Stream.of(method.getMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                .forEach(
                        parameter -> read.put(name(parameter), Collection.class.isAssignableFrom(parameter.getType())));
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
