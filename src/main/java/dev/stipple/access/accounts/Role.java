package dev.stipple.access.accounts;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody may do. */
public enum Role {
    /** Hands in answers to be kept, and reads none. */
    INTAKE,
    /** Reads, decides on and erases screenings; also what intake may. */
    CONSULTANT,
    /** Sees which kept screenings a change of rules would change. */
    AUTHOR,
    /** Manages accounts and keys, reads the audit log, takes backups; also what the others may. */
    ADMIN;

    /** The word used in requests, configuration and tokens: {@code consultant}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it opens what is kept of people. */
    public boolean readsPeople() {
        return this == CONSULTANT || this == ADMIN;
    }

    public static Optional<Role> of(String word) {
        return Stream.of(values())
                .filter(role -> role.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** As Spring Security names it. */
    public String authority() {
        return "ROLE_" + name();
    }
}
