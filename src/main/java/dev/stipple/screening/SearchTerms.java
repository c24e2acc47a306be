package dev.stipple.screening;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes contact details searchable without keeping them: the beginnings of every word, each as 64 bits of a keyed hash.
 * Accents and case do not matter.
 */
final class SearchTerms {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 12;
    private static final int PHONE_DIGITS = 9;

    private final MasterKey master;

    SearchTerms(MasterKey master) {
        this.master = master;
    }

    /** Everything by which a contact can be found. */
    Set<Long> of(Contact contact) {
        var terms = new HashSet<Long>();
        Stream.of(contact.name(), contact.email())
                .filter(Objects::nonNull)
                .flatMap(SearchTerms::words)
                .forEach(word -> {
                    terms.add(whole(word));
                    beginnings(word).forEach(part -> terms.add(beginning(part)));
                });
        if (contact.email() != null) {
            terms.add(whole(plain(contact.email())));
        }
        if (contact.phone() != null) {
            String digits = digits(contact.phone());
            beginnings(digits).forEach(part -> terms.add(beginning(part)));
        }
        return terms;
    }

    /** The terms that a contact must all have to be found by this text. */
    Set<Long> wanted(String text) {
        if (text.strip().matches("[+(]?\\d[\\d ()./-]*")) {
            return Set.of(wantedWord(digits(text)));
        }
        return Stream.of(plain(text).split("\\s+"))
                .flatMap(part -> part.contains("@")
                        ? Stream.of(whole(part))
                        : words(part).map(this::wantedWord))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Long wantedWord(String word) {
        return word.length() < SHORTEST || word.length() > LONGEST ? whole(word) : beginning(word);
    }

    private static List<String> beginnings(String word) {
        return Stream.iterate(SHORTEST, length -> length + 1)
                .limit(Math.max(0, Math.min(word.length(), LONGEST) - SHORTEST + 1))
                .map(length -> word.substring(0, length))
                .toList();
    }

    private static Stream<String> words(@Nullable String text) {
        return Stream.of(plain(Objects.requireNonNull(text)).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty());
    }

    /** The last nine digits, which are the same with and without the code of a country. */
    private static String digits(String phone) {
        String digits = phone.replaceAll("\\D", "").replaceFirst("^0+", "");
        return digits.substring(Math.max(0, digits.length() - PHONE_DIGITS));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    private Long whole(String word) {
        return hidden("=" + word);
    }

    private Long beginning(String part) {
        return hidden("^" + part);
    }

    private Long hidden(String term) {
        return ByteBuffer.wrap(master.mac("search", term.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
