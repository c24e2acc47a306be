package dev.stipple.access.limits;

import dev.stipple.access.refusals.TomcatErrors;
import jakarta.servlet.Filter;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** The port of health and metrics, which a key is looked up for too. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
class ManagementConfiguration {
    @Bean
    FilterRegistrationBean<Filter> noDatabaseForMetrics() {
        var registration = new FilterRegistrationBean<Filter>(new NoDatabase());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> managementErrors() {
        return factory -> factory.addContextCustomizers(TomcatErrors::tellFor);
    }
}
