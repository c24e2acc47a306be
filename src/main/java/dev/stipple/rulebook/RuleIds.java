package dev.stipple.rulebook;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The ids that are taken: three letters, which are those of the rule's factor, and a number. */
public final class RuleIds {
    /** What an id looks like. */
    public static final String FORM = "[A-Z]{3}-\\d{2,3}";

    private static final int LETTERS = 3;

    private final Map<String, Integer> highest = new TreeMap<>();

    private RuleIds() {}

    /** Those among these that are ids; a rule that is being written may have none yet. */
    public static RuleIds of(Collection<String> ids) {
        var taken = new RuleIds();
        ids.stream()
                .filter(id -> id.matches(FORM))
                .forEach(
                        id -> taken.highest.merge(letters(id), Integer.parseInt(id.substring(LETTERS + 1)), Math::max));
        return taken;
    }

    /** The letters of an id. */
    public static String letters(String id) {
        return id.substring(0, LETTERS);
    }

    /** All letters that begin an id. */
    public Set<String> letters() {
        return highest.keySet();
    }

    /** The id that comes next after all with these letters. */
    public String next(String letters) {
        return String.format(Locale.ROOT, "%s-%02d", letters, highest.getOrDefault(letters, 0) + 1);
    }
}
