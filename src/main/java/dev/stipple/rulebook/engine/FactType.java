package dev.stipple.rulebook.engine;

import dev.stipple.questionnaire.Value;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A class of facts that rules match: how one is made and how its fields are set. */
final class FactType {
    private static final String SET = "set";

    private final Constructor<?> constructor;
    private final Map<String, Method> setters = new HashMap<>();
    private final Map<String, Map<String, Object>> constants = new HashMap<>();

    /**
     * A class and the constants that its fields take.
     *
     * @param enumerations the enum of each field that takes constants, by field; of a field that takes a set, the enum of its
     *     members
     */
    FactType(Class<?> type, Map<String, Class<?>> enumerations) {
        try {
            constructor = type.getDeclaredConstructor();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
        for (Method method : type.getMethods()) {
            if (method.getName().startsWith(SET)) {
                setters.put(field(method), method);
            }
        }
        enumerations.forEach((field, enumeration) -> {
            var byCode = new HashMap<String, Object>();
            for (Object constant : enumeration.getEnumConstants()) {
                byCode.put(constant.toString(), constant);
            }
            constants.put(field, byCode);
        });
    }

    private static String field(Method setter) {
        String name = setter.getName().substring(SET.length());
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** A fact with no field set. */
    Object make() {
        try {
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(constructor + " fails", e);
        }
    }

    /** Sets a field to an answer. */
    void answer(Object fact, String field, Value value) {
        Object set = value.match(
                Value.Quantity::value,
                Value.Flag::value,
                choice -> constant(field, choice.option().code()),
                choices -> constants(field, choices));
        set(fact, field, set);
    }

    private Set<Object> constants(String field, Value.Choices choices) {
        Set<Object> chosen = new HashSet<>();
        choices.options().forEach(option -> chosen.add(constant(field, option.code())));
        return chosen;
    }

    /** The constant of this name among those that a field takes. */
    Object constant(String field, String code) {
        return Objects.requireNonNull(
                Objects.requireNonNull(constants.get(field)).get(code));
    }

    void set(Object fact, String field, Object value) {
        try {
            Objects.requireNonNull(setters.get(field)).invoke(fact, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(field + " of " + fact.getClass() + " cannot be set", e);
        }
    }
}
