package dev.stipple.screening.rows;

import dev.stipple.screening.kept.Contact;
import dev.stipple.store.keys.Generation;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes contact details searchable without keeping them: a term a word, strung together from keyed hashes of its
 * beginnings. So whatever has a beginning in common has the same bytes in front, and a sorted index finds it. Accents
 * and case do not matter.
 */
final class SearchTerms {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 16;
    private static final int PHONE_DIGITS = 9;
    private static final int BYTES_AT_FIRST = 8;
    private static final int BYTES_A_LETTER = 3;

    private final Generation generation;

    SearchTerms(Generation generation) {
        this.generation = generation;
    }

    void insert(JdbcClient sql, String reference, Contact contact) {
        List<byte[]> terms = of(contact);
        if (!terms.isEmpty()) {
            String rows = String.join(", ", terms.stream().map(term -> "(?, ?)").toList());
            var insert = sql.sql("insert into search_term (term, reference) values " + rows);
            for (byte[] term : terms) {
                insert = insert.param(term).param(reference);
            }
            insert.update();
        }
    }

    /**
     * Everything by which a contact can be found, each once: the words of the name and of the address before the @, and both
     * whole. Long words that begin alike are the same.
     */
    List<byte[]> of(Contact contact) {
        String email = contact.email() == null ? "" : plain(contact.email());
        String phone = contact.phone() == null ? "" : digits(contact.phone());
        Stream<String> words = Stream.of(words(contact.name()), words(email.replaceFirst("@.*", "")), Stream.of(phone))
                .flatMap(each -> each)
                .filter(word -> !word.isEmpty());
        return Stream.concat(
                        words.map(this::term),
                        Stream.of(email).filter(each -> !each.isEmpty()).map(this::whole))
                .map(ByteBuffer::wrap)
                .distinct()
                .map(ByteBuffer::array)
                .toList();
    }

    /** The beginnings that the terms of a contact must all have to be found by this text. */
    List<byte[]> wanted(String text) {
        if (text.strip().matches("[+(]?\\d[\\d ()./-]*")) {
            return List.of(term(digits(text)));
        }
        return Stream.of(plain(text).split("\\s+"))
                .distinct()
                .flatMap(part -> part.contains("@")
                        ? Stream.of(whole(part))
                        : words(part).map(this::term))
                .toList();
    }

    /** The first bytes after all that begin with these. */
    static byte[] past(byte[] beginning) {
        byte[] past = beginning.clone();
        int last = past.length - 1;
        while (past[last] == -1) {
            last--;
        }
        past[last]++;
        return Arrays.copyOf(past, last + 1);
    }

    private byte[] term(String word) {
        if (word.length() < SHORTEST) {
            return whole(word);
        }
        var term = new ByteArrayOutputStream();
        term.writeBytes(hidden("^" + word.substring(0, SHORTEST), BYTES_AT_FIRST));
        for (int length = SHORTEST + 1; length <= Math.min(word.length(), LONGEST); length++) {
            term.writeBytes(hidden("^" + word.substring(0, length), BYTES_A_LETTER));
        }
        return term.toByteArray();
    }

    private byte[] whole(String word) {
        return hidden("=" + word, BYTES_AT_FIRST);
    }

    private byte[] hidden(String term, int bytes) {
        return Arrays.copyOf(generation.mac("search", term.getBytes(StandardCharsets.UTF_8)), bytes);
    }

    private static Stream<String> words(@Nullable String text) {
        return Stream.of(plain(text == null ? "" : text).split("[^\\p{L}\\p{N}]+"))
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
}
