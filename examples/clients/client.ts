// A clinic's program: asks for an assessment, hands in the person, and reads what is wrong with a body of its own.
import createClient from "openapi-fetch";
import type { components, paths } from "./api.js";

const [address, key] = process.argv.slice(2);
const client = createClient<paths>({ baseUrl: address, headers: { "X-API-Key": key } });
const answers: components["schemas"]["Answers"] = {
  candidate: { ageYears: 12, sexAtBirth: "NOT_SURE" },
  skin: { daysSinceSun: "NOT_SURE", darkMarks: "NOT_SURE", healing: ["FRAGILE", "NOT_SURE"] },
  scars: [{ monthsOld: 8 }],
  goal: null,
};

const assessed = await client.POST("/api/v1/assessments", {
  params: { query: { detail: "full" } },
  body: { answers, language: "en" },
});
const effect: components["schemas"]["Effect"] | undefined = assessed.data?.findings?.[0]?.effect;
const kept = await client.POST("/api/v1/screenings", {
  params: { header: { "Idempotency-Key": "typescript-1" } },
  body: { answers, consent: "1", contact: { name: "Ana Typed" } },
});
const refused = await client.POST("/api/v1/assessments", {
  // @ts-expect-error: an age is a number, and the compiler says so before the service does
  body: { answers: { candidate: { ageYears: "twelve" } } },
});
// @ts-expect-error: there is no such option
const option: components["schemas"]["AnswersSkin"] = { healing: ["HEALS_BADLY"] };
// @ts-expect-error: nobody is kept without having agreed
const unasked: components["schemas"]["Submission"] = { answers };
// @ts-expect-error: there is no such verdict
const verdict: components["schemas"]["Verdict"] = "PERHAPS";

console.log(
  JSON.stringify({
    verdict: assessed.data?.verdict,
    effect,
    keptVerdict: kept.data?.assessment.verdict,
    reference: kept.data?.reference,
    refused: refused.error?.errors?.map((fault) => fault.pointer),
    others: [option, unasked, verdict].length,
  }),
);
