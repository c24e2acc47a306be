package dev.stipple.api.screenings;

import dev.stipple.answers.AnswerFaults;
import dev.stipple.answers.Answers;
import dev.stipple.answers.AnswersFile;
import dev.stipple.answers.AnswersReader;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.assessment.Assessor;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.kept.Contact;
import dev.stipple.screening.kept.Retry;
import dev.stipple.screening.kept.Submission;
import dev.stipple.text.Language;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the people of one file.
 *
 * @param key makes each line its own retry, so that the same file sent again keeps nobody twice; null where it may
 */
record ImportedLine(
        Screenings screenings, Assessor assessor, @Nullable String key, String actor) {
    private static final int LONGEST = 200;

    /**
     * @throws InvalidAnswers with every fault of the line
     */
    ImportController.Kept keep(AnswersFile.Row row) {
        AnswersFile.Person person = row.read();
        Submission submission = submission(person);
        String line = new TreeMap<>(person.besides()) + "\n" + person.answers().tree();
        Retry retry =
                key == null ? null : Retry.of(actor, key + "/" + row.line(), line.getBytes(StandardCharsets.UTF_8));
        var kept = screenings.keep(submission, assessor, actor, retry);
        return new ImportController.Kept(
                row.line(), person.besides().get("id"), kept.reference().toString());
    }

    private Submission submission(AnswersFile.Person person) {
        var faults = new AnswerFaults();
        Map<String, String> besides = person.besides();
        Optional<Language> language = Language.of(besides.getOrDefault("language", "en"));
        if (language.isEmpty()) {
            faults.add("/language", "there is no such language", "en or fr");
        }
        String consent = besides.get("consent");
        if (consent == null || consent.isBlank() || consent.length() > 80) {
            faults.add("/consent", "nothing is kept without consent", "the version of the text agreed to");
        }
        List.of("name", "email", "phone").stream()
                .filter(part -> besides.getOrDefault(part, "").length() > LONGEST)
                .forEach(part ->
                        faults.add("/" + part, "this cannot be kept", "a text of at most " + LONGEST + " characters"));
        Answers answers = answers(person, faults);
        if (!faults.isEmpty() || consent == null) {
            throw faults.problem();
        }
        var contact = new Contact(besides.get("name"), besides.get("email"), besides.get("phone"));
        return new Submission(answers, language.orElseThrow(), contact, consent);
    }

    private Answers answers(AnswersFile.Person person, AnswerFaults faults) {
        var questionnaire = assessor.rulebook().questionnaire();
        try {
            return AnswersReader.read(
                    questionnaire, person.answers().tree(), person.answers().duplicates());
        } catch (InvalidAnswers e) {
            faults.addAll(e, fault -> fault);
            return Answers.none(questionnaire);
        }
    }
}
