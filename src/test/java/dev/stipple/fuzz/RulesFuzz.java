package dev.stipple.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stipple.authoring.check.Check;
import dev.stipple.text.InvalidRules;
import dev.stipple.text.RulesFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A small rules folder with one file written anew; the first line of the input names it. */
public final class RulesFuzz {
    private static final RulesFolder BASE = RulesFolder.read(Path.of("src/test/resources/planted/base"));
    private static final Pattern NAME = Pattern.compile("[a-z-]{1,20}(\\.scenarios|\\.fr)?\\.(drl|yaml|md)");

    private RulesFuzz() {}

    public static void fuzzerInitialize() {
        Check.of(BASE);
    }

    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        int end = text.indexOf('\n');
        if (end < 0 || !NAME.matcher(text.substring(0, end)).matches()) {
            return;
        }
        Claims.soon(() -> tryOut(BASE.with(text.substring(0, end), text.substring(end + 1))));
    }

    private static void tryOut(RulesFolder folder) {
        try {
            Check check = Check.of(folder);
            Claims.placed(check.faults(), folder);
            assertEquals(check.faults().isEmpty(), check.rulebook().isPresent());
        } catch (InvalidRules e) {
            Claims.placed(e.faults(), folder);
        }
    }
}
