package dev.stipple.screening.kept;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** How a person can be reached, kept apart from their answers; each part may be missing. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Contact(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone) {
    public static final Contact NONE = new Contact(null, null, null);

    /** Whether a text has the form of a mail address, be it one that every server sends to or not. */
    public static boolean isMail(String text) {
        return text.matches("[^\\s@]+@[^\\s@]+");
    }

    /** Never the details themselves, so that none ends in a log. */
    @Override
    public String toString() {
        return equals(NONE) ? "no contact" : "a contact";
    }
}
