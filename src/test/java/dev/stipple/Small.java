package dev.stipple;

import static java.util.Objects.requireNonNull;

import dev.stipple.answers.Answers;
import dev.stipple.answers.AnswersReader;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.rulebook.Contents;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.RulesFolder;
import dev.stipple.text.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/** A small rules folder of three factors, quickly read and compiled, and changes to it. */
public final class Small {
    private static final RulesFolder FOLDER = RulesFolder.read(Path.of("src/test/resources/planted/base"));

    private Small() {}

    /** Holds the rulebook, so that it is loaded by the first test that needs it. */
    private static final class Loaded {
        private static final Rulebook RULEBOOK = Rulebook.load(FOLDER);
    }

    public static RulesFolder folder() {
        return FOLDER;
    }

    public static Rulebook rulebook() {
        return Loaded.RULEBOOK;
    }

    /** The folder with one place of a file written anew. */
    public static RulesFolder with(String file, String find, String put) {
        return with(FOLDER, file, find, put);
    }

    /** Another folder with one place of a file written anew. */
    public static RulesFolder with(RulesFolder folder, String file, String find, String put) {
        String text = folder.text(file);
        int at = text.indexOf(find);
        if (at < 0) {
            throw new IllegalArgumentException("there is no '" + find + "' in " + file);
        }
        return folder.with(file, text.substring(0, at) + put + text.substring(at + find.length()));
    }

    /** Writes every file of a rules folder, its drawings too. */
    public static void write(RulesFolder rules, Path folder) {
        rules.texts().forEach((name, text) -> write(folder.resolve(name), text));
        rules.pictures()
                .forEach((name, drawing) -> write(folder.resolve("pictures").resolve(name), drawing));
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same rules with the first rule of a factor in a file of its own, beside the others in the factor's folder. */
    public static RulesFolder divided(String factor) {
        var texts = new TreeMap<>(FOLDER.texts());
        String rules = requireNonNull(texts.remove(factor + ".drl"));
        String french = requireNonNull(texts.remove(factor + ".fr.yaml"));
        int end = rules.indexOf("\nend\n") + "\nend\n".length();
        int line = french.indexOf('\n') + 1;
        texts.put(factor + "/first.drl", rules.substring(0, end));
        texts.put(factor + "/first.fr.yaml", french.substring(0, line));
        texts.put(factor + "/others.drl", "package stipple.rules\n" + rules.substring(end));
        texts.put(factor + "/others.fr.yaml", french.substring(line));
        return new RulesFolder(texts, FOLDER.pictures());
    }

    /** The questionnaire, read anew. */
    public static Questionnaire questionnaire() {
        return Contents.read(FOLDER).questionnaire();
    }

    /** Answers to the small questionnaire, as JSON in which single quotes stand for double ones. */
    public static Answers answers(String json) {
        return answers(questionnaire(), json);
    }

    /** Answers to another questionnaire. */
    public static Answers answers(Questionnaire questionnaire, String json) {
        var read = StrictJson.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        return AnswersReader.read(questionnaire, read.tree(), read.duplicates());
    }
}
