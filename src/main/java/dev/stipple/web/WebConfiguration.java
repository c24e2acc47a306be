package dev.stipple.web;

import dev.stipple.intake.Drafts;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
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
        private final Pictures pictures;

        Mvc(PageFrame frame, Pictures pictures) {
            this.frame = frame;
            this.pictures = pictures;
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(frame);
        }

        @Override
        public void addViewControllers(ViewControllerRegistry registry) {
            registry.addRedirectViewController("/", "/intake");
        }

        @Override
        public void addResourceHandlers(ResourceHandlerRegistry registry) {
            registry.addResourceHandler("/pictures/**")
                    .addResourceLocations(pictures.folder().toUri().toString())
                    .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)));
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
