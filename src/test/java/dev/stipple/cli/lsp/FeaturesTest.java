package dev.stipple.cli.lsp;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stipple.Small;
import dev.stipple.authoring.check.Check;
import dev.stipple.text.RulesFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor asks for, and gets. */
class FeaturesTest {
    @TempDir
    private Path folder;

    private Editor editor;
    private TextDocumentService asked;

    @BeforeEach
    void open() throws IOException {
        Small.write(Small.folder(), folder);
        editor = Editor.open(folder);
        asked = editor.server().getTextDocumentService();
        editor.show("age.drl");
        editor.type("age.drl", editor.saved("age.drl").replaceFirst("ageYears", "ageYaers"));
        editor.faults("age.drl", list -> !list.isEmpty());
    }

    @AfterEach
    void end() {
        editor.close();
    }

    /** Where a word begins in a file as it is saved, and one further. */
    private Position in(String file, String word) {
        String before = editor.saved(file).substring(0, editor.saved(file).indexOf(word));
        int line = (int) before.chars().filter(each -> each == '\n').count();
        return new Position(line, before.length() - before.lastIndexOf('\n'));
    }

    @Test
    void hoverShowsAQuestionAsPeopleReadIt() {
        var hover = Editor.get(asked.hover(new HoverParams(editor.document("skin.drl"), in("skin.drl", "tone =="))));

        assertThat(hover.getContents().getRight().getValue()).startsWith("**Which tone?**");
        assertEquals(
                in("skin.drl", "tone ==").getLine(), hover.getRange().getStart().getLine());
    }

    @Test
    void completionReplacesTheWordThatIsBegun() {
        String text = "package stipple.rules\n\nrule \"skin: x\"\nwhen\n    Skin( tone == SkinTone.D";
        editor.show("skin.drl");
        editor.type("skin.drl", text);
        List<CompletionItem> items = Editor.get(
                        asked.completion(new CompletionParams(editor.document("skin.drl"), new Position(4, 28))))
                .getLeft();

        assertThat(items).extracting(CompletionItem::getLabel).contains("SkinTone.DARK");
        assertThat(items).allSatisfy(item -> {
            assertEquals(
                    new Position(4, 18), item.getTextEdit().getLeft().getRange().getStart());
            assertEquals(
                    new Position(4, 28), item.getTextEdit().getLeft().getRange().getEnd());
        });
    }

    @Test
    void aFieldLeadsToItsQuestionAndBackToAllThatAskForIt() {
        var at = in("skin.drl", "tone ==");
        List<? extends Location> definition = Editor.get(
                        asked.definition(new DefinitionParams(editor.document("skin.drl"), at)))
                .getLeft();
        List<? extends Location> references = Editor.get(
                asked.references(new ReferenceParams(editor.document("skin.drl"), at, new ReferenceContext(false))));

        assertThat(definition)
                .singleElement()
                .satisfies(each -> assertThat(each.getUri()).endsWith("questionnaire.yaml"));
        assertThat(references).extracting(Location::getUri).contains(editor.uri("skin.drl"), editor.uri("people.yaml"));
    }

    @Test
    void aFaultIsMendedAsItsRemedySays() {
        var fault = editor.diagnostics("age.drl").get(0);
        var actions = Editor.get(asked.codeAction(new CodeActionParams(
                editor.document("age.drl"), fault.getRange(), new CodeActionContext(List.of(fault)))));

        assertThat(actions).singleElement().satisfies(each -> {
            assertEquals("Write ageYears", each.getRight().getTitle());
            var changes = each.getRight().getEdit().getChanges();
            TextEdit edit = requireNonNull(changes.get(editor.uri("age.drl"))).get(0);
            assertEquals("ageYears", edit.getNewText());
            assertEquals(fault.getRange(), edit.getRange());
        });
    }

    @Test
    void aFileIsLaidOutByOneEditAndThenByNone() {
        String saved = editor.saved("age.drl");
        editor.type("age.drl", saved.replace("    @id", "  @id") + "\n\n");

        var edits = formatted("age.drl");
        assertThat(edits).singleElement().satisfies(edit -> assertEquals(saved, edit.getNewText()));
        editor.type("age.drl", saved);
        assertThat(formatted("age.drl")).isEmpty();
    }

    private List<? extends TextEdit> formatted(String file) {
        return Editor.get(
                asked.formatting(new DocumentFormattingParams(editor.document(file), new FormattingOptions(4, true))));
    }

