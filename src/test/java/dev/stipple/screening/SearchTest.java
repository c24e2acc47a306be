package dev.stipple.screening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.screening.kept.Search;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

class SearchTest {
    /** As in a service in which somebody narrows the queue before anybody lists everything. */
    @Test
    void allIsNotNarrowedWhicheverPartOfASearchIsUsedFirst() throws Exception {
        URL classes = Search.class.getProtectionDomain().getCodeSource().getLocation();
        try (var fresh = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
            Class<?> filter = Class.forName(Search.Filter.class.getName(), true, fresh);
            Object all = fresh.loadClass(Search.class.getName()).getField("ALL").get(null);

            assertThat(all.getClass().getMethod("filter").invoke(all))
                    .isNotNull()
                    .isEqualTo(filter.getField("NONE").get(null));
        }
    }
}
