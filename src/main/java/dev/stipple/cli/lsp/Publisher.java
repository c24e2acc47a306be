package dev.stipple.cli.lsp;

import dev.stipple.studio.TextLines;
import dev.stipple.studio.Workspace;
import dev.stipple.text.Fault;
import dev.stipple.text.RulesFolder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.services.LanguageClient;

/** Tells the editor the faults of each file, and of each that had some before when it has none any more. */
final class Publisher {
    private final Workspace workspace;
    private final LanguageClient client;
    private final Map<String, List<Diagnostic>> told = new HashMap<>();

    Publisher(Workspace workspace, LanguageClient client) {
        this.workspace = workspace;
        this.client = client;
    }

    /** Tells those of these files. */
    synchronized void publish(Map<String, List<Fault>> faults) {
        RulesFolder folder = workspace.folder();
        faults.forEach((name, list) -> {
            String file = folder.has(name) ? name : RulesFolder.QUESTIONNAIRE;
            var lines = new TextLines(folder.text(file));
            var diagnostics =
                    list.stream().map(fault -> diagnostic(fault, lines)).toList();
            if (!diagnostics.equals(told.getOrDefault(file, List.of()))) {
                told.put(file, diagnostics);
                client.publishDiagnostics(new PublishDiagnosticsParams(Uris.of(workspace.path(), file), diagnostics));
            }
        });
    }

    /** Tells those of these files, and that all others have none. */
    synchronized void publishAll(Map<String, List<Fault>> faults) {
        var all = new HashMap<>(faults);
        new TreeSet<>(told.keySet()).forEach(file -> all.putIfAbsent(file, List.of()));
        publish(all);
    }

    private static Diagnostic diagnostic(Fault fault, TextLines lines) {
        int start = lines.offset(fault.place().line() - 1, fault.place().column() - 1);
        Range range = Positions.range(lines, start, lines.wordEnd(start));
        return new Diagnostic(
                range, fault.problem() + "; " + fault.remedy(), DiagnosticSeverity.Error, "stipple", fault.kind());
    }

    void failed(Throwable failure) {
        client.logMessage(new MessageParams(MessageType.Error, String.valueOf(failure)));
    }
}
