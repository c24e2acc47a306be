package dev.stipple.web;

import dev.stipple.intake.Drafts;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the pages together. */
@Configuration
@EnableScheduling
class WebConfiguration {
    /** What the pages need of Spring MVC. */
    @Configuration
    static class Mvc implements WebMvcConfigurer {
        private final PageFrame frame;

        Mvc(PageFrame frame) {
            this.frame = frame;
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(frame);
            registry.addInterceptor(new ReadOnce())
                    .addPathPatterns("/intake/**", "/console/**", "/account/**", "/login/**");
        }

        @Override
        public void addViewControllers(ViewControllerRegistry registry) {
            registry.addRedirectViewController("/", "/intake");
        }
    }

    /** Forgets drafts whose time is over. */
    @Configuration
    static class Forgetting {
        private final Drafts drafts;

        Forgetting(Drafts drafts) {
            this.drafts = drafts;
        }

        @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
        void forget() {
            drafts.deleteExpired();
        }
    }
}
