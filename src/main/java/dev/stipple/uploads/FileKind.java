package dev.stipple.uploads;

import dev.stipple.uploads.Refused.Why;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** What a file is, told by its content alone. */
public enum FileKind {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    PDF("application/pdf", "pdf");

    private static final byte[] JPEG_START = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] PDF_START = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final String PDF_END = "%%EOF";
    private static final int PDF_END_WITHIN = 1024;
    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1", "avif", "avis");

    private final String type;
    private final String ending;

    FileKind(String type, String ending) {
        this.type = type;
        this.ending = ending;
    }

    /**
     * Tells by the first bytes and, for a PDF, the last ones.
     *
     * @throws Refused where it is nothing of these
     */
    static FileKind of(byte[] bytes) {
        if (bytes.length == 0) {
            throw new Refused(Why.EMPTY);
        }
        if (startsWith(bytes, JPEG_START)) {
            return JPEG;
        }
        if (startsWith(bytes, PNG_START)) {
            return PNG;
        }
        if (startsWith(bytes, PDF_START)) {
            if (!text(bytes, bytes.length - PDF_END_WITHIN, bytes.length).contains(PDF_END)) {
                throw new Refused(Why.BROKEN);
            }
            return PDF;
        }
        boolean heic = text(bytes, 4, 8).equals("ftyp") && HEIC_BRANDS.contains(text(bytes, 8, 12));
        throw new Refused(heic ? Why.HEIC : Why.OTHER_KIND);
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length > start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static String text(byte[] bytes, int from, int to) {
        int start = Math.max(0, from);
        int end = Math.min(bytes.length, to);
        return start >= end ? "" : new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }

    /** As what it is served. */
    public String type() {
        return type;
    }

    public String ending() {
        return ending;
    }
}
