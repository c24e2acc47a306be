package dev.stipple.cli.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Small;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While the rules are read for the first time nothing can be proposed, and the editor says so. */
class ProgressTest {
    @TempDir
    private Path folder;

    @Test
    void anEditorThatShowsProgressIsToldThatTheRulesAreReadAndWhenTheyAre() throws IOException {
        Small.write(Small.folder(), folder);
        try (Editor editor = Editor.openShowingProgress(folder)) {
            assertThat(editor.progress("end")).containsExactly("begin Stipple: reading the rules", "end");
        }
    }

    @Test
    void anotherIsNotAsked() throws IOException {
        Small.write(Small.with("age.drl", "ageYears < 18", "ageYaers < 18"), folder);
        try (Editor editor = Editor.open(folder)) {
            editor.faults("age.drl", faults -> !faults.isEmpty());

            assertThat(editor.progress()).isEmpty();
        }
    }
}
