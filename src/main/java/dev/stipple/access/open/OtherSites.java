package dev.stipple.access.open;

import dev.stipple.access.address.PublicAddress;
import dev.stipple.access.refusals.Refusal;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsProcessor;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;

/**
 * Lets pages of the configured sites call the open doors (CORS), without cookies or passwords. It stands around all that can
 * refuse a request once Tomcat has read it, so that a page can read refusals too.
 */
@Configuration
class OtherSites {
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final String SETTING = "stipple.cors.origins";

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> crossOrigin(
            @Value("${" + SETTING + "}") List<String> origins) {
        var named = new Named(sites(origins));
        return factory -> factory.addEngineValves(named);
    }

    /** With any method, as a page can only read that it was the wrong one where it may ask with it. */
    private static CorsConfiguration sites(List<String> origins) {
        var sites = new CorsConfiguration();
        sites.setAllowedOrigins(origins.stream().map(OtherSites::checked).toList());
        sites.setAllowedMethods(List.of(CorsConfiguration.ALL));
        sites.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        sites.setExposedHeaders(List.of(HttpHeaders.ETAG, HttpHeaders.RETRY_AFTER, HttpHeaders.ALLOW));
        sites.setMaxAge(REMEMBERED);
        return sites;
    }

    private static String checked(String origin) {
        return origin.equals(CorsConfiguration.ALL)
                ? origin
                : PublicAddress.of(SETTING, origin).orElseThrow().origin();
    }

    /** Answers others as if they were no page; a page asks before, and is told which setting names it. */
    private static final class Named extends ValveBase {
        private static final Refusal CLOSED = new Refusal(
                HttpStatus.FORBIDDEN,
                "Closed to pages",
                "This address is closed to pages of other sites; open to those that " + SETTING + " names are "
                        + String.join(", ", OpenDoors.PATHS) + ".");
        private static final Refusal UNKNOWN = new Refusal(
                HttpStatus.FORBIDDEN,
                "Unknown site",
                "Pages of this origin may not call this; " + SETTING + " names those that may.");

        private final CorsProcessor known = new DefaultCorsProcessor();
        private final CorsConfiguration sites;

        Named(CorsConfiguration sites) {
            super(true);
            this.sites = sites;
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            boolean asksBefore = CorsUtils.isPreFlightRequest(request);
            boolean open = OpenDoors.mayBeAt(request.getRequestURI());
            if (open && sites.checkOrigin(request.getHeader(HttpHeaders.ORIGIN)) != null) {
                if (known.processRequest(sites, request, response) && !asksBefore) {
                    getNext().invoke(request, response);
                }
                return;
            }
            if (open) {
                response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
            }
            if (asksBefore) {
                (open ? UNKNOWN : CLOSED).write(request, response);
            } else {
                getNext().invoke(request, response);
            }
        }
    }
}
