package dev.stipple;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "Add a language" in CONTRIBUTING.md, followed to the letter with a small rulebook: files alone, and the program as it is. */
@Tag("whole")
class ThirdLanguageTest {
    private static final Path BASE = Path.of("src/test/resources/planted/base");
    private static final Path WORDS = Path.of("src/main/resources/words");
    private static final Pattern FRENCH = Pattern.compile("fr: (\"[^\"]*\"|[^},]*)\\}");

    @TempDir
    private Path folder = Path.of("");

    private Path rules = Path.of("");

    @BeforeEach
    void copyRules() throws IOException {
        rules = Files.createDirectory(folder.resolve("rules"));
        for (Path file : files(BASE)) {
            Files.copy(file, rules.resolve(file.getFileName()));
        }
    }

    @Test
    void filesAloneAddALanguage() throws Exception {
        List<String> steps = steps();
        assertThat(steps).hasSize(3);

        assertThat(steps.get(0)).contains("`questionnaire.yaml`", "`title:`");
        edit("questionnaire.yaml", "fr: \"Cela vous convient-il ?\"", "$0, de: \"Passt es zu Ihnen?\"");
        assertThat(check()).contains("questionnaire.yaml:2:15: the German of \"A few questions.\" is missing");

        assertThat(steps.get(1)).contains("`<factor>.de.yaml`", "`never-say.yaml`", "`number-words.yaml`");
        translateQuestionnaire();
        assertThat(check()).contains("age.de.yaml:1:1: the rules beside it are not translated");
        for (Path file : files(BASE)) {
            String name = file.getFileName().toString();
            if (name.endsWith(".fr.yaml")) {
                translateRules(name);
            }
        }
        assertThat(check()).contains("never-say.yaml:4:3: 'de' is missing");
        append("never-say.yaml", "  de:\n    verbs: [setzen Sie]\n    objects: [Medikament]\n");
        assertThat(check()).contains("number-words.yaml:3:1: 'de' is missing");
        append("number-words.yaml", "de:\n  numbers: {deux: 2, six: 6}\n");
        assertThat(check())
                .contains("words/messages_de.properties: the file is missing; translate words/messages.properties");

        assertThat(steps.get(2)).contains("`src/main/resources/words/`", "`messages_de.properties`");
        translateWords();
        assertThat(check()).isEqualTo("11 rules, no faults\n");
        try (var service = ServiceProcess.startWith(folder.resolve("added"), options())) {
            assertSpoken(service);
        }
    }

    private static void assertSpoken(ServiceProcess service) throws IOException, InterruptedException {
        assertThat(get(service, "/intake?language=de"))
                .contains(
                        "<html lang=\"de\"",
                        "Passt es zu Ihnen?",
                        "de Languages",
                        ">Deutsch<",
                        ">English<",
                        ">Français<");
        assertThat(get(service, "/api/v1/rules/AGE-01?language=de")).contains("De mineur", "de Trop jeune.");
        assertThat(post(
                        service,
                        "/api/v1/assessments",
                        "{\"answers\": {\"person\": {\"ageYears\": 12}}, \"language\": \"de\"}"))
                .contains("de Ne convient pas");
        assertThat(get(service, "/surveyjs/survey")).contains("\"de\":\"Passt es zu Ihnen?\"", "\"de\":\"de Yes\"");
        assertThat(get(service, "/fhir/Questionnaire/intake"))
                .contains(
                        "{\"url\":\"lang\",\"valueCode\":\"de\"},{\"url\":\"content\",\"valueString\":\"Passt es zu Ihnen?\"}");
        assertThat(get(service, "/v3/api-docs")).contains("\"enum\":[\"en\",\"fr\",\"de\",null]");
    }

    private List<String> options() {
        return List.of("--stipple.rules=" + rules, "--stipple.data=" + folder.resolve("data"));
    }

    /** What stands in the numbered list of the section, one step each. */
    private static List<String> steps() throws IOException {
        String text = Files.readString(Path.of("CONTRIBUTING.md"));
        String section = text.substring(text.indexOf("## Add a language\n")).replaceFirst("(?s)(?<=.)\n## .*", "");
        return Stream.of(section.split("\n\\d\\. ", -1)).skip(1).toList();
    }

    private String check() throws IOException, InterruptedException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                ServiceProcess.classPathWith(folder.resolve("added")),
                Stipple.class.getName(),
                "check",
                rules.toString());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void edit(String file, String find, String put) throws IOException {
        String text = Files.readString(rules.resolve(file));
        assertThat(text).contains(find);
        Files.writeString(rules.resolve(file), text.replace(find, put.replace("$0", find)));
    }

    private void append(String file, String text) throws IOException {
        Files.writeString(rules.resolve(file), Files.readString(rules.resolve(file)) + text);
    }

    private void translateQuestionnaire() throws IOException {
        String text = Files.readString(rules.resolve("questionnaire.yaml"));
        String translated = FRENCH.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(match.group().replaceFirst("\\}$", "") + ", de: \"de "
                        + match.group(1).replace("\"", "") + "\"}"));
        Files.writeString(rules.resolve("questionnaire.yaml"), translated);
    }

    private void translateRules(String french) throws IOException {
        String text = Files.readString(rules.resolve(french));
        Files.writeString(
                rules.resolve(french.replace(".fr.", ".de.")),
                text.replaceAll("(title|because): ", "$1: de ").replace("\"S2 : ", "\"S2: de "));
    }

    private void translateWords() throws IOException {
        Path added = Files.createDirectories(folder.resolve("added/words"));
        for (Path file : files(WORDS)) {
            String name = file.getFileName().toString();
            if (!name.contains("_")) {
                var words = new Properties();
                try (var reader = Files.newBufferedReader(file)) {
                    words.load(reader);
                }
                words.replaceAll((key, text) -> "de " + text);
                var written = new StringWriter();
                words.store(written, null);
                Files.writeString(added.resolve(name.replace(".", "_de.")), written.toString());
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static String get(ServiceProcess service, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(service.address(path)).build());
    }

    private static String post(ServiceProcess service, String path, String body)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(service.address(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static String send(HttpRequest request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
