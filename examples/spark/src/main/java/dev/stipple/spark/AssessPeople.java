package dev.stipple.spark;

import dev.stipple.answers.Answers;
import dev.stipple.answers.AnswersFile;
import dev.stipple.answers.AnswersReader;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.assessment.Assessment;
import dev.stipple.assessment.Assessor;
import dev.stipple.assessment.CodedAssessment;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.text.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.function.Function;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Assesses the people of a partition.
 *
 * @param rules the rules to assess by
 * @param before the rules to compare with; null where nothing is compared
 */
record AssessPeople(RulesTexts rules, RulesTexts before) implements MapPartitionsFunction<Row, Row> {
    private static final String ID = "id";

    /** What is known of each person: {@code problem} where they could not be assessed, the rest where they could. */
    static final StructType SCHEMA = new StructType()
            .add(ID, DataTypes.StringType, true)
            .add("verdict", DataTypes.StringType, true)
            .add("previousVerdict", DataTypes.StringType, true)
            .add("assessment", DataTypes.StringType, true)
            .add("problem", DataTypes.StringType, true)
            .add("rulebook", DataTypes.StringType, false);

    private static final String ALGORITHM = "sha256:";

    /** The digest of the rules as it stands in names of folders. */
    static String digest(RulesTexts rules) {
        return rules.assessor().rulebook().digest().substring(ALGORITHM.length());
    }

    /** Takes rows of an id and of answers as JSON text; or of no id, and of a line of JSON that holds both. */
    @Override
    public Iterator<Row> call(Iterator<Row> people) {
        var partition = new Partition(rules.assessor(), before == null ? null : before.assessor(), digest(rules));
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return people.hasNext();
            }

            @Override
            public Row next() {
                return partition.assessed(people.next());
            }
        };
    }

    /** The rules of this process, looked up once for all people of a partition, as telling rules apart reads all of them. */
    private record Partition(Assessor rules, Assessor before, String digest) {
        Row assessed(Row person) {
            return person.isNullAt(0)
                    ? line(person.getString(1))
                    : assessed(person.getString(0), questions -> answers(questions, person.getString(1)));
        }

        private Row line(String line) {
            try {
                StrictJson person = json(line);
                String id = AnswersFile.id(person).orElse(null);
                return id == null
                        ? faulty(null, "there is no id")
                        : assessed(id, questions -> AnswersFile.answers(questions, person));
            } catch (StrictJson.Malformed e) {
                return faulty(null, e.getMessage());
            }
        }

        private Row assessed(String id, Function<Questionnaire, Answers> answers) {
            try {
                Assessment assessment = assess(rules, answers);
                String previous = before == null
                        ? null
                        : assess(before, answers).verdict().name();
                String summary = JsonMapper.shared().writeValueAsString(CodedAssessment.of(assessment));
                return RowFactory.create(id, assessment.verdict().name(), previous, summary, null, digest);
            } catch (StrictJson.Malformed | InvalidAnswers e) {
                return faulty(id, e.getMessage());
            }
        }

        private Row faulty(String id, String problem) {
            return RowFactory.create(id, null, null, null, problem, digest);
        }
    }

    private static StrictJson json(String text) {
        return StrictJson.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Answers answers(Questionnaire questionnaire, String text) {
        StrictJson json = json(text);
        return AnswersReader.read(questionnaire, json.tree(), json.duplicates());
    }

    private static Assessment assess(Assessor assessor, Function<Questionnaire, Answers> answers) {
        return assessor.assess(answers.apply(assessor.rulebook().questionnaire()));
    }
}
