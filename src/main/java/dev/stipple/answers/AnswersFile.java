package dev.stipple.answers;

import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.text.DecodedText;
import dev.stipple.text.StrictJson;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonPointer;

/** The people of a file, one after the other; never holds more than one of them. */
public interface AnswersFile extends Iterator<AnswersFile.Row> {
    /** What people are called in a file, beside their answers. */
    String ID = "id";

    /**
     * One person as they stand in the file, not looked at yet, so that many can be read at the same time; or, as the last one,
     * what could not be read.
     */
    interface Row {
        /** The line that the person ends on, from 1; of what could not be read, the one that it begins on. */
        long line();

        /**
         * Reads what is written here as {@code {"id": "a-1", "answers": {...}}}; not yet against the questionnaire.
         *
         * @throws StrictJson.Malformed where it is not JSON
         * @throws InvalidAnswers where it is no row of the table, or was not sent in the file's encoding
         * @throws BrokenTable where neither this nor anything after it can be read
         */
        StrictJson read();
    }

    /** A line a person. */
    static AnswersFile jsonLines(DecodedText text) {
        return new JsonLines(text);
    }

    /**
     * A table with a row a person, as {@link Columns} has it.
     *
     * @param besides the columns that may stand beside those of the answers, each with the place that its text takes
     * @throws InvalidAnswers where the header has other columns
     * @throws BrokenTable where the header cannot be read
     */
    static AnswersFile csv(DecodedText text, Questionnaire questionnaire, Map<String, JsonPointer> besides) {
        return Table.open(text, questionnaire, besides);
    }

    /** What somebody is called; empty where the file does not tell. */
    static Optional<String> id(StrictJson person) {
        return SentJson.of(person).at(ID).text().filter(id -> !id.isBlank());
    }

    /**
     * Reads the answers of somebody, beside whom only their id may stand.
     *
     * @throws InvalidAnswers with every fault, its pointer into what was read
     */
    static Answers answers(Questionnaire questionnaire, StrictJson person) {
        var faults = new AnswerFaults();
        SentJson sent = SentJson.of(person);
        sent.at(ID).text();
        Answers answers = AnswersReader.readMember(questionnaire, sent, faults);
        faults.end(sent);
        return answers;
    }
}
