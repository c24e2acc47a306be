package dev.stipple.screening.kept;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * Names a screening: twelve letters and digits that nobody can guess (60 random bits) and few can misread, as nothing
 * looks like another. Written in groups of four: {@code K7QF-3M2X-9RTW}.
 *
 * @param code without hyphens, as it is kept
 */
public record Reference(String code) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Reference random() {
        var code = new StringBuilder();
        RANDOM.ints(LENGTH, 0, ALPHABET.length()).forEach(digit -> code.append(ALPHABET.charAt(digit)));
        return new Reference(code.toString());
    }

    /** Reads one as people write it: in any case, with or without hyphens, O for 0 and I or L for 1. */
    public static Optional<Reference> of(String text) {
        String code = part(text);
        return code.length() == LENGTH && isPart(code) ? Optional.of(new Reference(code)) : Optional.empty();
    }

    /** What is written of a reference, put as it is kept. */
    public static String part(String text) {
        return text.strip()
                .replace("-", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    public static boolean isPart(String code) {
        return code.length() <= LENGTH && code.chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0);
    }

    /** Grouped as people write it; one that somebody altered in the database stays as it is. */
    @Override
    public String toString() {
        return code.length() != LENGTH
                ? code
                : code.substring(0, 4) + "-" + code.substring(4, 8) + "-" + code.substring(8);
    }
}
