package dev.stipple.authoring.coverage;

import dev.stipple.questionnaire.QuestionnaireFile;
import dev.stipple.text.Place;
import dev.stipple.text.RulesFolder;
import dev.stipple.text.YamlFile;
import dev.stipple.text.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/** Tells where each question stands in the questionnaire. */
final class QuestionPlaces {
    private QuestionPlaces() {}

    /** The place of each question by its path. */
    static Map<String, Place> of(RulesFolder folder) {
        var places = new HashMap<String, Place>();
        YamlNode root = YamlFile.read(QuestionnaireFile.NAME, folder.text(QuestionnaireFile.NAME), new ArrayList<>());
        for (YamlNode group : root.at("groups").list()) {
            String id = group.at("group").string();
            for (YamlNode question : group.at("questions").list()) {
                places.put(
                        id + "." + question.at("id").string(), question.at("id").place());
            }
        }
        return places;
    }
}
