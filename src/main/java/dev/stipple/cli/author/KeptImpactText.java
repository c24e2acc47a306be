package dev.stipple.cli.author;

import dev.stipple.screening.KeptImpact;
import dev.stipple.screening.kept.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Which kept screenings get another verdict, laid out for reading. */
final class KeptImpactText {
    private KeptImpactText() {}

    static List<String> lines(KeptImpact impact, List<Reference> altered) {
        int moved = impact.moves().values().stream().mapToInt(List::size).sum();
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add(moved + " of " + impact.compared() + " kept screenings get another verdict");
        impact.moves()
                .forEach((move, references) ->
                        lines.add("  %s, %d: %s".formatted(move, references.size(), named(references))));
        if (impact.unfit() > 0) {
            lines.add("  not compared: " + impact.unfit() + ", as their answers do not fit the questions");
        }
        if (!altered.isEmpty()) {
            lines.add("  not compared: " + altered.size()
                    + ", as they were altered in the database (audit verify tells how): " + named(altered));
        }
        return lines;
    }

    private static String named(List<Reference> references) {
        return references.stream().map(Reference::toString).collect(Collectors.joining(" "));
    }
}
