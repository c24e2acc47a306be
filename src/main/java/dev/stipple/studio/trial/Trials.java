package dev.stipple.studio.trial;

import dev.stipple.assessment.Assessor;
import dev.stipple.authoring.check.Check;
import dev.stipple.rulebook.Contents;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.studio.Workspace;
import dev.stipple.text.Fault;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tries what somebody edits when they ask for it, saved or not; each state of it is compiled once. */
public final class Trials {
    private final Workspace workspace;
    private final Function<Rulebook, Assessor> assessors;
    private @Nullable Contents compiled;
    private @Nullable Trial trial;
    private @Nullable Rulebook begun;

    public Trials(Workspace workspace, Function<Rulebook, Assessor> assessors) {
        this.workspace = workspace;
        this.assessors = assessors;
    }

    /** Runs a scenario: what it expected and did not get, or its verdict. */
    public List<String> run(String file, String scenario) {
        return with(now -> now.run(file, scenario));
    }

    /** The verdict of a scenario's person and the rules that stand in the way of a milder one, the strictest first. */
    public List<String> why(String file, String scenario) {
        return with(now -> now.why(file, scenario));
    }

    /** Whose verdict changes by all that was edited since the folder was opened. */
    public List<String> changes() {
        return with(now -> before().map(now::changesSince)
                .orElse(List.of(
                        "the rules were not whole when they were opened; compare folders with stipple impact")));
    }

    private Optional<Rulebook> before() {
        if (begun == null) {
            begun = workspace
                    .begun()
                    .flatMap(contents -> Check.read(contents).compiled(contents).rulebook())
                    .orElse(null);
        }
        return Optional.ofNullable(begun);
    }

    private synchronized List<String> with(Function<Trial, List<String>> question) {
        List<String> faults = workspace.read().values().stream()
                .flatMap(List::stream)
                .filter(fault -> !fault.kind().equals("scenario"))
                .map(Fault::toString)
                .toList();
        Contents now = workspace.contents().orElse(null);
        if (now != null && now.folder().equals(workspace.folder())) {
            compile(now);
        } else {
            trial = null;
        }
        return trial == null
                ? Stream.concat(Stream.of("mend what is wrong first:"), faults.stream())
                        .toList()
                : question.apply(trial);
    }

    private void compile(Contents now) {
        if (now.equals(compiled)) {
            return;
        }
        Check check = Check.read(now).compiled(now);
        compiled = now;
        trial = check.rulebook()
                .map(rulebook -> new Trial(rulebook, check.scenarios().orElseThrow(), assessors.apply(rulebook)))
                .orElse(null);
    }
}
