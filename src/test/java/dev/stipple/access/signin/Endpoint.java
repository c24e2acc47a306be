package dev.stipple.access.signin;

import dev.stipple.RunningService;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A method and a path that the service answers, with something in place of what is variable of it. */
record Endpoint(String method, String path) {
    /** The header of a request that is to be told which method it reached, and not to run it. */
    static final String WALK = "X-Walk";

    /** The status of what was reached so. */
    static final int REACHED = 299;

    /** Says which method was reached, and does not run it. */
    @Configuration
    static class Reached implements WebMvcConfigurer, HandlerInterceptor {
        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
        }

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (handler instanceof HandlerMethod method
                    && isOurs(method)
                    && request.getDispatcherType() == DispatcherType.REQUEST
                    && request.getHeader(WALK) != null) {
                response.setStatus(REACHED);
                response.setHeader("X-Reached", method.getShortLogMessage());
                return false;
            }
            return true;
        }
    }

    /** Every one of this service, those of probes and metrics too. */
    static List<Endpoint> all(RunningService service) {
        var endpoints = new ArrayList<Endpoint>();
        service.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    if (isOurs(method)) {
                        mapping.getPatternValues()
                                .forEach(pattern -> methods(mapping)
                                        .forEach(each -> endpoints.add(new Endpoint(each, filled(pattern)))));
                    }
                });
        Stream.of("", "/info", "/metrics", "/prometheus", "/sbom")
                .forEach(each -> endpoints.add(new Endpoint("GET", "/actuator" + each)));
        return endpoints;
    }

    static String filled(String pattern) {
        return pattern.replaceAll("\\{[^}]*}", "abc123").replace("/**", "/abc123");
    }

    /** Whether programs ask for it, with a key, a token or a password, and nobody with a session. */
    boolean isForPrograms() {
        return Stream.of("/api/", "/actuator", "/fhir/", "/cds-services", "/surveyjs/")
                .anyMatch(path::startsWith);
    }

    /** Whether somebody who signed in sends a form there, with a token against forged ones. */
    boolean isForm() {
        return !method.equals("GET") && !isForPrograms() && !path.startsWith("/intake");
    }

    /** Whether somebody sends a file there. */
    boolean takesFile() {
        return method.equals("POST") && path.endsWith("/files");
    }

    private static List<String> methods(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods();
        return methods.isEmpty()
                ? List.of("GET")
                : methods.stream().map(Enum::name).toList();
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("dev.stipple");
    }
}
