package dev.stipple.uploads;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a camera was held, as a JPEG says in its Exif part; the only thing of that part that is looked at. */
final class Orientation {
    private static final int UPRIGHT = 1;
    private static final int MOST = 8;
    private static final int APP1 = 0xFFE1;
    private static final int FIRST_SCAN = 0xFFDA;
    private static final int EXIF = 0x45786966;
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;

    private Orientation() {}

    /** From 1 to 8 as Exif counts them; 1 where nothing is said, or nothing that can be read. */
    static int of(byte[] jpeg) {
        try {
            return inSegments(ByteBuffer.wrap(jpeg));
        } catch (RuntimeException outside) {
            return UPRIGHT;
        }
    }

    private static int inSegments(ByteBuffer jpeg) {
        int at = 2;
        while (true) {
            int marker = jpeg.getShort(at) & 0xFFFF;
            int length = jpeg.getShort(at + 2) & 0xFFFF;
            if (marker == APP1 && length > ENTRY && jpeg.getInt(at + 4) == EXIF) {
                return inExif(jpeg.slice(at + 10, length - 8));
            }
            if (marker < 0xFF00 || marker == FIRST_SCAN || length < 2) {
                return UPRIGHT;
            }
            at += 2 + length;
        }
    }

    private static int inExif(ByteBuffer exif) {
        exif.order(exif.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = exif.getInt(4);
        int entries = exif.getShort(directory) & 0xFFFF;
        for (int entry = 0; entry < entries; entry++) {
            int at = directory + 2 + entry * ENTRY;
            if ((exif.getShort(at) & 0xFFFF) == TAG) {
                int value = exif.getShort(at + 8) & 0xFFFF;
                return value >= UPRIGHT && value <= MOST ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** Puts a picture of this size upright. */
    static AffineTransform transform(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
