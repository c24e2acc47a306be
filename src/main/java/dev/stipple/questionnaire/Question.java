package dev.stipple.questionnaire;

import dev.stipple.wording.Wording;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A question that can be asked, by the kind of its answer. */
public sealed interface Question {

    /** A question with an answer that can be decided upon: rules, facts and the reasoner know no other. */
    sealed interface Closed extends Question {
        <T extends @Nullable Object> T match(Cases<T> cases);

        /** What the function for its kind makes of the question. */
        default <T extends @Nullable Object> T match(
                Function<Number, T> number,
                Function<YesNo, T> yesNo,
                Function<Choice, T> choice,
                Function<Choices, T> choices) {
            return match(new Cases<>(number, yesNo, choice, choices));
        }

        @Override
        default <T extends @Nullable Object> T either(Function<Closed, T> closed, Function<Text, T> text) {
            return closed.apply(this);
        }
    }

    /** A function for each kind that can be decided upon. */
    record Cases<T extends @Nullable Object>(
            Function<Number, T> number,
            Function<YesNo, T> yesNo,
            Function<Choice, T> choice,
            Function<Choices, T> choices) {}

    /**
     * What a question of every kind has.
     *
     * @param group the id of its group
     * @param id its name within the group, also the field of the fact
     * @param safetyCritical whether nobody may be called suitable while the answer is unknown and matters
     * @param change how a person can bring about another answer; null where they cannot
     * @param grading which answers are better than which
     * @param askedWhen all of these have to hold for the question to be asked
     * @param picture file name under {@code pictures/}
     */
    record Head(
            String group,
            String id,
            boolean safetyCritical,
            @Nullable Change change,
            Grading grading,
            List<Requirement> askedWhen,
            @Nullable String picture,
            Wording text,
            @Nullable Wording hint) {

        /** By path, as questions are looked up all the time and are large. */
        @Override
        public int hashCode() {
            return 31 * group.hashCode() + id.hashCode();
        }
    }

    /**
     * Answered by a whole number.
     *
     * @param min lowest number that is accepted
     * @param max highest number that is accepted
     * @param unit key of the unit
     * @param countsOn whether the number grows by itself as time passes, as how long something is ago does; its unit is then
     *     one of {@link ElapsedUnit}
     */
    @SuppressWarnings("JavaLangClash") // a question, in whose file no other number is spoken of
    record Number(Head head, int min, int max, String unit, boolean countsOn) implements Closed {
        public static final String TYPE = "integer";

        @Override
        public String type() {
            return TYPE;
        }

        public boolean accepts(int number) {
            return min <= number && number <= max;
        }

        @Override
        public <T extends @Nullable Object> T match(Cases<T> cases) {
            return cases.number().apply(this);
        }

        @Override
        public int hashCode() {
            return head.hashCode();
        }
    }

    /** Answered by yes or no. */
    record YesNo(Head head) implements Closed {
        public static final String TYPE = "boolean";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public <T extends @Nullable Object> T match(Cases<T> cases) {
            return cases.yesNo().apply(this);
        }

        @Override
        public int hashCode() {
            return head.hashCode();
        }
    }

    /**
     * Answered by one option.
     *
     * @param options in clinical order
     */
    record Choice(Head head, List<Option> options) implements Closed {
        public static final String TYPE = "choice";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public <T extends @Nullable Object> T match(Cases<T> cases) {
            return cases.choice().apply(this);
        }

        @Override
        public int hashCode() {
            return head.hashCode();
        }
    }

    /**
     * Answered by one option or more.
     *
     * @param options in clinical order, {@link Option#NONE} last where the question has it
     */
    record Choices(Head head, List<Option> options) implements Closed {
        public static final String TYPE = "choices";

        @Override
        public String type() {
            return TYPE;
        }

        /** The option that stands alone and says that none of the others applies. */
        public Optional<Option> none() {
            return option(Option.NONE);
        }

        @Override
        public <T extends @Nullable Object> T match(Cases<T> cases) {
            return cases.choices().apply(this);
        }

        @Override
        public int hashCode() {
            return head.hashCode();
        }
    }

    /** Answered by free words, which a person reads: no fact has them, no rule may ask for them. */
    record Text(Head head) implements Question {
        public static final String TYPE = "text";

        /** How many characters (Unicode code points) the words may have. */
        public static final int LONGEST = 500;

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public <T extends @Nullable Object> T either(Function<Closed, T> closed, Function<Text, T> text) {
            return text.apply(this);
        }

        @Override
        public int hashCode() {
            return head.hashCode();
        }
    }

    Head head();

    /** The word for the kind in {@code questionnaire.yaml}. */
    String type();

    /** What the function for its side makes of the question. */
    <T extends @Nullable Object> T either(Function<Closed, T> closed, Function<Text, T> text);

    /** What the function for its kind makes of the question. */
    default <T extends @Nullable Object> T match(
            Function<Number, T> number,
            Function<YesNo, T> yesNo,
            Function<Choice, T> choice,
            Function<Choices, T> choices,
            Function<Text, T> text) {
        return either(closed -> closed.match(number, yesNo, choice, choices), text);
    }

    /** The options that can be chosen; none where no option answers the question. */
    default List<Option> options() {
        return List.of();
    }

    default Optional<Option> option(String code) {
        return options().stream().filter(option -> option.code().equals(code)).findFirst();
    }

    default List<String> codes() {
        return options().stream().map(Option::code).toList();
    }

    default String group() {
        return head().group();
    }

    default String id() {
        return head().id();
    }

    /** Group and id, as in {@code group.id}. */
    default String path() {
        return group() + "." + id();
    }

    default boolean safetyCritical() {
        return head().safetyCritical();
    }

    default @Nullable Change change() {
        return head().change();
    }

    default Grading grading() {
        return head().grading();
    }

    default List<Requirement> askedWhen() {
        return head().askedWhen();
    }

    default @Nullable String picture() {
        return head().picture();
    }

    default Wording text() {
        return head().text();
    }

    default @Nullable Wording hint() {
        return head().hint();
    }

    /** The name that a picture of one option has, whether there is one or not; empty where the question has no picture. */
    default Optional<String> pictureOf(Option option) {
        return Optional.ofNullable(picture()).map(name -> pictureOf(name, option.code()));
    }

    /** The name that a picture of one option has beside the picture of its question. */
    static String pictureOf(String picture, String option) {
        return picture.replace(".svg", "-" + option + ".svg");
    }
}
