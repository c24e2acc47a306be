package dev.stipple.access.open;

import dev.stipple.access.address.PublicAddress;
import dev.stipple.access.refusals.Refusal;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsProcessor;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/**
 * Lets pages of the configured sites call the open doors (CORS), without cookies or passwords. It stands around all other
 * filters, so that a page can read refusals too.
 */
@Configuration
class OtherSites {
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final String SETTING = "stipple.cors.origins";

    @Bean
    FilterRegistrationBean<Filter> crossOrigin(@Value("${" + SETTING + "}") List<String> origins) {
        var source = new UrlBasedCorsConfigurationSource();
        CorsConfiguration sites = sites(origins);
        Stream.concat(OpenDoors.POSTED.stream(), OpenDoors.ALL.stream())
                .forEach(path -> source.registerCorsConfiguration(path, sites));
        var filter = new CorsFilter(source);
        filter.setCorsProcessor(new Named());
        var registration = new FilterRegistrationBean<Filter>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    private static CorsConfiguration sites(List<String> origins) {
        var sites = new CorsConfiguration();
        sites.setAllowedOrigins(origins.stream().map(OtherSites::checked).toList());
        sites.setAllowedMethods(List.of("GET", "POST"));
        sites.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        sites.setExposedHeaders(List.of(HttpHeaders.ETAG, HttpHeaders.RETRY_AFTER));
        sites.setMaxAge(REMEMBERED);
        return sites;
    }

    private static String checked(String origin) {
        return origin.equals(CorsConfiguration.ALL)
                ? origin
                : PublicAddress.of(SETTING, origin).orElseThrow().origin();
    }

    /** Answers others as if they were no page; a page asks before, and is told which setting names it. */
    private static final class Named implements CorsProcessor {
        private final CorsProcessor known = new DefaultCorsProcessor();

        @Override
        public boolean processRequest(
                @Nullable CorsConfiguration sites, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            if (sites == null || sites.checkOrigin(request.getHeader(HttpHeaders.ORIGIN)) != null) {
                return known.processRequest(sites, request, response);
            }
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
            if (CorsUtils.isPreFlightRequest(request)) {
                new Refusal(
                                HttpStatus.FORBIDDEN,
                                "Unknown site",
                                "Pages of this origin may not call this; " + SETTING + " names those that may.")
                        .write(request, response);
                return false;
            }
            return true;
        }
    }
}
