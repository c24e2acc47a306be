package dev.stipple.text;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The texts of a rules folder by file name, read once so that everything speaks of the same state. A factor is one rule file,
 * {@code age.drl}, or a folder of them, {@code age/years.drl} beside {@code age/habits.drl}.
 *
 * @param pictures the drawings in the folder of pictures beside them, by file name
 */
public record RulesFolder(SortedMap<String, String> texts, SortedMap<String, String> pictures) {
    /** The folder beside the rules that holds the pictures of questions. */
    public static final String PICTURES = "pictures";

    /** The file that says what is asked. */
    public static final String QUESTIONNAIRE = "questionnaire.yaml";

    /** How the names of rule files end. */
    public static final String RULES = ".drl";

    /** A folder without pictures. */
    public RulesFolder(SortedMap<String, String> texts) {
        this(texts, Collections.emptySortedMap());
    }

    /**
     * Reads the rule, question, scenario and source files, the pictures and the signature in the folder and in the folders of
     * its factors. What begins with a dot is left out.
     *
     * @throws InvalidRules where the folder is missing, a file, a picture or a folder is a link, a folder lies too deep, a file
     *     is not UTF-8, or there is too much to read
     */
    public static RulesFolder read(Path folder) {
        return new RulesFolderReader().read(folder);
    }

    /** What a file is called up to the first dot, with the folder that it lies in: {@code age/years}. */
    public static String stem(String file) {
        int dot = file.indexOf('.', file.lastIndexOf('/') + 1);
        return dot < 0 ? file : file.substring(0, dot);
    }

    /** The factor that a file is about: the folder that it lies in, or its stem. */
    public static String factor(String file) {
        int slash = file.indexOf('/');
        return slash < 0 ? stem(file) : file.substring(0, slash);
    }

    /** The text of a file; empty where there is no such file. */
    public String text(String file) {
        return texts.getOrDefault(file, "");
    }

    public boolean has(String file) {
        return texts.containsKey(file);
    }

    /** The names of all files with this ending, in order. */
    public List<String> names(String ending) {
        return texts.keySet().stream().filter(name -> name.endsWith(ending)).toList();
    }

    /** The same folder with one file written anew. */
    public RulesFolder with(String file, String text) {
        var changed = new TreeMap<>(texts);
        changed.put(file, text);
        return new RulesFolder(changed, pictures);
    }
}
