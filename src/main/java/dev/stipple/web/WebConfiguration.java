package dev.stipple.web;

import dev.stipple.intake.Drafts;
import dev.stipple.intake.DraftsInDatabase;
import dev.stipple.store.Database;
import dev.stipple.store.MasterKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
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
    @Bean
    Drafts drafts(
            Database database,
            MasterKey master,
            @Value("${stipple.intake.most}") int most,
            @Value("${stipple.intake.keep}") Duration keep,
            InstantSource clock) {
        return new DraftsInDatabase(database, master, most, keep, clock);
    }

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
