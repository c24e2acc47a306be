package dev.stipple;

import dev.stipple.text.UnusableSetting;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.InjectionPoint;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.unit.DataSize;

/** Says which setting has a value that cannot be used, and what to write, instead of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SettingValues implements FailureAnalyzer {
    private static final String ACTION = "Mend its value, or leave it out.";
    private static final Pattern SETTING = Pattern.compile("\\$\\{([^:}]+).*");
    private static final Map<Class<?>, String> WRITTEN = Map.of(
            Duration.class, "a time such as 30s, 10m, 24h or 30d",
            DataSize.class, "a size such as 256KB or 12MB",
            int.class, "a whole number",
            boolean.class, "true or false");

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .flatMap(each -> problem(each).stream())
                .findFirst()
                .map(problem -> new FailureAnalysis(problem, ACTION, failure))
                .orElse(null);
    }

    private static Optional<String> problem(Throwable failure) {
        if (failure instanceof UnusableSetting unusable) {
            return Optional.ofNullable(unusable.getMessage());
        }
        if (failure instanceof UnsatisfiedDependencyException unmet
                && unmet.getCause() instanceof TypeMismatchException mismatch) {
            return setting(unmet.getInjectionPoint())
                    .map(setting -> problem(setting, mismatch.getValue(), mismatch.getRequiredType()));
        }
        return failure instanceof BindException unbound && unbound.getProperty() != null
                ? Optional.of(problem(
                        unbound.getProperty().getName().toString(),
                        unbound.getProperty().getValue(),
                        unbound.getTarget().getType().resolve()))
                : Optional.empty();
    }

    private static Optional<String> setting(@Nullable InjectionPoint point) {
        return Optional.ofNullable(point)
                .map(each -> each.getAnnotation(Value.class))
                .map(value -> SETTING.matcher(value.value()))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1));
    }

    private static String problem(String setting, @Nullable Object value, @Nullable Class<?> type) {
        String written = type == null ? null : WRITTEN.get(type);
        return setting + " is " + value + "; write " + (written == null ? "it as docs/operations.md has it" : written)
                + ".";
    }
}
