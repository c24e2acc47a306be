package dev.stipple.questionnaire;

import dev.stipple.questionnaire.Questionnaire.UnitWording;
import dev.stipple.questionnaire.Questionnaire.VerdictWording;
import dev.stipple.text.Fault;
import dev.stipple.text.InvalidRules;
import dev.stipple.text.Nearest;
import dev.stipple.text.Place;
import dev.stipple.text.RulesFolder;
import dev.stipple.text.YamlFile;
import dev.stipple.text.YamlNode;
import dev.stipple.wording.Languages;
import dev.stipple.wording.Wording;
import dev.stipple.wording.WordingReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads {@code questionnaire.yaml}. */
public final class QuestionnaireFile {
    public static final String NAME = RulesFolder.QUESTIONNAIRE;

    private static final List<String> QUESTION_KEYS = List.of(
            "id",
            "type",
            "unit",
            "countsOn",
            "min",
            "max",
            "none",
            "noneText",
            "safety",
            "askedWhen",
            "change",
            "held",
            "worse",
            "uncertain",
            "picture",
            "text",
            "hint",
            "options");

    private final Map<String, BiFunction<Question.Head, YamlNode, Question>> kinds = Map.of(
            Question.Number.TYPE, QuestionnaireFile::number,
            Question.YesNo.TYPE, (head, node) -> new Question.YesNo(head),
            Question.Choice.TYPE, (head, node) -> new Question.Choice(head, options(node)),
            Question.Choices.TYPE, (head, node) -> new Question.Choices(head, options(node)),
            Question.Text.TYPE, (head, node) -> new Question.Text(head));
    private final WordingReader words;
    private final Collection<Fault> faults;

    private QuestionnaireFile(WordingReader words, Collection<Fault> faults) {
        this.words = words;
        this.faults = faults;
    }

    /** What may be said of a question. */
    public static List<String> questionKeys() {
        return QUESTION_KEYS;
    }

    /**
     * Reads the questionnaire of a rules folder; what is wrong with it is added to the faults.
     *
     * @throws InvalidRules where there is none: nothing else in the folder can be judged without it
     */
    public static Questionnaire read(RulesFolder folder, Collection<Fault> faults) {
        if (!folder.has(NAME)) {
            throw new InvalidRules(List.of(new Fault(
                    Place.startOf(NAME), "no-questionnaire", "the rules folder has no questionnaire", "add " + NAME)));
        }
        YamlNode file = YamlFile.read(NAME, folder.text(NAME), faults);
        Languages languages = WordingReader.languages(file.at("title"));
        return new QuestionnaireFile(WordingReader.of(folder, languages, faults), faults).questionnaire(file);
    }

    private Questionnaire questionnaire(YamlNode file) {
        file.only(List.of(
                "title",
                "introduction",
                "disclaimer",
                "verdicts",
                "effects",
                "topics",
                "changes",
                "units",
                "factors",
                "groups"));
        var questionnaire = new Questionnaire(
                words.read(file.need("title")),
                words.read(file.need("introduction")),
                words.read(file.need("disclaimer")),
                each(file.need("verdicts"), this::verdict),
                each(file.need("effects"), words::read),
                each(file.need("topics"), words::read),
                each(file.need("changes"), words::read),
                each(file.need("units"), this::unit),
                each(file.at("factors"), words::read),
                file.need("groups").list().stream().map(this::group).toList());
        new QuestionnaireCheck(questionnaire, faults).check(file);
        return questionnaire;
    }

    private VerdictWording verdict(YamlNode node) {
        node.only(List.of("name", "meaning", "sign"));
        return new VerdictWording(
                words.read(node.need("name")),
                words.read(node.need("meaning")),
                node.need("sign").string());
    }

    private UnitWording unit(YamlNode node) {
        node.only(List.of("one", "other"));
        return new UnitWording(words.read(node.need("one")), words.read(node.need("other")));
    }

    private static <T> Map<String, T> each(YamlNode node, Function<YamlNode, T> read) {
        var all = new LinkedHashMap<String, T>();
        node.map().forEach((key, value) -> all.put(key, read.apply(value)));
        return all;
    }

    private Group group(YamlNode node) {
        node.only(List.of("group", "fact", "repeats", "title", "entry", "question", "questions"));
        boolean repeats = node.at("repeats").flag();
        String id = node.need("group").string();
        return new Group(
                id,
                node.need("fact").string(),
                repeats,
                words.read(node.need("title")),
                repeats ? words.read(node.need("entry")) : null,
                repeats ? words.read(node.need("question")) : null,
                node.need("questions").list().stream()
                        .map(question -> question(id, question))
                        .toList());
    }

    private Question question(String group, YamlNode node) {
        node.only(QUESTION_KEYS);
        var head = new Question.Head(
                group,
                node.need("id").string(),
                node.at("safety").flag(),
                change(node.at("change")),
                GradingFile.read(node),
                askedWhen(node.at("askedWhen")),
                node.at("picture").isAbsent() ? null : node.at("picture").string(),
                words.read(node.need("text")),
                node.at("hint").isAbsent() ? null : words.read(node.at("hint")));
        YamlNode type = node.need("type");
        var kind = kinds.get(type.string());
        if (kind == null) {
            type.fault(
                    "unknown-type",
                    "there is no question type '" + type.string() + "'",
                    Nearest.remedy(type.string(), kinds.keySet()));
            return new Question.YesNo(head);
        }
        return kind.apply(head, node);
    }

    private static Question number(Question.Head head, YamlNode node) {
        String unit = node.need("unit").string();
        boolean countsOn = node.at("countsOn").flag();
        if (countsOn && ElapsedUnit.of(unit).isEmpty()) {
            node.at("countsOn")
                    .fault(
                            "counts-on",
                            "nothing counts on in " + unit,
                            "leave countsOn out, or take a unit of time: " + String.join(", ", ElapsedUnit.keys()));
        }
        return new Question.Number(
                head, node.need("min").integer(0), node.need("max").integer(0), unit, countsOn);
    }

    private List<Option> options(YamlNode node) {
        var options = new ArrayList<Option>();
        var codes = new HashSet<String>();
        for (YamlNode item : node.need("options").list()) {
            item.only(List.of("code", "text"));
            YamlNode code = item.need("code");
            if (!code.string().matches("[A-Z][A-Z0-9_]*")) {
                code.fault(
                        "option-code",
                        "'" + code.string() + "' is not an option code",
                        "write an upper-case word such as FLAT_PALE");
            }
            if (!codes.add(code.string())) {
                code.fault("duplicate", "the option " + code.string() + " is there twice", "keep one of them");
            }
            options.add(new Option(code.string(), options.size(), words.read(item.need("text"))));
        }
        if (node.at("none").flag()) {
            Wording text = words.read(node.need("noneText"));
            options.add(new Option(Option.NONE, options.size(), text));
        }
        return List.copyOf(options);
    }

    private static @Nullable Change change(YamlNode node) {
        if (node.isAbsent()) {
            return null;
        }
        node.only(List.of("by", "from", "to", "wish"));
        return new Change(
                node.need("by").string(),
                node.at("from").list().stream().map(YamlNode::string).toList(),
                node.at("to").list().stream().map(YamlNode::string).toList(),
                node.at("wish").flag());
    }

    private static List<Requirement> askedWhen(YamlNode node) {
        var requirements = new ArrayList<Requirement>();
        node.map().forEach((question, accepted) -> requirements.add(Requirement.read(question, accepted)));
        return List.copyOf(requirements);
    }
}
