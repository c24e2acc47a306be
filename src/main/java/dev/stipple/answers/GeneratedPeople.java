package dev.stipple.answers;

import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.TextSlot;
import dev.stipple.questionnaire.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/** Makes up people: valid answers, the same ones for the same seed. */
public final class GeneratedPeople {
    private static final int MOST_TRIES = 10_000;
    /** The most entries that somebody has in one group. */
    public static final int MOST_ENTRIES = 3;

    private final Questionnaire questionnaire;
    private final Random random;

    public GeneratedPeople(Questionnaire questionnaire, long seed) {
        this.questionnaire = questionnaire;
        this.random = new Random(seed);
    }

    /** A person who has answered everything that is asked. */
    public Answers complete() {
        Answers answers = Answers.none(questionnaire);
        for (Group group : questionnaire.groups()) {
            if (group.repeats()) {
                answers = answers.with(group, Collections.nCopies(entries(), Entry.EMPTY));
            }
        }
        return completed(answers);
    }

    /** The same person with everything answered that is asked and still open. */
    public Answers completed(Answers start) {
        Answers answers = start;
        for (Group group : questionnaire.groups()) {
            if (!answers.answered(group)) {
                answers = answers.with(group, Collections.nCopies(entries(), Entry.EMPTY));
            }
        }
        Optional<Slot> open = firstAsked(answers);
        while (open.isPresent()) {
            answers = answered(answers, open.get());
            open = firstAsked(answers);
        }
        return withTexts(answers);
    }

    /** An answer more, with which every question that was answered is still asked. */
    private Answers answered(Answers answers, Slot slot) {
        for (int i = 0; i < MOST_TRIES; i++) {
            Answers more = answers.with(slot, value(Objects.requireNonNull(slot.question()), answers.chosen(slot)));
            if (more.applicable().equals(more)) {
                return more;
            }
        }
        throw new IllegalArgumentException("no answer to " + slot.pointer() + " leaves the others asked");
    }

    /** A person who has answered about this share of what is asked. */
    public Answers partial(double share) {
        Answers answers = complete();
        List<Slot> slots = new ArrayList<>(answers.slots());
        Collections.shuffle(slots, random);
        for (Slot slot : slots) {
            if (random.nextDouble() >= share) {
                answers = slot.question() != null ? forget(answers, slot) : answers;
            }
        }
        for (Group group : questionnaire.groups()) {
            if (group.repeats() && random.nextDouble() >= share) {
                answers = answers.without(group);
            }
        }
        return answers;
    }

    private static Answers forget(Answers answers, Slot slot) {
        return answers.with(slot, null).applicable();
    }

    private int entries() {
        return random.nextInt(5) < 3 ? 0 : 1 + random.nextInt(MOST_ENTRIES);
    }

    private static Optional<Slot> firstAsked(Answers answers) {
        return answers.unanswered().stream()
                .filter(slot -> slot.question() != null && answers.asked(slot) == Asked.YES)
                .findFirst();
    }

    /** The same person with some words in about half of the places for them; the words are those of the question. */
    private Answers withTexts(Answers answers) {
        Answers more = answers;
        for (TextSlot slot : answers.texts()) {
            if (answers.text(slot).isEmpty() && answers.asked(slot) == Asked.YES && random.nextBoolean()) {
                more = more.with(slot, words(slot.question()));
            }
        }
        return more;
    }

    /** Words for a question, as long as they may be at times. */
    public String words(Question.Text question) {
        String words =
                "About “" + question.text().original() + "”: Zoë’s 2nd note;\n=not a formula, \"quoted\" | <b>. ";
        int length = random.nextInt(4) == 0 ? Question.Text.LONGEST : 1 + random.nextInt(Question.Text.LONGEST);
        return words.repeat(Question.Text.LONGEST / words.length() + 1).substring(0, length);
    }

    /** A random answer to a question. */
    public Value value(Question.Closed question) {
        return question.match(
                number -> new Value.Quantity(number.min() + random.nextInt(number.max() - number.min() + 1)),
                yesNo -> new Value.Flag(random.nextBoolean()),
                choice -> new Value.Choice(
                        choice.options().get(random.nextInt(choice.options().size()))),
                this::choices);
    }

    /** An answer that says what is known in part, and perhaps more. */
    private Value value(Question.Closed question, List<Option> chosen) {
        return chosen.isEmpty()
                ? value(question)
                : new Value.Choices(question.options().stream()
                        .filter(option -> chosen.contains(option)
                                || (!option.code().equals(Option.NONE) && random.nextInt(4) == 0))
                        .toList());
    }

    private Value choices(Question.Choices question) {
        Optional<Option> none = question.none();
        var some = question.options().stream()
                .filter(option -> !Optional.of(option).equals(none))
                .toList();
        if (none.isPresent() && (some.isEmpty() || random.nextInt(3) == 0)) {
            return new Value.Choices(List.of(none.get()));
        }
        Option sure = some.get(random.nextInt(some.size()));
        return new Value.Choices(some.stream()
                .filter(option -> option.equals(sure) || random.nextInt(4) == 0)
                .toList());
    }
}
