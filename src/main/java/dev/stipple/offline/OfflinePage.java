package dev.stipple.offline;

import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.reasoning.diagram.Diagram;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.wording.Language;
import dev.stipple.wording.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The page with all it needs. */
public final class OfflinePage {
    /** The scripts that know no rulebook and no page. */
    private static final List<String> ENGINE = List.of("engine.js", "interview.js", "summary.js");

    private static final String INDEX = "index.html";
    private static final String STYLE = "page.css";
    private static final String WITHOUT_SCRIPT = "<!-- without a script -->";

    private OfflinePage() {}

    /** The files by name, the same for the same rulebook; empty where its decision diagram would be too large. */
    public static Optional<SortedMap<String, String>> files(Rulebook rulebook) {
        return Diagram.of(Rules.of(rulebook)).map(diagram -> files(rulebook, diagram));
    }

    private static SortedMap<String, String> files(Rulebook rulebook, Diagram diagram) {
        var files = new TreeMap<String, String>();
        files.put(INDEX, resource(INDEX).replace(WITHOUT_SCRIPT, withoutScript(rulebook.questionnaire())));
        files.put(STYLE, resource(STYLE));
        files.put("stipple.js", script(rulebook, diagram));
        rulebook.folder().pictures().forEach((name, drawing) -> files.put("pictures/" + name, drawing));
        return files;
    }

    /** One script, so that a page of somebody else's takes one line to hold it. */
    private static String script(Rulebook rulebook, Diagram diagram) {
        var script = new StringBuilder();
        ENGINE.forEach(name -> script.append(resource(name)).append('\n'));
        var texts = new Texts();
        script.append(call("rulebook", RulebookTables.of(rulebook, diagram.tables(), texts)));
        for (Language language : rulebook.questionnaire().languages().all()) {
            script.append(call("language", language.tag(), LanguageTables.of(language, texts)));
        }
        return script.append('\n').append(resource("page.js")).toString();
    }

    private static String withoutScript(Questionnaire questionnaire) {
        return questionnaire.languages().all().stream()
                .map(language -> "<p lang=\"" + language.tag() + "\">"
                        + Words.of("offline", language).getString("script") + "</p>")
                .collect(Collectors.joining("\n", "<noscript>\n", "\n</noscript>"));
    }

    /** Hands tables to a function of the engine. */
    private static String call(String function, Object... tables) {
        return Stream.of(tables)
                .map(JsonMapper.shared()::writeValueAsString)
                .collect(Collectors.joining(", ", "Stipple." + function + "(", ");\n"));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(OfflinePage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
