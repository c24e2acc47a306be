package dev.stipple.cli.lsp;

import dev.stipple.studio.Notes;
import dev.stipple.studio.Proposal;
import dev.stipple.studio.Renaming;
import dev.stipple.studio.Symbol;
import dev.stipple.studio.TextLines;
import dev.stipple.text.RulesFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RenameFile;
import org.eclipse.lsp4j.ResourceOperation;
import org.eclipse.lsp4j.SnippetTextEdit;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What the studio tells, in the types of the protocol. */
final class Translated {
    private Translated() {}

    static MarkupContent markdown(String text) {
        return new MarkupContent(MarkupKind.MARKDOWN, text);
    }

    /** @param place among all, as the order of options and questions means something */
    static CompletionItem item(Proposal proposal, Range range, int place, Notes notes) {
        var item = new CompletionItem(proposal.text());
        item.setDetail(proposal.says());
        item.setTextEdit(Either.forLeft(new TextEdit(range, proposal.text())));
        item.setSortText(String.format(Locale.ROOT, "%05d", place));
        item.setKind(proposal.symbol().map(symbol -> of(symbol.kind())).orElse(CompletionItemKind.Keyword));
        proposal.symbol()
                .flatMap(symbol -> place < 40 ? notes.on(symbol) : Optional.empty())
                .ifPresent(note -> item.setDocumentation(markdown(note)));
        return item;
    }

    private static CompletionItemKind of(Symbol.Kind kind) {
        return switch (kind) {
            case GROUP -> CompletionItemKind.Class;
            case QUESTION -> CompletionItemKind.Field;
            case OPTION, EFFECT, VERDICT, TOPIC -> CompletionItemKind.EnumMember;
            case RULE, TITLE -> CompletionItemKind.Function;
            case SOURCE, PERSON -> CompletionItemKind.Reference;
        };
    }

    static SymbolKind kind(Symbol.Kind kind) {
        return switch (kind) {
            case GROUP -> SymbolKind.Class;
            case QUESTION -> SymbolKind.Field;
            case OPTION, EFFECT, VERDICT, TOPIC -> SymbolKind.EnumMember;
            case RULE -> SymbolKind.Function;
            case TITLE -> SymbolKind.Event;
            case SOURCE, PERSON -> SymbolKind.Constant;
        };
    }

    static TextEdit edit(TextLines lines, Renaming.Edit edit) {
        return new TextEdit(Positions.range(lines, edit.start(), edit.end()), edit.text());
    }

    /** The edits of a renaming, and the names that drawings get. */
    static WorkspaceEdit edit(Path root, RulesFolder folder, Renaming renaming) {
        var changes = new HashMap<String, List<TextEdit>>();
        renaming.edits().forEach((file, edits) -> {
            var lines = new TextLines(folder.text(file));
            changes.put(
                    Uris.of(root, file),
                    edits.stream().map(edit -> edit(lines, edit)).toList());
        });
        if (renaming.pictures().isEmpty()) {
            return new WorkspaceEdit(changes);
        }
        var all = new ArrayList<Either<TextDocumentEdit, ResourceOperation>>();
        changes.forEach((uri, edits) -> all.add(Either.forLeft(new TextDocumentEdit(
                new VersionedTextDocumentIdentifier(uri, null),
                edits.stream().map(Either::<TextEdit, SnippetTextEdit>forLeft).toList()))));
        renaming.pictures()
                .forEach((from, to) -> all.add(Either.forRight(new RenameFile(
                        Uris.of(root, RulesFolder.PICTURES + "/" + from),
                        Uris.of(root, RulesFolder.PICTURES + "/" + to)))));
        return new WorkspaceEdit(all);
    }
}
