package dev.stipple.web.intake.own;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What these pages need of Spring MVC. */
@Configuration
class OwnConfiguration implements WebMvcConfigurer {
    private final OwnArgument own;

    OwnConfiguration(OwnArgument own) {
        this.own = own;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(own);
    }
}
