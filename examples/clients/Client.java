import dev.clinic.stipple.ApiClient;
import dev.clinic.stipple.ApiException;
import dev.clinic.stipple.api.AssessmentsApi;
import dev.clinic.stipple.api.ScreeningsApi;
import dev.clinic.stipple.model.Answers;
import dev.clinic.stipple.model.AnswersCandidate;
import dev.clinic.stipple.model.AnswersScars;
import dev.clinic.stipple.model.AnswersSkin;
import dev.clinic.stipple.model.AssessmentRequest;
import dev.clinic.stipple.model.NotSure;
import dev.clinic.stipple.model.Submission;
import dev.clinic.stipple.model.SubmissionContact;
import dev.clinic.stipple.model.WholeNumberAnswer;
import dev.clinic.stipple.model.YesNoAnswer;
import java.util.List;

/** A clinic's program on the client that openapi-generator writes: asks for an assessment, hands in the person, errs. */
class Client {
    public static void main(String[] args) throws ApiException {
        var client = new ApiClient();
        client.updateBaseUri(args[0]);
        client.setRequestInterceptor(request -> request.header("X-API-Key", args[1]));
        var answers = new Answers()
                .candidate(new AnswersCandidate()
                        .ageYears(new WholeNumberAnswer(12))
                        .sexAtBirth(AnswersCandidate.SexAtBirthEnum.NOT_SURE))
                .skin(new AnswersSkin()
                        .daysSinceSun(new WholeNumberAnswer(NotSure.NOT_SURE))
                        .darkMarks(new YesNoAnswer(NotSure.NOT_SURE))
                        .healing(List.of(AnswersSkin.HealingEnum.FRAGILE, AnswersSkin.HealingEnum.NOT_SURE)))
                .scars(List.of(new AnswersScars().monthsOld(new WholeNumberAnswer(8))));
        var assessed = new AssessmentsApi(client).assess(new AssessmentRequest().answers(answers), "full", null, null);
        var kept = new ScreeningsApi(client)
                .keepScreening(
                        new Submission()
                                .answers(answers)
                                .consent("1")
                                .contact(new SubmissionContact().name("Ana Generated")),
                        null,
                        "java-1");
        System.out.println(
                assessed.getVerdict() + " " + assessed.getFindings().get(0).getEffect() + " "
                        + kept.getAssessment().getVerdict() + " " + kept.getReference());
        try {
            answers.candidate(new AnswersCandidate().ageYears(new WholeNumberAnswer(-1)));
            new AssessmentsApi(client).assess(new AssessmentRequest().answers(answers), "summary", null, null);
        } catch (ApiException refused) {
            System.out.println(refused.getCode() + " " + refused.getResponseBody());
        }
    }
}
