package dev.stipple.authoring.impact;

import dev.stipple.answers.Answers;
import dev.stipple.answers.AnswersFile;
import dev.stipple.answers.BrokenTable;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.assessment.Move;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.rule.Verdict;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.StrictJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which of some people get another verdict by other rules.
 *
 * @param people how many could be read
 * @param moved those whose verdict changes, milder ones first, within a kind in the order of the file
 * @param refused what could not be read
 */
public record PeopleImpact(long people, List<Moved> moved, List<Refused> refused) {

    /** Somebody whose verdict changes; undecided where more than one verdict is possible. */
    public record Moved(long line, String id, Move move) {}

    /** A line that is not a person by one of the rulebooks. */
    public record Refused(long line, String reason) {}

    /** Reads everybody and compares their verdicts. */
    public static PeopleImpact between(Rulebook before, Rulebook after, AnswersFile file) {
        var old = new Judge(before);
        var changed = new Judge(after);
        var moved = new ArrayList<Moved>();
        var refused = new ArrayList<Refused>();
        long people = 0;
        while (file.hasNext()) {
            AnswersFile.Row row = file.next();
            try {
                StrictJson person = row.read();
                Verdict from = old.verdict(person);
                Verdict to = changed.verdict(person);
                people++;
                if (from != to) {
                    moved.add(new Moved(row.line(), AnswersFile.id(person).orElse(""), new Move(from, to)));
                }
            } catch (InvalidAnswers | StrictJson.Malformed | BrokenTable e) {
                refused.add(new Refused(row.line(), String.valueOf(e.getMessage())));
            }
        }
        moved.sort(Comparator.comparing((Moved each) -> each.move().kind()).thenComparing(Moved::line));
        return new PeopleImpact(people, List.copyOf(moved), List.copyOf(refused));
    }

    /** How many of some people get another verdict, by the move; undecided where more than one verdict is possible. */
    static Map<Move, Long> moves(Rulebook before, Rulebook after, Stream<Answers> people) {
        var old = new Judge(before);
        var changed = new Judge(after);
        return people.map(person -> new Move(old.verdict(person), changed.verdict(person)))
                .filter(move -> move.from() != move.to())
                .collect(Collectors.groupingBy(move -> move, TreeMap::new, Collectors.counting()));
    }

    /** Tells the verdict that one rulebook comes to. */
    private static final class Judge {
        private final Rulebook rulebook;
        private final Reasoner reasoner;

        Judge(Rulebook rulebook) {
            this.rulebook = rulebook;
            this.reasoner = new Reasoner(rulebook);
        }

        Verdict verdict(StrictJson person) {
            return verdict(AnswersFile.answers(rulebook.questionnaire(), person));
        }

        Verdict verdict(Answers answers) {
            Set<Verdict> possible = reasoner.possible(answers);
            return possible.size() == 1 ? possible.iterator().next() : Verdict.UNDECIDED;
        }
    }
}
