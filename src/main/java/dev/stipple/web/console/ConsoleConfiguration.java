package dev.stipple.web.console;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the pages of the console need of Spring MVC. */
@Configuration
class ConsoleConfiguration implements WebMvcConfigurer {
    private final ConsoleFrame frame;

    ConsoleConfiguration(ConsoleFrame frame) {
        this.frame = frame;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new LanguageArgument());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(frame).addPathPatterns("/console/**", "/account/**", "/login/**");
    }
}
