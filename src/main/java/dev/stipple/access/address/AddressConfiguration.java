package dev.stipple.access.address;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.ForwardedHeaderFilter;

/** Gives every request the address of the service before anything looks at it. */
@Configuration
class AddressConfiguration {
    @Bean
    FilterRegistrationBean<OwnAddress> ownAddress(@Value("${stipple.address}") String address) {
        var registration = new FilterRegistrationBean<>(new OwnAddress(PublicAddress.of(address)));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /**
     * Hides what a request says of a proxy, which libraries believe on their own. Where the service is told that there is one,
     * that was read before.
     */
    @Bean
    FilterRegistrationBean<ForwardedHeaderFilter> noOtherProxy() {
        var filter = new ForwardedHeaderFilter();
        filter.setRemoveOnly(true);
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }
}
