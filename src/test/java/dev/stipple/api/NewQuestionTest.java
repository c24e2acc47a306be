package dev.stipple.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.RunningService;
import dev.stipple.cli.Printed;
import dev.stipple.web.Candidate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A new question with a rule on it, by the six edits that the reference shows, while the service runs. */
@Tag("whole")
final class NewQuestionTest {
    private static final Pattern SNIPPET = Pattern.compile("```(?:yaml|drl)\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void theSixEditsNeedNoJavaAndNoRestart() throws Exception {
        RunningService.copy(Path.of("rules"), folder);
        try (var service = RunningService.on(folder)) {
            String before = service.json("/api/v1/rulebook").path("digest").stringValue();
            assertThat(service.get("/api/v1/rules/LIF-10").statusCode()).isEqualTo(404);

            edit(snippets(Files.readString(Path.of("docs/rules-reference.md"))));

            assertThat(Printed.by("check", folder.toString())).contains("no faults");
            service.rulebook(now -> !now.path("digest").stringValue().equals(before));
            assertThat(options(service.json("/api/v1/questionnaire"))).containsExactly("A_FEW_DAYS", "A_WEEK");
            assertThat(service.json("/api/v1/rules/LIF-10").path("effect").stringValue())
                    .isEqualTo("CONDITIONS");
            assertThat(assessed(service, "").path("unanswered").toString()).contains("/lifestyle/trainingBreak");
            assertThat(assessed(service, "A_WEEK").path("verdict").stringValue())
                    .isEqualTo("SUITABLE");
            JsonNode assessment = assessed(service, "A_FEW_DAYS");
            assertThat(assessment.path("verdict").stringValue()).isEqualTo("SUITABLE_WITH_CONDITIONS");
            assertThat(assessment.path("findings").findValuesAsString("rule")).contains("LIF-10");
            walkThePages(service.port());
        }
    }

    private static void walkThePages(int port) {
        var person = new Candidate(port).begin();

        person.page("pages/feelings");
        assertThat(person.text())
                .contains(
                        "How long could you leave hard training out after a session?",
                        "A few days at most",
                        "A week or longer");
        person.answerIn("lifestyle.trainingBreak", "A_FEW_DAYS").page("check");
        assertThat(person.text()).contains("How long could you leave hard training out", "A few days at most");
        person.page("result");
        assertThat(person.text()).contains("Sweat blurs fresh dots.");
        person.page("result?language=fr");
        assertThat(person.text()).contains("La sueur brouille les points récents.", "Quelques jours au plus");
    }

    /** The code of the section that adds a question, in order. */
    private static List<String> snippets(String reference) {
        String section = reference.substring(reference.indexOf("### Add a question"), reference.indexOf("## 4. "));
        return SNIPPET.matcher(section).results().map(match -> match.group(1)).toList();
    }

    private void edit(List<String> snippets) throws IOException {
        assertThat(snippets).hasSize(6);
        replace("questionnaire.yaml", "  - id: acceptsUpkeep\n", snippets.get(0) + "  - id: acceptsUpkeep\n");
        Printed.by("facts", folder.toString(), "--write");
        append("lifestyle.drl", "\n" + snippets.get(1));
        append("lifestyle.fr.yaml", snippets.get(2));
        append("lifestyle.scenarios.yaml", "\n" + snippets.get(3));
        String people = Files.readString(folder.resolve("people.yaml"));
        Files.writeString(folder.resolve("people.yaml"), people.replaceAll(" {4}lifestyle: \\{.*}\n", snippets.get(4)));
        replace(
                "interview.yaml",
                "    - lifestyle.soberOnTheDay\n",
                snippets.get(5) + "    - lifestyle.soberOnTheDay\n");
        Printed.by("table", folder.toString(), "--write");
    }

    private void replace(String file, String find, String put) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).containsOnlyOnce(find);
        Files.writeString(folder.resolve(file), text.replace(find, put));
    }

    private void append(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), Files.readString(folder.resolve(file)) + text);
    }

    private static List<String> options(JsonNode questionnaire) {
        for (JsonNode question : questionnaire.findParents("id")) {
            if (question.path("id").stringValue().equals("trainingBreak")) {
                return question.path("options").findValuesAsString("code");
            }
        }
        throw new AssertionError("no question trainingBreak");
    }

    private static JsonNode assessed(RunningService service, String trainingBreak) throws IOException {
        JsonMapper json = JsonMapper.shared();
        var answers =
                (ObjectNode) json.readTree(Files.readString(Path.of("examples/bald-man-shaved-look.answers.json")));
        if (!trainingBreak.isEmpty()) {
            answers.withObject("/lifestyle").put("trainingBreak", trainingBreak);
        }
        var response = service.post("/api/v1/assessments?detail=full", "{\"answers\": " + answers + "}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json.readTree(response.body());
    }
}
