package dev.stipple.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.RunningService;
import dev.stipple.authoring.HarmfulFolder;
import dev.stipple.authoring.PlantedFolder;
import dev.stipple.authoring.check.Check;
import dev.stipple.text.Fault;
import dev.stipple.text.InvalidRules;
import dev.stipple.text.RulesFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Folders that are meant to harm are refused soon, at the place of what is wrong, and in few words. */
@Tag("whole")
final class HarmfulFoldersTest {
    private static final int FEW_LETTERS = 600;

    static List<HarmfulFolder> folders() {
        return HarmfulFolder.all();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void whatIsHarmfulIsRefusedSoonAndAtItsPlace(HarmfulFolder harmful, @TempDir Path rules) throws IOException {
        RunningService.copy(PlantedFolder.CLEAN, rules);
        harmful.planting().plant(rules);
        var faults = new ArrayList<Fault>();

        Claims.soon(() -> faults.addAll(faults(rules)));

        assertThat(faults)
                .isNotEmpty()
                .noneMatch(fault -> List.of("defect", "engine", "unreadable").contains(fault.kind()))
                .noneMatch(fault -> fault.place().file().equals("."))
                .allMatch(fault ->
                        fault.problem().length() < FEW_LETTERS && fault.remedy().length() < FEW_LETTERS);
    }

    private static List<Fault> faults(Path rules) {
        try {
            return Check.of(RulesFolder.read(rules)).faults();
        } catch (InvalidRules e) {
            return e.faults();
        }
    }
}
