package dev.stipple.access.address;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Gives every request the address of the service before anything looks at it. */
@Configuration
class AddressConfiguration {
    @Bean
    FilterRegistrationBean<OwnAddress> ownAddress(@Value("${stipple.address}") String address) {
        var registration = new FilterRegistrationBean<>(new OwnAddress(PublicAddress.of(address)));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
