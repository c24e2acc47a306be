package dev.stipple.cli.lsp;

import dev.stipple.assessment.Assessor;
import dev.stipple.assessment.Outlook;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.studio.Workspace;
import dev.stipple.studio.trial.Trials;
import dev.stipple.text.InvalidRules;
import dev.stipple.text.RulesFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** One client and the rules folder that it has open; without one that can be read, nothing is told but that. */
final class Session {
    private final @Nullable Path rules;
    private @Nullable LanguageClient client;
    private @Nullable Workspace workspace;
    private @Nullable Diagnoser diagnoser;
    private @Nullable Trials trials;
    private boolean showsProgress;

    Session(@Nullable Path rules) {
        this.rules = rules;
    }

    void connect(LanguageClient client) {
        this.client = client;
    }

    /** Opens the rules folder: the one that was named, or the first that lies in these folders. */
    synchronized void begin(Collection<Path> opened) {
        Optional<Path> folder = rules != null
                ? Optional.of(rules)
                : opened.stream()
                        .flatMap(each -> Stream.of(each, each.resolve("rules")))
                        .filter(Session::holdsRules)
                        .findFirst();
        folder.ifPresent(this::begin);
    }

    private static boolean holdsRules(Path folder) {
        return Files.exists(folder.resolve(RulesFolder.QUESTIONNAIRE));
    }

    private void begin(Path folder) {
        LanguageClient told = client;
        if (told == null || workspace != null) {
            return;
        }
        try {
            Function<Rulebook, Assessor> assessors =
                    rulebook -> new Assessor(rulebook, new Reasoner(rulebook), Outlook.Depth.VERDICTS);
            var begun = new Workspace(folder, assessors);
            workspace = begun;
            trials = new Trials(begun, assessors);
            diagnoser = new Diagnoser(begun, new Publisher(begun, told));
            diagnoser.begin();
            showReading();
        } catch (InvalidRules e) {
            told.showMessage(new MessageParams(MessageType.Error, String.valueOf(e.getMessage())));
        }
    }

    /** From now on the client can be asked to show what is going on. */
    synchronized void showProgress() {
        showsProgress = true;
        showReading();
    }

    private void showReading() {
        LanguageClient told = client;
        Diagnoser looking = diagnoser;
        if (showsProgress && told != null && looking != null) {
            new ReadingProgress(told).showUntil(looking.begun());
        }
    }

    /** Opens the rules folder around a file, where none is open yet. */
    private synchronized void beginAround(String uri) {
        if (workspace == null) {
            var around = Stream.iterate(
                            Uris.path(uri).map(Path::getParent).orElse(null), each -> each != null, Path::getParent)
                    .toList();
            begin(rules == null ? around : List.of(rules));
        }
    }

    synchronized Optional<Workspace> workspace() {
        return Optional.ofNullable(workspace);
    }

    /** Tries something, and shows how it came out. */
    void tryOut(Tried tried, String uri, String name) {
        Trials open = trials();
        LanguageClient told = client;
        Path root = workspace().map(Workspace::path).orElse(null);
        if (open != null && told != null && root != null) {
            Uris.name(root, uri)
                    .map(file -> String.join("\n", tried.of(open, file, name)))
                    .ifPresent(text -> told.showMessage(new MessageParams(MessageType.Info, text)));
        }
    }

    private synchronized @Nullable Trials trials() {
        return trials;
    }

    /** Does something about a file of the rules folder, and with what looks for faults afterwards. */
    void with(String uri, Edit edit) {
        beginAround(uri);
        Workspace open = workspace().orElse(null);
        Diagnoser looking = looking();
        if (open != null && looking != null) {
            Uris.name(open.path(), uri).filter(Session::isRead).ifPresent(name -> edit.of(open, looking, name));
        }
    }

    /** An edit of a file by its name in the folder. */
    @FunctionalInterface
    interface Edit {
        void of(Workspace workspace, Diagnoser diagnoser, String file);
    }

    private static boolean isRead(String name) {
        return name.endsWith(RulesFolder.RULES) || name.endsWith(".yaml");
    }

    private synchronized @Nullable Diagnoser looking() {
        return diagnoser;
    }

    /** Tells what looks for faults, where something does. */
    void looks(Consumer<Diagnoser> told) {
        Diagnoser looking = looking();
        if (looking != null) {
            told.accept(looking);
        }
    }

    void end() {
        looks(Diagnoser::end);
    }
}
