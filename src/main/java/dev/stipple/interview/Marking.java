package dev.stipple.interview;

import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Turns the ticks of a page's lists into answers and back, in the manner of a lens (Foster et al., 2007): marks that are read
 * from answers and put back change nothing, and marks that are put are read again, save where one line implies another.
 */
public final class Marking {
    private final List<Line> lines;
    private final Page page;

    public Marking(Page page) {
        this.page = page;
        this.lines = page.lines();
    }

    /** What the answers say of each line. */
    public Map<Line, Mark> marks(Answers answers) {
        var marks = new LinkedHashMap<Line, Mark>();
        lines.forEach(line -> marks.put(line, line.target().in(answers)));
        return marks;
    }

    /** Ticked lines of one choice of which neither is worse than the other, so that they cannot both be meant. */
    public List<Line> clash(Map<Line, Mark> marks) {
        return about(Question.Choice.class).entrySet().stream()
                .map(each -> worst(each.getKey(), ticked(each.getValue(), marks)))
                .filter(worst -> worst.size() > 1)
                .findFirst()
                .orElse(List.of());
    }

    /** The changes that make the answers say what the marks say; what is said already stays untouched. */
    public List<Edit> edits(Answers answers, Map<Line, Mark> marks) {
        Map<Line, Mark> before = marks(answers);
        var edits = new ArrayList<Edit>();
        about(Question.Closed.class).forEach((question, own) -> {
            if (differs(own, before, marks)) {
                edits.add(edit(question, own, marks));
            }
        });
        groups().forEach(group -> {
            List<Line> own = of(group);
            if (differs(own, before, marks)) {
                edits.addAll(entries(answers, group, own, before, marks));
            }
        });
        return edits;
    }

    /** The answers with the marks put in. */
    public Answers put(Answers answers, Map<Line, Mark> marks) {
        return Edit.apply(answers, edits(answers, marks));
    }

    private static boolean differs(List<Line> own, Map<Line, Mark> before, Map<Line, Mark> marks) {
        return own.stream().anyMatch(line -> before.get(line) != marks.get(line));
    }

    private <Q extends Question.Closed> Map<Q, List<Line>> about(Class<Q> kind) {
        var about = new LinkedHashMap<Q, List<Line>>();
        for (Line line : lines) {
            if (line.target() instanceof Line.Answer answer
                    && kind.isInstance(answer.setting().question())) {
                about.computeIfAbsent(kind.cast(answer.setting().question()), question -> new ArrayList<>())
                        .add(line);
            }
        }
        return about;
    }

    private static List<Line> ticked(List<Line> own, Map<Line, Mark> marks) {
        return own.stream().filter(line -> marks.get(line) == Mark.YES).toList();
    }

    private static boolean isOpen(List<Line> own, Map<Line, Mark> marks) {
        return own.stream().anyMatch(line -> marks.get(line) == Mark.OPEN);
    }

    private Edit edit(Question.Closed question, List<Line> own, Map<Line, Mark> marks) {
        List<Line> ticked = ticked(own, marks);
        if (question instanceof Question.Choices choices) {
            return isOpen(own, marks) ? some(choices, ticked) : new Edit.Put(question, chosen(choices, ticked));
        }
        if (!ticked.isEmpty()) {
            return new Edit.Put(
                    question, setting(worst(question, ticked).get(0)).value());
        }
        return isOpen(own, marks) ? new Edit.Clear(question) : new Edit.Put(question, otherwise(question));
    }

    private Value chosen(Question.Choices question, List<Line> ticked) {
        if (ticked.isEmpty()) {
            return otherwise(question);
        }
        return new Value.Choices(options(question, ticked));
    }

    private static Edit some(Question.Choices question, List<Line> ticked) {
        return ticked.isEmpty() ? new Edit.Clear(question) : new Edit.PutSome(question, options(question, ticked));
    }

    private static List<Option> options(Question.Choices question, List<Line> ticked) {
        var codes = ticked.stream().map(line -> setting(line).code()).toList();
        return question.options().stream()
                .filter(option -> codes.contains(option.code()))
                .toList();
    }

