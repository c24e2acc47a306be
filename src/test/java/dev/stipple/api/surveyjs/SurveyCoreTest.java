package dev.stipple.api.surveyjs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Service;
import dev.stipple.Shipped;
import dev.stipple.answers.Answers;
import dev.stipple.api.Clients;
import dev.stipple.api.Running;
import dev.stipple.api.Stories;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Both versions of SurveyJS that are in use take our form as it is, without a browser. */
@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SurveyCoreTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    private Path folder;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({
        "survey-core,   2.5.38, man-two-factors-pull-apart",
        "survey-core,   2.5.38, man-fut-and-fue-scars",
        "survey-core-3, 3.1.1,  man-two-factors-pull-apart",
        "survey-core-3, 3.1.1,  man-fut-and-fue-scars"
    })
    void whatAPersonFillsInIsAssessedAsTheJsonApiDoes(String survey, String version, String story) throws Exception {
        Clients.fetch();
        Answers answers = Stories.answers(Shipped.rulebook().questionnaire(), story);
        Path person = Files.writeString(
                folder.resolve("person.json"), SurveyLossTest.data(answers).toString());

        JsonNode filled = JSON.readTree(Clients.output(
                "node",
                "src/test/npm/fill.cjs",
                Clients.MODULES.resolve(survey).toAbsolutePath().toString(),
                form().toString(),
                person.toString()));

        assertThat(filled.path("version").asString()).isEqualTo(version);
        assertThat(filled.path("faults")).isEmpty();
        assertThat(filled.path("said")).isEmpty();
        assertThat(filled.path("left")).isEmpty();
        assertThat(filled.path("state").asString()).isEqualTo("completed");
        var assessed = new Running(port)
                .post(
                        "/surveyjs/assessments?detail=full",
                        "application/json",
                        filled.path("data").toString());
        ObjectNode answer = (ObjectNode) JSON.readTree(assessed.body());
        assertThat(answer.remove("summary").path("line").asString()).isNotEmpty();
        assertThat(answer).isEqualTo(Stories.assessment(story));
    }

    @Test
    void itsOwnLinterFindsNothing() throws Exception {
        Clients.fetch();

        JsonNode found = JSON.readTree(Clients.output(
                "node",
                "--eval",
                "const [linter, form] = process.argv.slice(1);"
                        + " const { findings } = require(linter).lintSurvey(JSON.parse(fs.readFileSync(form)));"
                        + " console.log(JSON.stringify(findings.map(each => each.path + ': ' + each.message)));",
                Clients.MODULES.resolve("survey-core-3/linter").toAbsolutePath().toString(),
                form().toString()));

        assertThat(found).isEmpty();
    }

    private Path form() throws Exception {
        return Files.writeString(
                folder.resolve("form.json"),
                new Running(port).get("/surveyjs/survey", "application/json").body());
    }
}
