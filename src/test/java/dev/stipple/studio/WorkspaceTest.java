package dev.stipple.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stipple.Small;
import dev.stipple.assessment.Assessor;
import dev.stipple.assessment.Outlook;
import dev.stipple.authoring.Planted;
import dev.stipple.authoring.check.Check;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.text.Fault;
import dev.stipple.text.InvalidRules;
import dev.stipple.text.RulesFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The faults of a folder as somebody types. */
class WorkspaceTest {
    private final Workspace workspace = open(Planted.ROOT.resolve("base"));

    private static Workspace open(Path folder) {
        return new Workspace(
                folder, rulebook -> new Assessor(rulebook, new Reasoner(rulebook), Outlook.Depth.VERDICTS));
    }

    @Test
    void whatAFileTellsAtOnceCheckTellsToo() {
        workspace.read();
        var untold = new ArrayList<String>();
        int found = 0;
        for (Planted planted : Planted.all()) {
            List<String> changed = changed(planted.folder());
            if (changed.size() == 1) {
                String file = changed.get(0);
                List<Fault> whole = whole(planted.folder());
                var near = type(file, planted.folder().text(file));
                found += near.isEmpty() ? 0 : 1;
                near.stream()
                        .filter(fault -> !whole.contains(fault))
                        .forEach(fault -> untold.add(planted + " " + fault));
                workspace.close(file);
            }
        }

        assertEquals(List.of(), untold);
        assertThat(found).as("planted faults that show at once").isGreaterThan(100);
    }

    private static List<Fault> whole(RulesFolder folder) {
        try {
            return Check.of(folder).faults();
        } catch (InvalidRules e) {
            return e.faults();
        }
    }

    private static List<String> changed(RulesFolder folder) {
        return folder.texts().keySet().stream()
                .filter(file -> file.endsWith(".drl") || file.endsWith(".yaml"))
                .filter(file ->
                        !folder.text(file).equals(Planted.clean().texts().get(file)))
                .toList();
    }

    private Collection<Fault> type(String file, String text) {
        workspace.open(file, text);
        var faults = new TreeSet<Fault>();
        workspace.faultsOf(file).values().forEach(faults::addAll);
        return faults;
    }

    @Test
    void aFaultIsToldWhileTypedAndNoMoreOnceMended() {
        workspace.read();
        String text = Planted.clean().text("age.drl");

        assertEquals(
                List.of("age.drl:9:13 unknown-field"),
                kinds(type("age.drl", text.replaceFirst("ageYears", "ageYaers"))));
        assertEquals(List.of(), kinds(type("age.drl", text)));
    }

    private static List<String> kinds(Collection<Fault> faults) {
        return faults.stream().map(fault -> fault.place() + " " + fault.kind()).toList();
    }

    @Test
    void whatOnlyTheFolderTellsMovesWithItsLineUntilThatLineChanges() {
        String text = Planted.clean().text("age.drl").replace("@id(AGE-03)", "@id(AGE-01)");
        workspace.open("age.drl", text);
        workspace.read();

        String pushed = text.replaceFirst("\n", "\n// a line more\n");
        assertEquals(List.of("age.drl:27:9 duplicate-id"), only("duplicate-id", type("age.drl", pushed)));
        String mended = pushed.replaceFirst("(?s)(.*)@id.AGE-01.", "$1@id(AGE-09)");
        assertEquals(List.of(), only("duplicate-id", type("age.drl", mended)));
    }

    private static List<String> only(String kind, Collection<Fault> faults) {
        return kinds(faults).stream().filter(each -> each.endsWith(kind)).toList();
    }

    @Test
    void aTranslationIsHeldAgainstItsRulesWhicheverOfThemChanges() {
        workspace.read();
        String rules = Planted.clean().text("age.drl");
        var beside = type("age.drl", rules.replace("@id(AGE-02)", "@id(AGE-09)"));

        assertThat(kinds(beside)).contains("age.fr.yaml:2:1 translation");
        assertEquals(List.of(), kinds(type("age.drl", rules)));
    }

    @Test
    void aSavedScenarioThatFailsIsToldAfterRunningIt(@TempDir Path folder) throws IOException {
        Small.write(Small.folder(), folder);
        Workspace edited = open(folder);
        String file = "age.scenarios.yaml";
        edited.open(file, Planted.clean().text(file).replaceFirst("verdict: NOT_SUITABLE", "verdict: DEFER"));

        assertEquals(List.of(), all(edited.read()));
        assertThat(edited.attempt(() -> true)).isFalse();
        assertThat(edited.attempt(() -> false)).isTrue();
        assertThat(all(edited.all())).singleElement().asString().contains("expected DEFER, came out as NOT_SUITABLE");
    }

    @Test
    void whatNoScenarioShowsOfSavedRulesIsToldByTheProof(@TempDir Path folder) throws IOException {
        Small.write(Small.folder(), folder);
        Workspace edited = open(folder);
        String text = Planted.clean().text("age.drl");
        edited.open("age.drl", text.replace("ageYears >= 18 )", "ageYears >= 18, ageYears != 43 )"));

        assertEquals(List.of(), all(edited.read()));
        assertThat(edited.attempt(() -> false)).isTrue();
        assertThat(edited.all().get("age.drl"))
                .singleElement()
                .asString()
                .startsWith("age.drl:3:1")
                .contains("no rule of 'age' speaks", "\"ageYears\":43");
        edited.open("age.drl", text);
        edited.read();
        assertThat(edited.attempt(() -> false)).isTrue();
        assertThat(edited.all()).doesNotContainKey("age.drl");
    }

    private static List<Fault> all(Map<String, List<Fault>> faults) {
        return faults.values().stream().flatMap(List::stream).toList();
    }

    @Test
    void rulesAreHeldAgainstTheQuestionsOfBeforeWhileThoseCannotBeRead() {
        String misspelt = Small.folder().text("age.drl").replaceFirst("ageYears", "ageYaers");
        workspace.read();
        workspace.open("questionnaire.yaml", "groups: [");

        assertThat(all(workspace.read()).stream().map(Fault::kind)).contains("yaml");
        assertEquals(List.of("age.drl:9:13 unknown-field"), kinds(type("age.drl", misspelt)));
    }
}
