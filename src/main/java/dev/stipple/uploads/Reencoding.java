package dev.stipple.uploads;

import dev.stipple.uploads.Refused.Why;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Decodes a picture and encodes what it shows anew as a JPEG, upright and at most {@link #LONGEST} pixels long, so that nothing
 * else of the file is left: no place, no names, no other file behind or within it. How many pixels there are is known before
 * any is decoded, and one picture is decoded at a time.
 */
final class Reencoding {
    static final int LONGEST = 2_000;

    private static final int MOST_SIDE = 20_000;
    private static final long MOST_PIXELS = 50_000_000;
    private static final float QUALITY = 0.85f;
    private static final int PATIENCE_SECONDS = 10;
    private static final Semaphore ONE = new Semaphore(1, true);

    private Reencoding() {}

    static byte[] of(byte[] sent, FileKind kind) {
        try {
            if (!ONE.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Refused(Why.BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(Why.BUSY);
        }
        try {
            return encoded(upright(decoded(sent, kind), kind == FileKind.JPEG ? Orientation.of(sent) : 1));
        } catch (Refused e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new Refused(Why.BROKEN);
        } finally {
            ONE.release();
        }
    }

    private static BufferedImage decoded(byte[] sent, FileKind kind) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(kind.name()).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            reader.setInput(in, true, true);
            int longest = bounded(reader.getWidth(0), reader.getHeight(0));
            int step = Math.max(1, longest / LONGEST);
            ImageReadParam every = reader.getDefaultReadParam();
            every.setSourceSubsampling(step, step, 0, 0);
            var cut = new AtomicBoolean();
            reader.addIIOReadWarningListener((from, warning) -> cut.compareAndSet(false, isCut(warning)));
            BufferedImage picture = reader.read(0, every);
            if (cut.get()) {
                throw new Refused(Why.BROKEN);
            }
            return picture;
        } finally {
            reader.dispose();
        }
    }

    private static int bounded(int width, int height) {
        if (width < 1 || height < 1 || width > MOST_SIDE || height > MOST_SIDE || (long) width * height > MOST_PIXELS) {
            throw new Refused(Why.TOO_MANY_PIXELS);
        }
        return Math.max(width, height);
    }

    private static boolean isCut(String warning) {
        return warning.contains("Truncated") || warning.contains("Premature");
    }

    private static BufferedImage upright(BufferedImage picture, int orientation) {
        double scale = Math.min(1, (double) LONGEST / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        boolean turned = orientation >= 5;
        var upright = new BufferedImage(turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = upright.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, upright.getWidth(), upright.getHeight());
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.transform(Orientation.transform(orientation, width, height));
        canvas.drawImage(picture, 0, 0, width, height, null);
        canvas.dispose();
        return upright;
    }

    private static byte[] encoded(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("JPEG").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
