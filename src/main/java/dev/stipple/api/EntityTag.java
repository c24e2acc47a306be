package dev.stipple.api;

import dev.stipple.rulebook.Rulebook;

/** By what a client asks whether a form of the rulebook is still as it has it. */
public final class EntityTag {
    private EntityTag() {}

    /**
     * A weak tag, as a strong one is of bytes, and nothing that has one is compressed on its way.
     *
     * @param form which of the representations that one address has; each has its own
     */
    public static String of(Rulebook rulebook, String form) {
        return "W/\"" + rulebook.digest() + "-" + form + "\"";
    }
}
