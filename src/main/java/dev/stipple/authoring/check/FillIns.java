package dev.stipple.authoring.check;

import dev.stipple.text.Fault;
import dev.stipple.text.Place;
import dev.stipple.text.RulesFolder;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what scaffolding left open for the author. */
final class FillIns {
    /** Stands where the author has to write something. */
    static final String MARK = "FILL IN";

    private static final Pattern OPEN = Pattern.compile(MARK + "(?:: ([^\"\\n]*))?");

    /** The name of a scenario that was proposed says why it was; that of a scaffold what to write. */
    private static final Pattern SUGGESTED = Pattern.compile("^\\s*- name: \"" + MARK + ": (?!a sentence )");

    private FillIns() {}

    static List<Fault> in(RulesFolder folder) {
        return Stream.concat(folder.names(RulesFolder.RULES).stream(), folder.names(".yaml").stream())
                .flatMap(file -> faults(file, folder.text(file)))
                .toList();
    }

    private static Stream<Fault> faults(String file, String text) {
        var lines = text.split("\n", -1);
        return Stream.iterate(0, line -> line < lines.length, line -> line + 1)
                .flatMap(line -> OPEN.matcher(lines[line])
                        .results()
                        .map(match -> fault(
                                new Place(file, line + 1, match.start() + 1),
                                match,
                                SUGGESTED.matcher(lines[line]).find())));
    }

    private static Fault fault(Place place, MatchResult match, boolean suggested) {
        String what =
                match.group(1) == null ? "what belongs here" : match.group(1).strip();
        return new Fault(
                place,
                "fill-in",
                "this has not been filled in",
                "write " + (suggested ? "what is shown by this person, in a sentence" : what));
    }
}
