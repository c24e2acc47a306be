package dev.stipple.access.accounts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which names an account or a key can have: those that an address and a line of a log carry as they are, that nobody takes
 * for another one, and that the service does not use itself.
 */
final class Names {
    static final String FORM =
            "A name has up to 60 of a to z, 0 to 9 and . _ - @, and starts and ends with a letter or digit.";

    private static final Pattern PATTERN = Pattern.compile("[a-z0-9]([a-z0-9._@-]{0,58}[a-z0-9])?");

    /** The service itself acts under these. */
    private static final Set<String> RESERVED = Set.of(
            "intake",
            "person",
            "retention",
            "key",
            "token",
            "keys",
            "audit",
            "backup",
            "restore",
            "impact",
            "due",
            "mail",
            "first start");

    /** What the eye takes for the same. */
    private static final List<Map.Entry<String, String>> ALIKE = List.of(
            Map.entry("0", "o"), Map.entry("1", "l"), Map.entry("i", "l"), Map.entry("rn", "m"), Map.entry("vv", "w"));

    private Names() {}

    static boolean isName(String text) {
        return PATTERN.matcher(text).matches();
    }

    /**
     * Refuses what is no name, or could be taken for one of these.
     *
     * @throws InvalidAccount says why
     */
    static void check(String name, Collection<String> taken) {
        if (!isName(name)) {
            throw new InvalidAccount(FORM);
        }
        if (taken.contains(name)) {
            throw new InvalidAccount("This name is taken already.");
        }
        Optional<String> reserved = alike(name, RESERVED);
        if (reserved.isPresent()) {
            throw new InvalidAccount(
                    "This name could be taken for %s, under which the service itself acts.".formatted(reserved.get()));
        }
        Optional<String> other = alike(name, taken);
        if (other.isPresent()) {
            throw new InvalidAccount("This name could be taken for %s, which there is already.".formatted(other.get()));
        }
    }

    private static Optional<String> alike(String name, Collection<String> others) {
        String seen = seen(name);
        return others.stream().filter(other -> seen(other).equals(seen)).findFirst();
    }

    private static String seen(String name) {
        String seen = name.replaceAll("[ ._-]", "");
        for (var pair : ALIKE) {
            seen = seen.replace(pair.getKey(), pair.getValue());
        }
        return seen;
    }
}
