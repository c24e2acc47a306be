package dev.stipple.web.intake;

import dev.stipple.web.intake.form.FormBodies;
import dev.stipple.web.intake.form.VisitArgument;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the pages of the intake need of Spring MVC. */
@Configuration
class IntakeConfiguration implements WebMvcConfigurer {
    private final VisitArgument visits;

    IntakeConfiguration(VisitArgument visits) {
        this.visits = visits;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new FormBodies()).addPathPatterns("/intake/**");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(visits);
    }
}
