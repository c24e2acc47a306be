package dev.stipple.cli.lsp;

import dev.stipple.studio.trial.Trials;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody can try from within a file; a client sends its command with the address of the file and a name in it. */
enum Tried {
    RUN("Run") {
        @Override
        List<String> of(Trials trials, String file, String name) {
            return trials.run(file, name);
        }
    },
    WHY("Why no milder verdict") {
        @Override
        List<String> of(Trials trials, String file, String name) {
            return trials.why(file, name);
        }
    },
    CHANGES("Who is told something else since this folder was opened") {
        @Override
        List<String> of(Trials trials, String file, String name) {
            return trials.changes();
        }
    };

    private final String title;

    Tried(String title) {
        this.title = title;
    }

    abstract List<String> of(Trials trials, String file, String name);

    String title() {
        return title;
    }

    String command() {
        return "stipple." + name().toLowerCase(Locale.ROOT);
    }

    static Optional<Tried> of(String command) {
        return Arrays.stream(values())
                .filter(each -> each.command().equals(command))
                .findFirst();
    }

    static List<String> commands() {
        return Arrays.stream(values()).map(Tried::command).toList();
    }
}
