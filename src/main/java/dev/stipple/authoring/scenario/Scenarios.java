package dev.stipple.authoring.scenario;

import dev.stipple.answers.Answers;
import dev.stipple.rulebook.Contents;
import dev.stipple.text.Fault;
import dev.stipple.text.InvalidRules;
import dev.stipple.text.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Everything that the scenario files of a rules folder say.
 *
 * @param people complete people that scenarios start from, by name
 * @param all by file, in the order written
 * @param faults what is wrong with the files, in order of place
 */
public record Scenarios(Map<String, Answers> people, List<Scenario> all, List<Fault> faults) {
    public static final String ENDING = ".scenarios.yaml";
    public static final String PEOPLE = "people.yaml";

    /** How many there may be, as each is tried before rules are used. */
    private static final int MOST = 5_000;

    /** Reads the scenarios; never throws, so that one run tells every fault. */
    public static Scenarios read(Contents contents) {
        var faults = new TreeSet<Fault>();
        var people = NamedPeople.read(contents, faults);
        var reader = new ScenarioReader(contents, people, faults);
        var all = new ArrayList<Scenario>();
        for (String file : contents.folder().names(ENDING)) {
            reader.read(file).forEach(all::add);
            if (all.size() > MOST) {
                faults.add(new Fault(
                        Place.startOf(file),
                        "limit",
                        "with this file, there are more than " + MOST + " scenarios",
                        "keep those that tell something new"));
                break;
            }
        }
        return new Scenarios(people.answers(), all, List.copyOf(faults));
    }

    /**
     * Reads the scenarios.
     *
     * @throws InvalidRules with every fault of the files
     */
    public static Scenarios load(Contents contents) {
        Scenarios scenarios = read(contents);
        if (!scenarios.faults.isEmpty()) {
            throw new InvalidRules(scenarios.faults);
        }
        return scenarios;
    }

    /** What is wrong with one file of scenarios, or with the people that they start from. */
    public static List<Fault> faultsOf(Contents contents, String file) {
        var faults = new TreeSet<Fault>();
        var people = NamedPeople.read(contents, faults);
        if (file.endsWith(ENDING)) {
            new ScenarioReader(contents, people, faults).read(file).forEach(scenario -> {});
        }
        return List.copyOf(faults);
    }
}
