package dev.stipple.uploads;

import static dev.stipple.uploads.Files.joined;
import static dev.stipple.uploads.Files.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.stipple.uploads.Refused.Why;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that mean harm are refused, or nothing of the harm is left. */
class HostileFilesTest {
    private static final long MOST = 12 << 20;
    private static final String SECRET = "48.8584 N 2.2945 E <script>alert(1)</script>";
    private static final byte[] JPEG = Files.picture("jpeg", 64, 32);
    private static final byte[] PNG = Files.picture("png", 64, 32);
    private static final byte[] HTML = text("<html><script>alert(1)</script></html>");
    private static final byte[] SVG =
            text("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"><script>alert(1)</script></svg>");
    private static final byte[] ZIP = text("PK\3\4\24\0\0\0");

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("nothing", Why.EMPTY, new byte[0]),
                arguments("one byte", Why.OTHER_KIND, new byte[1]),
                arguments("a start of a JPEG alone", Why.OTHER_KIND, Arrays.copyOf(JPEG, 3)),
                arguments("a page", Why.OTHER_KIND, HTML),
                arguments("a drawing with script", Why.OTHER_KIND, SVG),
                arguments(
                        "a drawing behind an XML declaration",
                        Why.OTHER_KIND,
                        joined(text("<?xml version=\"1.0\"?>"), SVG)),
                arguments("a page before a JPEG", Why.OTHER_KIND, joined(HTML, JPEG)),
                arguments("a GIF", Why.OTHER_KIND, Files.picture("gif", 8, 8)),
                arguments("a GIF that is script", Why.OTHER_KIND, text("GIF89a=1;alert(1)")),
                arguments("a BMP", Why.OTHER_KIND, Files.picture("bmp", 8, 8)),
                arguments("a TIFF", Why.OTHER_KIND, Files.picture("tiff", 8, 8)),
                arguments("a WebP", Why.OTHER_KIND, text("RIFF\0\0\0\0WEBPVP8 ")),
                arguments("a ZIP", Why.OTHER_KIND, ZIP),
                arguments("a program", Why.OTHER_KIND, text("\177ELF\2\1\1")),
                arguments("a program of Windows", Why.OTHER_KIND, text("MZ\220\0")),
                arguments("a video", Why.OTHER_KIND, text("\0\0\0\30ftypmp42")),
                arguments("PostScript", Why.OTHER_KIND, text("%!PS-Adobe-3.0\n")),
                arguments("a HEIC", Why.HEIC, text("\0\0\0\30ftypheic\0\0\0\0")),
                arguments("an AVIF", Why.HEIC, text("\0\0\0\30ftypavif\0\0\0\0")),
                arguments("a HEIC of several", Why.HEIC, text("\0\0\0\30ftypmif1\0\0\0\0")),
                arguments("a JPEG of noise", Why.BROKEN, joined(Arrays.copyOf(JPEG, 4), noise(4_000))),
                arguments("a JPEG cut in its head", Why.BROKEN, Arrays.copyOf(JPEG, 40)),
                arguments("a JPEG cut in its pixels", Why.BROKEN, cut(Files.picture("jpeg", 900, 900))),
                arguments("a PNG cut in its pixels", Why.BROKEN, cut(Files.picture("png", 900, 900))),
                arguments("a PNG without pixels", Why.BROKEN, Files.png(64, 64, 0)),
                arguments("a PNG without half of its pixels", Why.BROKEN, Files.png(64, 64, 20)),
                arguments("a PNG of noise", Why.BROKEN, joined(Arrays.copyOf(PNG, 40), noise(4_000))),
                arguments("a PNG that is a page", Why.BROKEN, joined(Arrays.copyOf(PNG, 8), HTML)),
                arguments("a PNG of 900 million pixels", Why.TOO_MANY_PIXELS, Files.png(30_000, 30_000, 1)),
                arguments("a PNG of 4 million million pixels", Why.TOO_MANY_PIXELS, Files.png(2_000_000_000, 2_000, 0)),
                arguments("a PNG as long as a street", Why.TOO_MANY_PIXELS, Files.png(1, 1_000_000, 1)),
                arguments("a PNG of a row too many", Why.TOO_MANY_PIXELS, Files.png(10_000, 5_001, 5_001)),
                arguments("a PNG a pixel too wide", Why.TOO_MANY_PIXELS, Files.png(20_001, 1, 1)),
                arguments("a JPEG of 4,000 million pixels", Why.TOO_MANY_PIXELS, sized(JPEG, 65_000, 65_000)),
                arguments("a PDF without an end", Why.BROKEN, text("%PDF-1.7\nnothing")),
                arguments("a PDF whose end is far from its end", Why.BROKEN, joined(Files.PDF, new byte[5_000])),
                arguments("a PDF behind a page", Why.OTHER_KIND, joined(HTML, Files.PDF)),
                arguments("a file that is too large", Why.TOO_LARGE, new byte[(int) MOST + 1]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String name, Why why, byte[] sent) {
        assertThatThrownBy(() -> HarmlessFile.of(sent, MOST))
                .isInstanceOf(Refused.class)
                .extracting(fault -> ((Refused) fault).why())
                .isEqualTo(why);
    }

    static Stream<Arguments> madeHarmless() {
        byte[] exif = Files.exif(1, SECRET);
        return Stream.of(
                arguments("a place in Exif", Files.withSegment(JPEG, 0xFFE1, exif)),
                arguments("Exif that points outside", Files.withSegment(JPEG, 0xFFE1, Arrays.copyOf(exif, 20))),
                arguments("XMP", Files.withSegment(JPEG, 0xFFE1, text("http://ns.adobe.com/xap/1.0/\0" + SECRET))),
                arguments("a comment", Files.withSegment(JPEG, 0xFFFE, text(SECRET))),
                arguments("a page behind a JPEG", joined(JPEG, text(SECRET), HTML)),
                arguments("a ZIP behind a JPEG", joined(JPEG, ZIP, text(SECRET))),
                arguments("a PDF behind a JPEG", joined(JPEG, Files.PDF, text(SECRET))),
                arguments("a text in a PNG", Files.withChunk(PNG, "tEXt", text("Comment\0" + SECRET))),
                arguments(
                        "a packed text of 50 MB in a PNG",
                        Files.withChunk(
                                PNG,
                                "zTXt",
                                joined(text("Comment\0\0"), Files.deflated(new byte[50 << 20]), text(SECRET)))),
                arguments("Exif in a PNG", Files.withChunk(PNG, "eXIf", text(SECRET))),
                arguments("a page behind a PNG", joined(PNG, HTML, text(SECRET))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void madeHarmless(String name, byte[] sent) throws IOException {
        HarmlessFile file = HarmlessFile.of(sent, MOST);

        assertThat(new String(sent, StandardCharsets.ISO_8859_1)).containsAnyOf("Exif", "script");
        assertThat(file.kind()).isEqualTo(FileKind.JPEG);
        assertThat(new String(file.bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain("48.8584", "script", "Exif", "PK\3\4", "%PDF", "http");
        var shown = ImageIO.read(new ByteArrayInputStream(file.bytes()));
        assertThat(shown.getWidth()).isEqualTo(64);
        assertThat(shown.getHeight()).isEqualTo(32);
        assertThat(isRed(shown, 5, 16)).isTrue();
        assertThat(isRed(shown, 58, 16)).isFalse();
    }

    /** Where red is: how a camera was held goes with the rest of what it noted. */
    @Test
    void aPictureThatWasTakenSidewaysIsUpright() throws IOException {
        int[][] red = {{5, 16}, {58, 16}, {58, 16}, {5, 16}, {16, 5}, {16, 5}, {16, 58}, {16, 58}};
        for (int orientation = 1; orientation <= 8; orientation++) {
            byte[] sent = Files.withSegment(JPEG, 0xFFE1, Files.exif(orientation, SECRET));

            var shown = ImageIO.read(
                    new ByteArrayInputStream(HarmlessFile.of(sent, MOST).bytes()));

            int[] at = red[orientation - 1];
            assertThat(shown.getWidth()).as("held %d", orientation).isEqualTo(orientation < 5 ? 64 : 32);
            assertThat(isRed(shown, at[0], at[1])).as("held %d", orientation).isTrue();
            assertThat(isRed(shown, shown.getWidth() - 1 - at[0], shown.getHeight() - 1 - at[1]))
                    .as("held %d", orientation)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"10000, 5000", "20000, 1"})
    void aPictureOfAsManyPixelsAsMayBeIsTaken(int width, int height) throws IOException {
        var shown = ImageIO.read(new ByteArrayInputStream(
                HarmlessFile.of(Files.png(width, height, height), MOST).bytes()));

        assertThat(shown.getWidth()).isEqualTo(Reencoding.LONGEST);
    }

    @Test
    void aLargePictureIsMadeSmallerAndAPdfStaysAsItIs() throws IOException {
        var shown = ImageIO.read(new ByteArrayInputStream(
                HarmlessFile.of(Files.picture("jpeg", 5_000, 2_500), MOST).bytes()));

        assertThat(shown.getWidth()).isEqualTo(Reencoding.LONGEST);
        assertThat(shown.getHeight()).isEqualTo(Reencoding.LONGEST / 2);
        assertThat(HarmlessFile.of(Files.PDF, MOST).bytes()).isEqualTo(Files.PDF);
        assertThat(HarmlessFile.of(Files.PDF, MOST).kind()).isEqualTo(FileKind.PDF);
    }

    private static boolean isRed(BufferedImage picture, int x, int y) {
        var colour = new Color(picture.getRGB(x, y));
        return colour.getRed() > 150 && colour.getBlue() < 100;
    }

    private static byte[] cut(byte[] file) {
        return Arrays.copyOf(file, file.length / 2);
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(17).nextBytes(noise);
        return noise;
    }

    /** The same JPEG that says that it has another size. */
    private static byte[] sized(byte[] jpeg, int width, int height) {
        byte[] sized = jpeg.clone();
        for (int at = 2; at < sized.length - 9; at++) {
            if ((sized[at] & 0xFF) == 0xFF && (sized[at + 1] & 0xFF) == 0xC0) {
                sized[at + 5] = (byte) (height >> 8);
                sized[at + 6] = (byte) height;
                sized[at + 7] = (byte) (width >> 8);
                sized[at + 8] = (byte) width;
                return sized;
            }
        }
        throw new IllegalStateException("no frame in this JPEG");
    }
}
