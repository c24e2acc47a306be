package dev.stipple.api.strict;

import dev.stipple.access.refusals.Refusal;
import dev.stipple.text.Nearest;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Turns away, at the doors of programs, what no controller answers: before anybody is asked who they are, since a mistaken
 * address is not mended by a key. It only refuses; who may go where is decided after it.
 */
final class KnownAddresses extends OncePerRequestFilter {
    private static final List<String> DOORS = List.of("api", "fhir", "cds-services", "surveyjs");
    private static final List<PathPattern> BELOW = DOORS.stream()
            .map(door -> PathPatternParser.defaultInstance.parse("/" + door + "/**"))
            .toList();

    private final SingletonSupplier<List<Address>> addresses;

    private KnownAddresses(ObjectProvider<RequestMappingHandlerMapping> controllers) {
        this.addresses = SingletonSupplier.of(() -> controllers.getObject().getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .map(pattern ->
                                new Address(PathPatternParser.defaultInstance.parse(pattern), methods(mapping))))
                .filter(address -> DOORS.contains(first(address.pattern().getPatternString())))
                .toList());
    }

    /** Puts it before whatever asks who somebody is. */
    @Configuration
    static class Doors {
        @Bean
        FilterRegistrationBean<Filter> knownAddresses(
                @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> controllers) {
            var registration = new FilterRegistrationBean<Filter>(new KnownAddresses(controllers));
            registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1);
            return registration;
        }
    }

    private record Address(PathPattern pattern, Set<String> methods) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        PathContainer path = ServletRequestPathUtils.parseAndCache(request).pathWithinApplication();
        if (BELOW.stream().noneMatch(door -> door.matches(path))
                || request.getMethod().equals(HttpMethod.OPTIONS.name())) {
            chain.doFilter(request, response);
            return;
        }
        List<Address> known = addresses.obtain().stream()
                .filter(address -> address.pattern().matches(path))
                .toList();
        Set<String> methods = known.stream()
                .flatMap(address -> address.methods().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (known.isEmpty()) {
            unknown(path.value()).write(request, response);
        } else if (!methods.contains(request.getMethod())) {
            String allowed = String.join(", ", methods);
            response.setHeader(HttpHeaders.ALLOW, allowed);
            new Refusal(
                            HttpStatus.METHOD_NOT_ALLOWED,
                            "Method not allowed",
                            "This address is asked with another method: " + allowed + ".")
                    .write(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Set<String> methods(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods().stream()
                .map(RequestMethod::name)
                .collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains(HttpMethod.GET.name())) {
            methods.add(HttpMethod.HEAD.name());
        }
        return methods;
    }

    private Refusal unknown(String path) {
        String wrong = path.endsWith("/") ? "No address ends with a slash; " : "There is no such address; ";
        return new Refusal(
                HttpStatus.NOT_FOUND,
                "Unknown address",
                wrong
                        + nearest(path)
                                .map(nearest -> "the nearest is " + nearest + ".")
                                .orElse("all of them stand in /v3/api-docs."));
    }

    /** The known address that is spelled most alike below its door, whatever stands where it is variable. */
    private Optional<String> nearest(String path) {
        String[] sent = path.replaceAll("/+", "/").replaceFirst("/$", "").split("/", -1);
        var filled = new LinkedHashMap<String, String>();
        for (Address address : addresses.obtain()) {
            String pattern = address.pattern().getPatternString();
            if (first(pattern).equals(sent[1])) {
                filled.putIfAbsent(below(filled(pattern.split("/", -1), sent)), pattern);
            }
        }
        return Nearest.to(below(sent), filled.keySet()).map(filled::get);
    }

    private static String[] filled(String[] pattern, String... sent) {
        for (int place = 0; place < Math.min(pattern.length, sent.length); place++) {
            if (pattern[place].startsWith("{")) {
                pattern[place] = sent[place];
            }
        }
        return pattern;
    }

    private static String first(String pattern) {
        String[] names = pattern.split("/", -1);
        return names.length > 1 ? names[1] : "";
    }

    private static String below(String... names) {
        return Stream.of(names).skip(2).collect(Collectors.joining("/"));
    }
}