    /** As an editor does: it runs the command of a lens as it is written there. */
    @Test
    void aScenarioIsRunFromWhereItStandsOnTheTextsAsTheyAre() {
        String scenario = "At seventeen it is too early";
        editor.show("age.scenarios.yaml");
        editor.type("age.drl", editor.saved("age.drl").replace("ageYears < 18", "ageYears < 17"));

        assertThat(tried("age.scenarios.yaml", scenario, "Run"))
                .contains("fails:", "expected AGE-01 to fire, and it did not");
        editor.type("age.drl", editor.saved("age.drl"));
        assertThat(tried("age.scenarios.yaml", scenario, "Run")).contains("passes: NOT_SUITABLE");
        assertThat(tried("age.scenarios.yaml", scenario, "Why no milder verdict"))
                .startsWith("NOT_SUITABLE\nNOT_SUITABLE AGE-01 at age.drl:3:1: Too young.");
    }

    @Test
    void aRuleFileTellsWhoIsToldSomethingElseSinceTheFolderWasOpened() {
        String saved = editor.saved("age.drl");
        editor.type("age.drl", saved);
        assertThat(tried("age.drl", "", "Who is told something else since this folder was opened"))
                .contains("No verdict changes");
        editor.type("age.drl", saved.replace("ageYears < 18", "ageYears < 21"));
        assertThat(tried("age.drl", "", "Who is told something else since this folder was opened"))
                .contains("AGE-01 says NOT_SUITABLE", "made-up people get another verdict");
        editor.type("age.drl", saved.replace("ageYears < 18", "ageYaers < 18"));
        assertThat(tried("age.drl", "", "Who is told something else since this folder was opened"))
                .contains("mend what is wrong first:", "age.drl:9:13");
    }

    private String tried(String file, String name, String title) {
        var lens = Editor.get(asked.codeLens(new CodeLensParams(editor.document(file)))).stream()
                .filter(each -> each.getCommand().getTitle().equals(title))
                .filter(each -> each.getCommand().getArguments().toString().contains(name))
                .findFirst()
                .orElseThrow();
        Editor.get(editor.server()
                .getWorkspaceService()
                .executeCommand(new ExecuteCommandParams(
                        lens.getCommand().getCommand(), lens.getCommand().getArguments())));
        return editor.message();
    }

    @Test
    void anOptionGetsAnotherNameInEveryFile() throws IOException {
        editor.type("age.drl", editor.saved("age.drl"));
        var at = in("questionnaire.yaml", "FUE");
        var document = editor.document("questionnaire.yaml");

        assertEquals(
                "FUE",
                Editor.get(asked.prepareRename(new PrepareRenameParams(document, at)))
                        .getSecond()
                        .getPlaceholder());
        apply(Editor.get(asked.rename(new RenameParams(document, at, "DOTS"))));

        assertEquals(List.of(), Check.of(RulesFolder.read(folder)).faults());
        assertThat(editor.saved("facts.drl")).contains("FUT, DOTS").doesNotContain("FUE");
        assertThatThrownBy(() ->
                        asked.rename(new RenameParams(document, at, "FUT")).get())
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("is there twice");
    }

    /** Does what an editor does with edits, in its files. */
    private void apply(WorkspaceEdit edit) throws IOException {
        for (Map.Entry<String, List<TextEdit>> each : edit.getChanges().entrySet()) {
            Path file = Path.of(URI.create(each.getKey()));
            var text = new StringBuilder(Files.readString(file));
            var edits = new ArrayList<>(each.getValue());
            edits.sort(Comparator.comparingInt(
                            (TextEdit one) -> offset(text, one.getRange().getStart()))
                    .reversed());
            edits.forEach(one -> text.replace(
                    offset(text, one.getRange().getStart()),
                    offset(text, one.getRange().getEnd()),
                    one.getNewText()));
            Files.writeString(file, text);
        }
    }

    private static int offset(CharSequence text, Position position) {
        int at = 0;
        for (int line = 0; line < position.getLine(); line++) {
            at = text.toString().indexOf('\n', at) + 1;
        }
        return at + position.getCharacter();
    }

    @Test
    void symbolsAreListedByFileAndFoundInAll() {
        var listed = Editor.get(asked.documentSymbol(new DocumentSymbolParams(editor.document("skin.drl"))));
        var found = Editor.get(editor.server().getWorkspaceService().symbol(new WorkspaceSymbolParams("under age")));

        assertThat(listed)
                .extracting(each -> each.getRight().getName())
                .isNotEmpty()
                .allMatch(name -> name.startsWith("SKI"));
        assertThat(found.getRight()).extracting(each -> each.getName()).contains("AGE-01");
    }
}
