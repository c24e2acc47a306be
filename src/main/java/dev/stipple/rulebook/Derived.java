package dev.stipple.rulebook;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is worked out once from a rulebook, and again when another one is in use. */
public final class Derived<T> {
    private record Known<T>(Rulebook rulebook, T value) {}

    private final Function<Rulebook, T> derivation;
    private final AtomicReference<@Nullable Known<T>> last = new AtomicReference<>();

    public Derived(Function<Rulebook, T> derivation) {
        this.derivation = derivation;
    }

    public T of(Rulebook rulebook) {
        Known<T> known = last.get();
        if (known == null || known.rulebook() != rulebook) {
            known = new Known<>(rulebook, derivation.apply(rulebook));
            last.set(known);
        }
        return known.value();
    }
}