    private Value otherwise(Question.Closed question) {
        return Optional.ofNullable(page.otherwise(question.path()))
                .map(Setting::value)
                .orElseGet(() -> question instanceof Question.YesNo
                        ? new Value.Flag(false)
                        : new Setting(question, Option.NONE).value());
    }

    /** Of several ticked lines the one that is worst; all of them where the question does not say which one that is. */
    private static List<Line> worst(Question.Closed question, List<Line> ticked) {
        var worse = question.grading().worse();
        if (ticked.size() < 2 || worse == null) {
            return ticked;
        }
        var codes = ticked.stream()
                .map(line -> worse.codes().indexOf(setting(line).code()))
                .toList();
        int worst = codes.stream().mapToInt(Integer::intValue).max().orElseThrow();
        return codes.contains(-1) ? ticked : List.of(ticked.get(codes.indexOf(worst)));
    }

    private static Setting setting(Line line) {
        return ((Line.Answer) line.target()).setting();
    }

    private List<Group> groups() {
        var groups = new LinkedHashSet<Group>();
        lines.forEach(line -> {
            if (line.target() instanceof Line.Entry entry) {
                groups.add(entry.group());
            }
        });
        return List.copyOf(groups);
    }

    private List<Line> of(Group group) {
        return lines.stream()
                .filter(line -> line.target() instanceof Line.Entry entry
                        && entry.group().id().equals(group.id()))
                .toList();
    }

    private static Line.Entry entry(Line line) {
        return (Line.Entry) line.target();
    }

    /** An entry of no known kind stands for what may be there besides, as no list of a group can be left open in another way. */
    private static List<Edit> entries(
            Answers answers, Group group, List<Line> own, Map<Line, Mark> before, Map<Line, Mark> marks) {
        var edits = new ArrayList<Edit>();
        var present = answers.entries(group);
        boolean open = isOpen(own, marks);
        var added = own.stream()
                .filter(line -> marks.get(line) == Mark.YES && before.get(line) != Mark.YES)
                .toList();
        var gone = IntStream.range(0, present.size())
                .filter(entry -> isGone(present.get(entry), own, marks, open))
                .boxed()
                .toList();
        gone.forEach(entry -> edits.add(new Edit.Remove(group, entry)));
        added.forEach(line -> edits.add(new Edit.Add(group, values(line))));
        boolean some = present.size() - gone.size() + added.size() > 0;
        if (!open) {
            edits.add(new Edit.Close(group));
        } else if (!some) {
            edits.add(new Edit.Forget(group));
        } else if (present.stream().noneMatch(entry -> isOfNone(entry, own))) {
            edits.add(new Edit.Add(group, Map.of()));
        }
        return edits;
    }

    private static boolean isGone(
            dev.stipple.answers.Entry present, List<Line> own, Map<Line, Mark> marks, boolean open) {
        return isOfNone(present, own)
                ? !open
                : own.stream().anyMatch(line -> entry(line).of(present) == Mark.YES && marks.get(line) != Mark.YES);
    }

    private static boolean isOfNone(dev.stipple.answers.Entry present, List<Line> own) {
        return own.stream().noneMatch(line -> entry(line).of(present) == Mark.YES);
    }

    private static Map<String, Value> values(Line line) {
        var values = new LinkedHashMap<String, Value>();
        Stream.of(entry(line))
                .flatMap(entry -> entry.kind().stream())
                .forEach(setting -> values.put(setting.question().id(), setting.value()));
        return values;
    }

    /** The changes that make the answers say what a card says, and nothing of what other cards say; none where they do. */
    public static List<Edit> edits(Answers answers, Item.Cards cards, Card card) {
        if (cards.chosen(answers).equals(Optional.of(card))) {
            return List.of();
        }
        return cards.questions().stream()
                .map(question -> card.sets().stream()
                        .filter(setting -> setting.question().path().equals(question.path()))
                        .findFirst()
                        .<Edit>map(setting -> new Edit.Put(question, setting.value()))
                        .orElseGet(() -> new Edit.Clear(question)))
                .toList();
    }

    /** The changes that make unknown what any card says. */
    public static List<Edit> clear(Item.Cards cards) {
        return cards.questions().stream().<Edit>map(Edit.Clear::new).toList();
    }
}
