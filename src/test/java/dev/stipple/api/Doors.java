package dev.stipple.api;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address that is answered, such as {@code GET /api/v1/rules/{id}}. */
final class Doors {
    private Doors() {}

    static Stream<String> of(RequestMappingHandlerMapping doors, Predicate<HandlerMethod> wanted) {
        return doors.getHandlerMethods().entrySet().stream()
                .filter(door -> wanted.test(door.getValue()))
                .flatMap(door -> door.getKey().getMethodsCondition().getMethods().stream()
                        .flatMap(method ->
                                door.getKey().getPatternValues().stream().map(path -> method + " " + path)));
    }
}
