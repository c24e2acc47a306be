package dev.stipple.api.fhir;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the filter of the FHIR door around all others. */
@Configuration
class FhirConfiguration {
    @Bean
    FilterRegistrationBean<OperationOutcomes> operationOutcomes() {
        var registration = new FilterRegistrationBean<>(new OperationOutcomes());
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
