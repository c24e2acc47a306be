package dev.stipple.api;

import dev.stipple.api.fhir.Responses;
import dev.stipple.questionnaire.Questionnaire;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bodies for every endpoint that reads answers, each with a word in it that no other has. */
final class MarkedBodies {
    private static final String JSON = "application/json";
    private static final List<String> DAMAGES =
            List.of("{", "}", "[", "]", ",", ":", "\"", "0", "null", "\u0000", "é", "\\");

    private final Random random;
    private final RandomAnswers answers;

    /** Something to send. */
    record Sent(String path, String type, String body) {}

    MarkedBodies(Questionnaire questionnaire, Random random) {
        this.random = random;
        this.answers = new RandomAnswers(questionnaire, random);
    }

    Sent next(String marker) {
        Sent sent = whole(marker);
        return random.nextInt(8) == 0 ? new Sent(sent.path(), sent.type(), damaged(sent.body())) : sent;
    }

    private Sent whole(String marker) {
        return switch (random.nextInt(20)) {
            case 0, 1, 2 -> sent("/fhir/QuestionnaireResponse", "application/fhir+json", fhir(marker));
            case 3, 4 -> sent("/cds-services/suitability", JSON, hook(marker));
            case 5, 6 -> sent("/surveyjs/assessments", JSON, survey(marker));
            case 7 -> sent("/api/v1/rules/AGE-01/why-not", JSON, request(marker));
            case 8 -> random.nextInt(10) == 0 ? sent("/api/v1/counterfactuals", JSON, request(marker)) : lines(marker);
            case 9, 10, 11 -> sent("/api/v1/screenings", JSON, submission(marker));
            default -> sent("/api/v1/assessments", JSON, request(marker));
        };
    }

    private static Sent sent(String path, String type, ObjectNode body) {
        return new Sent(path, type, JsonMapper.shared().writeValueAsString(body));
    }

    private ObjectNode request(String marker) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("answers", marked(answers.body(), marker));
        if (random.nextInt(4) == 0) {
            body.put("language", random.nextInt(4) == 0 ? marker : "fr");
        }
        if (random.nextInt(20) == 0) {
            body.put(marker, marker);
        }
        return body;
    }

    /** The word as an answer or as a name, in some bodies. */
    private ObjectNode marked(ObjectNode body, String marker) {
        List<String> groups = List.copyOf(body.propertyNames());
        if (random.nextInt(3) == 0 && !groups.isEmpty()) {
            String group = groups.get(random.nextInt(groups.size()));
            if (body.path(group) instanceof ObjectNode one) {
                List<String> questions = List.copyOf(one.propertyNames());
                String place = questions.isEmpty() ? marker : questions.get(random.nextInt(questions.size()));
                one.put(random.nextInt(3) == 0 ? marker : place, marker);
            }
        }
        return body;
    }

    private ObjectNode submission(String marker) {
        ObjectNode body = request(marker);
        if (random.nextInt(20) > 0) {
            body.put("consent", "2026-01");
        }
        ObjectNode contact = body.putObject("contact").put("name", marker);
        if (random.nextBoolean()) {
            contact.put("email", marker + "@example.org");
        }
        return body;
    }

    private Sent lines(String marker) {
        ObjectNode person = JsonNodeFactory.instance.objectNode();
        person.put("id", marker).put("name", marker).put("consent", "2026-01");
        person.set("answers", marked(answers.body(), marker));
        return sent("/api/v1/screenings/import", "application/x-ndjson", person);
    }

    private ObjectNode fhir(String marker) {
        ObjectNode response = Responses.of(answers.person(random.nextDouble()), "completed");
        response.putObject("subject").put("display", marker);
        if (random.nextInt(4) == 0) {
            response.put(
                    List.of("status", "questionnaire", "resourceType", "language")
                            .get(random.nextInt(4)),
                    marker);
        }
        return response;
    }

    private ObjectNode hook(String marker) {
        ObjectNode call = JsonNodeFactory.instance.objectNode();
        call.put("hook", "patient-view").put("hookInstance", marker);
        call.putObject("context").put("patientId", marker);
        call.putObject("prefetch").set("answers", fhir(marker));
        return call;
    }

    private ObjectNode survey(String marker) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("candidate_ageYears", random.nextInt(120));
        if (random.nextInt(3) == 0) {
            data.put(random.nextBoolean() ? marker : "candidate_sexAtBirth", marker);
        }
        return data;
    }

    private String damaged(String body) {
        int at = random.nextInt(body.length());
        String damage = random.nextInt(3) == 0 ? "" : DAMAGES.get(random.nextInt(DAMAGES.size()));
        return body.substring(0, at) + damage + (damage.isEmpty() ? "" : body.substring(at));
    }
}
