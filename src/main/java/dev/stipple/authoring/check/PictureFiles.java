package dev.stipple.authoring.check;

import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.QuestionnaireFile;
import dev.stipple.text.Fault;
import dev.stipple.text.Place;
import dev.stipple.text.RulesFolder;
import dev.stipple.text.YamlFile;
import dev.stipple.text.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Holds the pictures that questions name against those that are there, which are plain drawings. */
final class PictureFiles {
    private final RulesFolder folder;
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> used = new HashSet<>();

    private PictureFiles(RulesFolder folder) {
        this.folder = folder;
    }

    /** The pictures that are missing, those that nothing shows, and those that do more than to show something. */
    static List<Fault> check(RulesFolder folder) {
        var files = new PictureFiles(folder);
        YamlNode root = YamlFile.read(QuestionnaireFile.NAME, folder.text(QuestionnaireFile.NAME), new ArrayList<>());
        root.at("groups").list().stream()
                .flatMap(group -> group.at("questions").list().stream())
                .filter(question -> !question.at("picture").isAbsent())
                .forEach(files::use);
        folder.pictures().keySet().stream()
                .filter(name -> !files.used.contains(name))
                .forEach(files::unused);
        folder.pictures().forEach((name, drawing) -> files.faults.addAll(Drawing.faults(path(name), drawing)));
        return files.faults;
    }

    private void use(YamlNode question) {
        YamlNode picture = question.at("picture");
        String name = picture.string();
        used.add(name);
        question.at("options").list().stream()
                .map(option -> Question.pictureOf(name, option.at("code").string()))
                .forEach(used::add);
        if (!folder.pictures().containsKey(name)) {
            faults.add(new Fault(
                    picture.place(),
                    "missing-picture",
                    "there is no " + path(name),
                    "put the drawing there, or take the line out"));
            return;
        }
        var options = question.at("options").list();
        int highest = highestNumber(folder.pictures().get(name));
        if (highest > 0 && highest != options.size() && options.stream().noneMatch(PictureFiles::namesANumber)) {
            faults.add(new Fault(
                    picture.place(),
                    "picture-numbers",
                    path(name) + " numbers its parts up to " + highest + ", and there are " + options.size()
                            + " options",
                    "draw a part for each option, numbered in their order"));
        }
    }

    /** The number up to which a drawing numbers its parts from 1; 0 where it does not. */
    private static int highestNumber(String drawing) {
        int number = 0;
        while (drawing.contains(">" + (number + 1) + "</text>")) {
            number++;
        }
        return number;
    }

    /** Whether the words of an option say a number themselves, in whatever language, so that it is shown none. */
    private static boolean namesANumber(YamlNode option) {
        return option.at("text").map().values().stream()
                .anyMatch(words -> words.string().matches(".*\\d.*"));
    }

    private void unused(String name) {
        faults.add(
                new Fault(
                        Place.startOf(path(name)),
                        "unused-picture",
                        "no question shows this picture",
                        "name it as the picture of a question, or as NAME-OPTION.svg beside a NAME.svg that is named; or delete it"));
    }

    private static String path(String name) {
        return RulesFolder.PICTURES + "/" + name;
    }
}
