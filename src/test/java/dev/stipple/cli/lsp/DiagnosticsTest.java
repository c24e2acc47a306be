package dev.stipple.cli.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stipple.Small;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults as an editor is told of them. */
class DiagnosticsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        Small.write(Small.folder(), folder);
    }

    @Test
    void aFaultShowsWhileItIsTypedAndGoesWhenItIsMended() throws IOException {
        try (Editor editor = Editor.open(folder)) {
            editor.show("age.drl");
            String sound = editor.saved("age.drl");

            editor.type("age.drl", sound.replaceFirst("ageYears", "ageYaers"));
            assertEquals(
                    List.of("9:13-21 there is no field 'ageYaers'; write 'ageYears'"),
                    editor.faults("age.drl", list -> !list.isEmpty()));
            assertEquals(
                    "unknown-field",
                    editor.diagnostics("age.drl").get(0).getCode().getLeft());

            editor.type("age.drl", sound);
            assertEquals(List.of(), editor.faults("age.drl", List::isEmpty));
        }
    }

    @Test
    void faultsOfOtherFilesShowAfterAPause() throws IOException {
        try (Editor editor = Editor.open(folder)) {
            editor.show("sources.yaml");
            editor.type("sources.yaml", editor.saved("sources.yaml").replace("id: S2", "id: S9"));

            assertThat(editor.faults("age.drl", list -> !list.isEmpty()))
                    .allMatch(line -> line.contains("there is no source 'S2'"));
        }
    }

    @Test
    void aScenarioThatFailsShowsOnceItIsSaved() throws IOException {
        String file = "age.scenarios.yaml";
        try (Editor editor = Editor.open(folder)) {
            editor.show(file);
            String text = editor.saved(file).replaceFirst("verdict: NOT_SUITABLE", "verdict: DEFER");
            editor.type(file, text);
            editor.save(file, text);

            assertThat(editor.faults(file, list -> !list.isEmpty()))
                    .singleElement()
                    .asString()
                    .contains("expected DEFER, came out as NOT_SUITABLE");
        }
    }

    @Test
    void rulesThatAreOpenedLaterAreFoundAroundTheirFile(@TempDir Path elsewhere) throws IOException {
        Small.write(Small.with("age.drl", "ageYears", "ageYaers"), folder);
        try (Editor editor = Editor.open(folder, elsewhere)) {
            editor.show("age.drl");

            assertThat(editor.faults("age.drl", list -> !list.isEmpty()))
                    .containsExactly("9:13-21 there is no field 'ageYaers'; write 'ageYears'");
        }
    }
}
