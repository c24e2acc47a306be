package dev.stipple.authoring.impact;

import dev.stipple.authoring.scenario.ScenarioText;
import dev.stipple.authoring.scenario.Scenarios;
import dev.stipple.questionnaire.Value;
import dev.stipple.reasoning.impact.Impact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The difference between two rulebooks laid out for reading, each region with a person in it as a scenario. */
public record ImpactText(Impact.Difference difference, Scenarios scenarios) {
    public List<String> lines() {
        if (!difference.incomparable().isEmpty()) {
            return List.of(
                    "Not compared: the questionnaires differ in " + String.join(", ", difference.incomparable()));
        }
        if (difference.isEquivalent()) {
            return List.of("No verdict changes: proved for every complete set of answers.");
        }
        var lines = new ArrayList<String>();
        difference.regions().forEach(region -> lines.addAll(region(region)));
        lines.add(
                difference.cut()
                        ? "There are more regions than these."
                        : "These regions cover every change; regions may overlap.");
        return List.copyOf(lines);
    }

    private List<String> region(Impact.Region region) {
        var lines = new ArrayList<String>();
        lines.add(region.move() + ", about " + String.format(Locale.ROOT, "%.2g", region.share())
                + " of all answers, where");
        region.parts().forEach(part -> lines.add("    " + part(part)));
        new ScenarioText(scenarios)
                .write(
                        "Goes from " + region.move().from() + " to "
                                + region.move().to(),
                        region.example(),
                        List.of("verdict: " + region.move().to()))
                .forEach(line -> lines.add("      " + line));
        return lines;
    }

    private static String part(Impact.Part part) {
        if (part instanceof Impact.Part.Among among) {
            return among.question().path() + " is "
                    + among.stretches().stream().map(ImpactText::stretch).collect(Collectors.joining(" or "));
        }
        if (part instanceof Impact.Part.Chosen chosen) {
            return chosen.question().path()
                    + (chosen.chosen() ? " contains " : " does not contain ")
                    + chosen.option().code();
        }
        var entry = (Impact.Part.Entry) part;
        return (entry.some() ? "some entry of " : "no entry of ")
                + entry.group().id() + " has "
                + entry.constraint()
                        .comparisons()
                        .map(comparison -> comparison.question().id() + " "
                                + comparison.operator().symbol() + " " + String.join(", ", comparison.literals()))
                        .collect(Collectors.joining("; "));
    }

    private static String stretch(Impact.Stretch stretch) {
        String from = value(stretch.from());
        String to = value(stretch.to());
        return from.equals(to) ? from : from + " to " + to;
    }

    private static String value(Value value) {
        return String.valueOf(value.json());
    }
}
