package dev.stipple.cli.person;

import dev.stipple.reasoning.change.Counterfactuals;
import dev.stipple.rule.Verdict;
import dev.stipple.wording.Language;
import dev.stipple.wording.Words;
import java.io.PrintWriter;

/** What would change a verdict, laid out for reading in a terminal. */
record CounterfactualsText(Counterfactuals ways, Language language) {
    void print(PrintWriter out) {
        out.println(text("ways"));
        if (ways.ways().isEmpty()) {
            out.println("  " + text(ways.verdict() == Verdict.UNDECIDED ? "ways.open" : searched()));
        }
        for (Counterfactuals.Way way : ways.ways()) {
            out.println("  → " + way.verdictName() + "  (" + way.verdict() + ")");
            way.changes()
                    .forEach(step -> out.println(
                            "    " + step.action() + " · " + step.question() + " " + step.from() + " → " + step.to()));
            way.alsoAsked().forEach(also -> out.println("    + " + also.question()));
        }
        if (!ways.complete()) {
            out.println("  " + text("ways.time"));
        }
        if (ways.cut()) {
            out.println("  " + text("ways.more"));
        }
        out.println();
    }

    private String searched() {
        return ways.proved() ? "ways.none" : "ways.unknown";
    }

    private String text(String key) {
        return Words.of("explanation", language).getString(key);
    }
}
