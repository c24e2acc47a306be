package dev.stipple.access.limits;

import dev.stipple.access.refusals.TomcatErrors;
import dev.stipple.assessment.Admission;
import dev.stipple.text.PlainText;
import jakarta.servlet.Filter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Turns away what is too much or cannot be kept, whoever sent it. */
@Configuration
@EnableConfigurationProperties(Limits.class)
class LimitsConfiguration {
    /** Files that arrive at once; of one network address an eighth of it. */
    private static final int FILES_AT_ONCE = 16;

    @Bean
    FilterRegistrationBean<Filter> rateLimit(Limits limits) {
        return first(new RateLimit(limits), 1);
    }

    @Bean
    FilterRegistrationBean<Filter> bodyLimit(Limits limits) {
        return first(new BodyLimit(limits), 2);
    }

    @Bean
    FilterRegistrationBean<Filter> bodyEncoding() {
        return first(new BodyEncoding(), 3);
    }

    @Bean
    FilterRegistrationBean<Filter> noDatabase() {
        return first(new NoDatabase(), 4);
    }

    @Bean
    FilterRegistrationBean<Filter> begunForms(Limits limits) {
        return first(new BegunForms(limits.formsPerHour()), 5);
    }

    @Bean
    FilterRegistrationBean<Filter> readableParameters() {
        return first(new ReadableParameters(), 6);
    }

    /** No control character comes in by a parameter; where JSON and tables are read, none does either. */
    @Bean
    HttpFirewall plainParameters() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterNames(PlainText::is);
        firewall.setAllowedParameterValues(PlainText::is);
        return firewall;
    }

    @Bean
    FilterRegistrationBean<Filter> busy() {
        return first(new Busy(), 4);
    }

    /** What Tomcat does before any filter; what probes ask has a Tomcat of its own, without limits. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> connections(
            Limits limits, Admission admission, @Value("${server.tomcat.threads.max}") int threads) {
        return factory -> {
            factory.setProtocol(BoundedConnections.class.getName());
            factory.addContextValves(
                    new RequestsAtOnce(limits.requestsAtOnce()),
                    new BodyFirst(limits, new AwaitedBodies(threads / 2), new AwaitedBodies(FILES_AT_ONCE)),
                    new BusyAtOnce(admission));
            factory.addContextCustomizers(TomcatErrors::tellFor);
            factory.addProtocolHandlerCustomizers((BoundedConnections protocol) -> {
                protocol.setMost(limits.connections());
                protocol.setDisableUploadTimeout(false);
                protocol.setConnectionUploadTimeout((int) PacedInput.GRACE.toMillis());
            });
        };
    }

    private static FilterRegistrationBean<Filter> first(Filter filter, int place) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
        return registration;
    }
}
