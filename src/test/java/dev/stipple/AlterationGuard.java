package dev.stipple;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.store.audit.AuditLog;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Fails the class of tests that left rows altered in a service; the next class that uses the service would fail for it. */
public final class AlterationGuard implements AfterAllCallback {
    @Override
    public void afterAll(ExtensionContext context) {
        if (AnnotatedElementUtils.hasAnnotation(context.getRequiredTestClass(), SpringBootTest.class)) {
            var log = SpringExtension.getApplicationContext(context).getBean(AuditLog.class);
            assertThat(log.verify().faults()).as("altered and not put back").isEmpty();
        }
    }
}
