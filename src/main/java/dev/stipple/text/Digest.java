package dev.stipple.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.stream.Stream;

/** SHA-256, as 64 hexadecimal digits or as its bytes. */
public final class Digest {
    private Digest() {}

    /** Names a state of some files by what is in them: over names and texts in order. */
    public static String of(SortedMap<String, String> texts) {
        return of(texts.entrySet().stream()
                .flatMap(each -> {
                    byte[] bytes = each.getValue().getBytes(StandardCharsets.UTF_8);
                    String head = each.getKey() + "\n" + bytes.length + "\n";
                    return Stream.of(head.getBytes(StandardCharsets.UTF_8), bytes);
                })
                .toArray(byte[][]::new));
    }

    /** Over one piece after another. */
    public static String of(byte[]... pieces) {
        return HexFormat.of().formatHex(bytes(pieces));
    }

    /** Over one piece after another. */
    public static byte[] bytes(byte[]... pieces) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            Stream.of(pieces).forEach(sha::update);
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
