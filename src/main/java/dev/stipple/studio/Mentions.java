package dev.stipple.studio;

import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gathers the mentions of one file. */
final class Mentions {
    private static final Pattern VOICE = Pattern.compile("(?:^|\\|)\\s*([^\\s:|(]+)\\s*(?:\\([^)]*\\))?\\s*:(?=\\s|$)");
    private static final Pattern ITEM = Pattern.compile("[^\\s,]+");
    private static final Pattern PATH = Pattern.compile("[A-Za-z]\\w*\\.[A-Za-z]\\w*");

    private final String file;
    private final Questionnaire questionnaire;
    private final List<Mention> all = new ArrayList<>();

    Mentions(String file, Questionnaire questionnaire) {
        this.file = file;
        this.questionnaire = questionnaire;
    }

    List<Mention> all() {
        return List.copyOf(all);
    }

    String file() {
        return file;
    }

    void add(Symbol.Kind kind, String name, int start) {
        add(new Symbol(kind, name), start, start + name.length(), false);
    }

    void define(Symbol.Kind kind, String name, int start) {
        add(new Symbol(kind, name), start, start + name.length(), true);
    }

    void add(Symbol symbol, int start, int end, boolean defines) {
        all.add(new Mention(symbol, file, start, end, false, defines));
    }

    /** A question that is written with a capital. */
    void capital(Question question, int start) {
        all.add(new Mention(
                Symbol.question(question.path()),
                file,
                start,
                start + question.id().length(),
                true,
                false));
    }

    /** A question by its path, of which either part may be asked about. */
    boolean path(String path, int start) {
        if (questionnaire.question(path).isEmpty()) {
            return false;
        }
        int dot = path.indexOf('.');
        add(Symbol.Kind.GROUP, path.substring(0, dot), start);
        add(Symbol.question(path), start + dot + 1, start + path.length(), false);
        return true;
    }

    /** Every path of a question in a text. */
    void paths(String text, int start) {
        for (Matcher found = PATH.matcher(text); found.find(); ) {
            path(found.group(), start + found.start());
        }
    }

    /** An option of a question, where the question has it. */
    void option(String path, String code, int start) {
        Optional<Question> question =
                questionnaire.question(path).filter(each -> each.option(code).isPresent());
        question.ifPresent(each -> add(Symbol.option(path, code), start, start + code.length(), false));
    }

    /** Each of a list of names. */
    void items(Symbol.Kind kind, String text, int start) {
        for (Matcher found = ITEM.matcher(text); found.find(); ) {
            add(kind, found.group(), start + found.start());
        }
    }

    /** Each source that says something, as in {@code KEY: text | KEY: text}. */
    void voices(String text, int start) {
        for (Matcher found = VOICE.matcher(text); found.find(); ) {
            add(Symbol.Kind.SOURCE, found.group(1), start + found.start(1));
        }
    }
}
