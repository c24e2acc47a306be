// A clinic's program on the client that openapi-generator writes: asks for an assessment, hands in the person, errs.
import { AssessmentsApi, Configuration, ResponseError, ScreeningsApi } from "./generated/index.js";
import type { Answers, AnswersSkin, Effect, Submission, Verdict } from "./generated/index.js";

const [basePath, apiKey] = process.argv.slice(2);
const configuration = new Configuration({ basePath, apiKey });
const assessments = new AssessmentsApi(configuration);
const answers: Answers = {
  candidate: { ageYears: 12, sexAtBirth: "NOT_SURE" },
  skin: { daysSinceSun: "NOT_SURE", darkMarks: "NOT_SURE", healing: ["FRAGILE", "NOT_SURE"] },
  scars: [{ monthsOld: 8 }],
  goal: null,
};

const assessed = await assessments.assess({ detail: "full", assessmentRequest: { answers, language: "en" } });
const effect: Effect | undefined = assessed.findings?.[0]?.effect;
const kept = await new ScreeningsApi(configuration).keepScreening({
  idempotencyKey: "fetch-1",
  submission: { answers, consent: "1", contact: { name: "Ana Fetched" } },
});
const refused = await assessments
  // @ts-expect-error: an age is a number, and the compiler says so before the service does
  .assess({ assessmentRequest: { answers: { candidate: { ageYears: "twelve" } } } })
  .catch((error: unknown) => (error instanceof ResponseError ? error.response.json() : Promise.reject(error)));
// @ts-expect-error: there is no such option
const option: AnswersSkin = { healing: ["HEALS_BADLY"] };
// @ts-expect-error: nobody is kept without having agreed
const unasked: Submission = { answers };
// @ts-expect-error: there is no such verdict
const verdict: Verdict = "PERHAPS";

console.log(
  JSON.stringify({
    verdict: assessed.verdict,
    effect,
    keptVerdict: kept.assessment.verdict,
    reference: kept.reference,
    refused: refused.errors?.map((fault: { pointer: string }) => fault.pointer),
    others: [option, unasked, verdict].length,
  }),
);
