package dev.stipple.api.strict;

import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The records that bodies are bound to, and how the service reads them. */
final class BoundBodies {
    private BoundBodies() {}

    static JsonMapper mapper() {
        var builder = JsonMapper.builder();
        new StrictBodies().strict().customize(builder);
        return builder.build();
    }

    static List<Class<?>> types() {
        var controllers = new ClassPathScanningCandidateComponentProvider(false);
        controllers.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        return controllers.findCandidateComponents("dev.stipple").stream()
                .map(BoundBodies::type)
                .flatMap(controller -> Arrays.stream(controller.getDeclaredMethods()))
                .flatMap(method -> Arrays.stream(method.getParameters()))
                .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                .<Class<?>>map(Parameter::getType)
                .filter(type -> type != byte[].class)
                .distinct()
                .sorted(Comparator.comparing(Class::getName))
                .toList();
    }

    private static Class<?> type(BeanDefinition bean) {
        try {
            return Class.forName(bean.getBeanClassName());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
