package dev.stipple.studio;

import dev.stipple.text.Fault;
import dev.stipple.text.Place;
import dev.stipple.text.RulesFolder;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Faults of one state of a folder.
 *
 * @param folder the texts that they were found in
 */
record Told(RulesFolder folder, Collection<Fault> faults) {
    /** Those of a file, where they stand by now; what stood on lines that have changed since is left out. */
    List<Fault> in(RulesFolder now, String file) {
        var lines = folder.text(file).split("\n", -1);
        var others = now.text(file).split("\n", -1);
        int same = 0;
        int most = Math.min(lines.length, others.length);
        while (same < most && lines[same].equals(others[same])) {
            same++;
        }
        int end = 0;
        while (end < most - same && lines[lines.length - 1 - end].equals(others[others.length - 1 - end])) {
            end++;
        }
        int before = same;
        int after = lines.length - end;
        int moved = others.length - lines.length;
        return faults.stream()
                .filter(fault -> fault.place().file().equals(file))
                .flatMap(fault -> moved(fault, before, after, moved).stream())
                .toList();
    }

    private static Optional<Fault> moved(Fault fault, int before, int after, int by) {
        int line = fault.place().line();
        if (line <= before) {
            return Optional.of(fault);
        }
        return line <= after
                ? Optional.empty()
                : Optional.of(new Fault(
                        new Place(fault.place().file(), line + by, fault.place().column()),
                        fault.kind(),
                        fault.problem(),
                        fault.remedy()));
    }
}
