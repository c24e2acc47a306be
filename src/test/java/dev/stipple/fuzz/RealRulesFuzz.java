package dev.stipple.fuzz;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** A factor of the shipped rules: changed as the first eight bytes say, and with what follows written into it. */
public final class RealRulesFuzz {
    private static final RealFactor FACTOR = RealFactor.of("transplants");

    private RealRulesFuzz() {}

    public static void fuzzerInitialize() {
        RealFactor.check(FACTOR.folder());
    }

    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length < Long.BYTES) {
            return;
        }
        var random = new Random(ByteBuffer.wrap(data).getLong());
        var changed = FACTOR.changed(random);
        String file = FACTOR.files().get(0);
        String text = changed.text(file);
        int at = random.nextInt(text.length() + 1);
        String put = new String(Arrays.copyOfRange(data, Long.BYTES, data.length), StandardCharsets.UTF_8);
        Claims.soon(() -> RealFactor.check(changed.with(file, text.substring(0, at) + put + text.substring(at))));
    }
}
