package dev.stipple.questionnaire;

import dev.stipple.text.Wording;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question that can be asked.
 *
 * @param group the id of its group
 * @param id its name within the group, also the field of the fact
 * @param options in clinical order, {@link Option#NONE} last where the question has it; empty for numbers and yes-or-no
 * @param min lowest number that is accepted
 * @param max highest number that is accepted
 * @param unit key of the unit of a number
 * @param safetyCritical whether nobody may be called suitable while the answer is unknown and matters
 * @param change how a person can bring about another answer; null where they cannot
 * @param askedWhen all of these have to hold for the question to be asked
 * @param picture file name under {@code pictures/}
 */
public record Question(
        String group,
        String id,
        Type type,
        List<Option> options,
        int min,
        int max,
        @Nullable String unit,
        boolean safetyCritical,
        @Nullable Change change,
        List<Requirement> askedWhen,
        @Nullable String picture,
        Wording text,
        @Nullable Wording hint) {

    /** What kind of answer a question takes. */
    public enum Type {
        INTEGER,
        BOOLEAN,
        CHOICE,
        CHOICES
    }

    /** Group and id, as in {@code group.id}. */
    public String path() {
        return group + "." + id;
    }

    /** The name that a picture of one option has, whether there is one or not; empty where the question has no picture. */
    public Optional<String> pictureOf(Option option) {
        return Optional.ofNullable(picture).map(name -> pictureOf(name, option.code()));
    }

    /** The name that a picture of one option has beside the picture of its question. */
    public static String pictureOf(String picture, String option) {
        return picture.replace(".svg", "-" + option + ".svg");
    }

    public Optional<Option> option(String code) {
        return options.stream().filter(option -> option.code().equals(code)).findFirst();
    }

    public List<String> codes() {
        return options.stream().map(Option::code).toList();
    }

    /** Whether the question has an option that stands alone and says that none of the others applies. */
    public boolean hasNone() {
        return type == Type.CHOICES && option(Option.NONE).isPresent();
    }

    /** By path, as questions are looked up all the time and are large. */
    @Override
    public int hashCode() {
        return 31 * group.hashCode() + id.hashCode();
    }
}
