package dev.stipple.studio;

import dev.stipple.authoring.check.Check;
import dev.stipple.authoring.check.WrittenPages;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.rulebook.Contents;
import dev.stipple.rulebook.dialect.FactsFile;
import dev.stipple.text.Fault;
import dev.stipple.text.InvalidRules;
import dev.stipple.text.RulesFolder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A thing under another name in every file, with what is written from the rules written anew. It is made only where check
 * finds nothing wrong with the result.
 *
 * @param folder the folder afterwards
 * @param edits what changes in each file, from its end to its beginning
 * @param pictures the names that drawings have afterwards, by those that they have now
 */
public record Renaming(RulesFolder folder, Map<String, List<Edit>> edits, Map<String, String> pictures) {
    private static final Map<Symbol.Kind, String> FORMS = Map.of(
            Symbol.Kind.QUESTION, "[a-z]\\w*",
            Symbol.Kind.OPTION, "[A-Z][A-Z0-9_]*",
            Symbol.Kind.RULE, "[A-Z]{3}-\\d{2,3}",
            Symbol.Kind.TITLE, "[^\"\\n]+",
            Symbol.Kind.SOURCE, "[A-Za-z0-9][\\w.-]*",
            Symbol.Kind.PERSON, "[A-Z][A-Z0-9_]*");

    /** A stretch of a file that is written anew. */
    public record Edit(int start, int end, String text) {}

    /** The thing cannot have this name; the message says why. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private Refused(String why) {
            super(why);
        }
    }

    /** Whether things of this kind have names that authors may change. */
    public static boolean isPossible(Symbol symbol) {
        return FORMS.containsKey(symbol.kind())
                && !(symbol.kind() == Symbol.Kind.OPTION && symbol.word().equals(Option.NONE));
    }

    /**
     * Renames a thing.
     *
     * @param index of the texts as they are
     * @throws Refused where the name does not fit, or check would find something wrong
     */
    public static Renaming of(Index index, Symbol symbol, String name) throws Refused {
        if (!isPossible(symbol)) {
            throw new Refused("this has a name that other things hang on; only questions, options, rules, sources and"
                    + " people can be renamed");
        }
        if (!name.matches(FORMS.get(symbol.kind()))) {
            throw new Refused("'" + name + "' is not how such a name is written");
        }
        refuseFaults(index.folder(), "mend what is wrong before renaming, so that the result can be checked: ");
        Renaming renamed = written(index, symbol, name);
        refuseFaults(renamed.folder(), "with this name, something would be wrong: ");
        return renamed;
    }

    private static void refuseFaults(RulesFolder folder, String why) throws Refused {
        List<Fault> faults;
        try {
            faults = Check.read(Contents.read(folder)).faults();
        } catch (InvalidRules e) {
            faults = e.faults();
        }
        if (!faults.isEmpty()) {
            throw new Refused(why + faults.get(0));
        }
    }

    private static Renaming written(Index index, Symbol symbol, String name) {
        var edits = new TreeMap<String, List<Edit>>();
        for (Mention mention : index.all(symbol)) {
            edits.computeIfAbsent(mention.file(), file -> new ArrayList<>())
                    .add(new Edit(mention.start(), mention.end(), mention.written(name)));
        }
        var pictures = pictures(index, symbol, name);
        RulesFolder folder = withPictures(index.folder(), pictures);
        for (Map.Entry<String, List<Edit>> each : edits.entrySet()) {
            each.getValue().sort(Comparator.comparingInt(Edit::start).reversed());
            folder = folder.with(each.getKey(), applied(folder.text(each.getKey()), each.getValue()));
        }
        return new Renaming(folder, edits, pictures).withWritten();
    }

    /** The text with edits made, which stand from the end to the beginning. */
    static String applied(String text, List<Edit> edits) {
        var written = new StringBuilder(text);
        edits.forEach(edit -> written.replace(edit.start(), edit.end(), edit.text()));
        return written.toString();
    }

    /** The drawing of an option is called after it. */
    private static Map<String, String> pictures(Index index, Symbol symbol, String name) {
        var pictures = new HashMap<String, String>();
        if (symbol.kind() == Symbol.Kind.OPTION) {
            index.contents()
                    .questionnaire()
                    .question(symbol.ofQuestion())
                    .map(Question::picture)
                    .ifPresent(picture -> {
                        String old = Question.pictureOf(picture, symbol.word());
                        if (index.folder().pictures().containsKey(old)) {
                            pictures.put(old, Question.pictureOf(picture, name));
                        }
                    });
        }
        return pictures;
    }

    private static RulesFolder withPictures(RulesFolder folder, Map<String, String> renamed) {
        var pictures = new TreeMap<String, String>();
        folder.pictures().forEach((file, drawing) -> pictures.put(renamed.getOrDefault(file, file), drawing));
        return new RulesFolder(folder.texts(), pictures);
    }

    /** With the fact types and the pages as they follow from the result. */
    private Renaming withWritten() {
        Contents contents = Contents.read(folder);
        Renaming all = with(FactsFile.NAME, FactsFile.write(contents.questionnaire()));
        Contents sound = Contents.read(all.folder);
        for (Map.Entry<String, String> page : WrittenPages.of(sound).entrySet()) {
            all = all.folder.has(page.getKey()) ? all.with(page.getKey(), page.getValue()) : all;
        }
        return all;
    }

    private Renaming with(String file, String text) {
        String old = folder.text(file);
        if (old.equals(text)) {
            return this;
        }
        var all = new TreeMap<>(edits);
        all.put(file, List.of(new Edit(0, old.length(), text)));
        return new Renaming(folder.with(file, text), all, pictures);
    }
}
