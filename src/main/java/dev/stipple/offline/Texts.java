package dev.stipple.offline;

import dev.stipple.wording.Language;
import dev.stipple.wording.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The texts of a rulebook in the order in which they are first met; tables name them by their place. */
final class Texts {
    private final Map<Wording, Integer> places = new HashMap<>();
    private final List<Wording> all = new ArrayList<>();

    /** The place of a text. */
    int of(Wording wording) {
        return places.computeIfAbsent(wording, each -> {
            all.add(each);
            return all.size() - 1;
        });
    }

    /** The same where there may be none. */
    @Nullable
    Integer maybe(@Nullable Wording wording) {
        return wording == null ? null : of(wording);
    }

    /** Every text in one language. */
    List<String> in(Language language) {
        return all.stream().map(wording -> wording.in(language)).toList();
    }
}
