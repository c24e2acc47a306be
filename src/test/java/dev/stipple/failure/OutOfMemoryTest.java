package dev.stipple.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stipple.RunningService;
import dev.stipple.Shipped;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A request needs more memory than there is. */
@Tag("whole")
@NullUnmarked
final class OutOfMemoryTest {
    private static final String HUNGRY = "/surveyjs/hungry";

    private static RunningService service;
    private static AtWork work;

    /** An address whose request needs 16 GB. */
    static final class Hungry {
        @Bean
        String hungry(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping controllers)
                throws NoSuchMethodException {
            controllers.registerMapping(
                    RequestMappingInfo.paths(HUNGRY)
                            .methods(RequestMethod.GET)
                            .options(controllers.getBuilderConfiguration())
                            .build(),
                    this,
                    Hungry.class.getDeclaredMethod("eat"));
            return HUNGRY;
        }

        @ResponseBody
        int eat() {
            return List.of(new long[Integer.MAX_VALUE - 8]).size();
        }
    }

    @BeforeAll
    static void start() {
        service = RunningService.with(Hungry.class, Shipped.FOLDER);
        work = new AtWork(service);
    }

    @AfterAll
    static void end() {
        service.close();
    }

    @Test
    void onlyThatRequestFails() {
        for (int i = 0; i < 3; i++) {
            var failed = service.get(HUNGRY);

            assertThat(failed.statusCode()).isEqualTo(500);
            assertThat(failed.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(failed.body()).doesNotContain("Error:", "java", "heap", "stipple");
            work.assertAssesses();
            assertThat(work.read(work.kept()).statusCode()).isEqualTo(200);
            assertThat(work.health("")).isEqualTo(200);
        }
    }

    @Test
    void aPersonSeesACalmPage() {
        var page = service.send(
                service.request(HUNGRY).header("Accept", "text/html, */*;q=0.8").build());

        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.body()).contains("Something went wrong on our side").doesNotContain("java");
    }

    /** The service as it is by default sends nothing about itself anywhere. */
    @Test
    void nobodyIsSentTraces() {
        assertThatThrownBy(() -> service.bean(SpanExporter.class)).isInstanceOf(NoSuchBeanDefinitionException.class);
    }
}
