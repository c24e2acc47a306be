package dev.stipple.authoring.walk;

import dev.stipple.answers.Answers;
import dev.stipple.assessment.Outlook;
import dev.stipple.authoring.impact.Population;
import dev.stipple.authoring.scenario.NamedPeople;
import dev.stipple.interview.Budget;
import dev.stipple.interview.Interview;
import dev.stipple.interview.Walk;
import dev.stipple.interview.Walker;
import dev.stipple.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the interview took of the people of {@code people.yaml} and of others like them.
 *
 * @param named by name
 * @param others of made-up people
 */
public record Walks(Interview interview, Map<String, Walk> named, List<Walk> others) {
    /**
     * Leads everybody through.
     *
     * @param others how many people are made up
     * @param seed which ones
     */
    public static Walks of(Rulebook rulebook, Outlook outlook, int others, long seed) {
        Interview interview = rulebook.interview();
        var named = new LinkedHashMap<String, Walk>();
        NamedPeople.of(rulebook.contents())
                .forEach((name, person) -> named.put(name, walk(interview, outlook, person)));
        var population = new Population(rulebook.contents(), seed);
        List<Walk> made = Stream.generate(population::next)
                .limit(others)
                .map(person -> walk(interview, outlook, person))
                .toList();
        return new Walks(interview, named, made);
    }

    /** Leads one person through. */
    public static Walk walk(Interview interview, Outlook outlook, Answers person) {
        return Walker.walk(
                interview,
                person,
                answers ->
                        outlook.of(answers, Outlook.Depth.VERDICTS).possible().size() == 1);
    }

    /** The pages of half of the made-up people at most. */
    public int median() {
        return others.stream()
                .mapToInt(Walk::turned)
                .sorted()
                .skip(others.size() / 2)
                .findFirst()
                .orElse(0);
    }

    /** The most pages of anybody. */
    public int most() {
        return everybody().mapToInt(Walk::turned).max().orElse(0);
    }

    private Stream<Walk> everybody() {
        return Stream.concat(named.values().stream(), others.stream());
    }

    /** What the budget does not allow; empty where all is well or nothing is promised. */
    public List<String> overBudget() {
        var over = new ArrayList<String>();
        Budget budget = interview.budget();
        if (budget == null) {
            return over;
        }
        Walk easiest = named.get(budget.easiest());
        if (easiest == null) {
            over.add("there is nobody called " + budget.easiest() + " in people.yaml");
        } else {
            exceeds(over, "pages of " + budget.easiest(), easiest.turned(), budget.pages());
            exceeds(over, "taps of " + budget.easiest(), easiest.taps(), budget.taps());
        }
        exceeds(over, "median pages", median(), budget.medianPages());
        exceeds(over, "most pages", most(), budget.mostPages());
        int topics = everybody().mapToInt(Walk::sections).max().orElse(0);
        exceeds(over, "changes of topic", topics, interview.sections().size());
        return over;
    }

    private static void exceeds(List<String> over, String what, int is, int allowed) {
        if (is > allowed) {
            over.add(what + ": " + is + ", where " + allowed + " are allowed");
        }
    }
}
