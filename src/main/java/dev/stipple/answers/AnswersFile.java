package dev.stipple.answers;

import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.text.StrictJson;
import java.io.BufferedReader;
import java.io.Reader;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** The answers of many people, one after the other; never holds more than one of them. */
public interface AnswersFile extends Iterator<AnswersFile.Row> {
    /** One person as they stand in the file, not looked at yet, so that many can be read at the same time. */
    interface Row {
        /** The line that the person ends on, from 1. */
        long line();

        /**
         * Reads what is written here; not yet against the questionnaire.
         *
         * @throws StrictJson.Malformed where it is not JSON
         * @throws InvalidAnswers where it is not a person
         */
        Person read();
    }

    /**
     * What the file says of one person.
     *
     * @param besides what stands beside the answers, such as an id, by its name
     * @param answers to be read by {@link AnswersReader}
     */
    record Person(Map<String, String> besides, StrictJson answers) {}

    /**
     * A line a person, as in {@code {"id": "a-1", "answers": {...}}}.
     *
     * @param besides the members that may stand beside the answers
     */
    static AnswersFile jsonLines(Reader reader, Set<String> besides) {
        return new JsonLines(new BufferedReader(reader), besides);
    }

    /**
     * A table with a row a person, as {@link Columns} has it.
     *
     * @param besides the columns that may stand beside those of the answers
     * @throws InvalidAnswers where the header has other columns
     * @throws BrokenTable where the header cannot be read; iterating throws it too
     */
    static AnswersFile csv(Reader reader, Questionnaire questionnaire, Set<String> besides) {
        return Table.open(new BufferedReader(reader), questionnaire, besides);
    }
}
