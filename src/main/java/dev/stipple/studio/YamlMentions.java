package dev.stipple.studio;

import dev.stipple.authoring.scenario.Scenarios;
import dev.stipple.interview.InterviewFile;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.QuestionnaireFile;
import dev.stipple.rulebook.Contents;
import dev.stipple.rulebook.dialect.SourcesFile;
import dev.stipple.rulebook.translation.Translations;
import dev.stipple.studio.YamlWords.Word;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a YAML file of a rules folder mentions, by the kind of file that it is. */
final class YamlMentions {
    /** What, below a question, names its own answers. */
    static final List<String> OWN_ANSWERS = List.of("held", "worse", "uncertain", "from", "to");

    private static final Pattern FILL_IN = Pattern.compile("\\{([a-z]\\w*)}");
    private static final Pattern RULE = Pattern.compile("[A-Z]{3}-\\d{2,3}");

    private final Contents contents;
    private final Questionnaire questionnaire;
    private final Mentions mentions;
    private String group = "";
    private String question = "";

    private YamlMentions(String file, Contents contents) {
        this.contents = contents;
        this.questionnaire = contents.questionnaire();
        this.mentions = new Mentions(file, questionnaire);
    }

    static List<Mention> of(String file, String text, Contents contents) {
        var read = new YamlMentions(file, contents);
        YamlWords.of(text).words().forEach(read::take);
        return read.mentions.all();
    }

    private void take(Word word) {
        String file = mentions.file();
        if (file.equals(QuestionnaireFile.NAME)) {
            asked(word);
        } else if (file.endsWith(Scenarios.ENDING)) {
            scenario(word);
        } else if (file.equals(Scenarios.PEOPLE)) {
            person(word);
        } else if (file.equals(SourcesFile.NAME)) {
            source(word);
        } else if (Translations.isTranslation(file)) {
            translation(word);
        } else {
            other(word);
        }
    }

    private void asked(Word word) {
        String key = word.around(0);
        if (word.key()) {
            section(word);
        } else if (key.equals("group")) {
            group = word.text();
            mentions.define(Symbol.Kind.GROUP, group, word.start());
        } else if (key.equals("id")) {
            question = group + "." + word.text();
            mentions.add(Symbol.question(question), word.start(), word.end(), true);
        } else if (key.equals("code")) {
            mentions.add(Symbol.option(question, word.text()), word.start(), word.end(), true);
        } else if (word.path().contains("askedWhen")) {
            mentions.option(asked(word.path()), word.text(), word.start());
        } else if (word.path().stream().anyMatch(OWN_ANSWERS::contains)) {
            mentions.option(question, word.text(), word.start());
        }
    }

    private void section(Word word) {
        if (word.around(0).equals("askedWhen")) {
            mentions.path(word.text(), word.start());
        } else if (word.path().equals(List.of("topics"))) {
            mentions.define(Symbol.Kind.TOPIC, word.text(), word.start());
        } else if (word.path().equals(List.of("effects"))) {
            mentions.define(Symbol.Kind.EFFECT, word.text(), word.start());
        } else if (word.path().equals(List.of("verdicts"))) {
            mentions.define(Symbol.Kind.VERDICT, word.text(), word.start());
        }
    }

    /** The innermost key that is the path of a question. */
    private String asked(List<String> path) {
        return path.stream()
                .filter(each -> questionnaire.question(each).isPresent())
                .reduce((outer, inner) -> inner)
                .orElse("");
    }

    private void scenario(Word word) {
        String key = word.around(0).equals(YamlWords.ITEM) ? word.around(1) : word.around(0);
        int given = word.path().indexOf("given");
        if (given >= 0) {
            answers(word, word.path().subList(given + 1, word.path().size()));
        } else if (word.key()) {
            return;
        } else if (key.equals("like")) {
            mentions.add(Symbol.Kind.PERSON, word.text(), word.start());
        } else if (key.equals("verdict")) {
            mentions.add(Symbol.Kind.VERDICT, word.text(), word.start());
        } else if (List.of("rules", "notRules", "recommends").contains(key)) {
            mentions.add(Symbol.Kind.RULE, word.text(), word.start());
        }
    }

    private void person(Word word) {
        if (word.path().size() == 1 && word.key()) {
            mentions.define(Symbol.Kind.PERSON, word.text(), word.start());
        } else if (word.path().size() > 1) {
            answers(word, word.path().subList(2, word.path().size()));
        }
    }

    /** Answers of a person: groups, with questions and their answers in them. */
    private void answers(Word word, List<String> path) {
        var keys = path.stream().filter(each -> !each.equals(YamlWords.ITEM)).toList();
        if (word.key() && keys.isEmpty()) {
            mentions.add(Symbol.Kind.GROUP, word.text(), word.start());
        } else if (word.key() && keys.size() == 1) {
            mentions.add(Symbol.question(keys.get(0) + "." + word.text()), word.start(), word.end(), false);
        } else if (!word.key() && keys.size() == 2) {
            mentions.option(keys.get(0) + "." + keys.get(1), word.text(), word.start());
        }
    }

    private void source(Word word) {
        if (word.around(0).equals("id") && !word.key()) {
            mentions.define(Symbol.Kind.SOURCE, word.text(), word.start());
        }
    }

    private void translation(Word word) {
        if (word.key() && word.path().isEmpty()) {
            mentions.add(Symbol.Kind.RULE, word.text(), word.start());
        } else if (List.of("otherwise", "note").contains(word.around(0))) {
            mentions.voices(word.text(), word.start());
        }
    }

    /** How questions are laid out, what is said in short, and how common rules are: by names that are told apart by form. */
    private void other(Word word) {
        if (mentions.path(word.text(), word.start())) {
            return;
        }
        if (RULE.matcher(word.text()).matches()) {
            mentions.add(Symbol.Kind.RULE, word.text(), word.start());
        } else if (!word.key()) {
            mentions.option(asked(word.path()), word.text(), word.start());
            fillIns(word);
            if (mentions.file().equals(InterviewFile.NAME)) {
                named(word);
            }
        }
    }

    private void named(Word word) {
        if (word.around(0).equals("easiest")) {
            mentions.add(Symbol.Kind.PERSON, word.text(), word.start());
        } else if (List.of("entries", "entry").contains(word.around(0))) {
            mentions.add(Symbol.Kind.GROUP, word.text(), word.start());
        }
    }

    /** A person's own answers in a text about a rule: the questions of that name which the rule reads. */
    private void fillIns(Word word) {
        for (Matcher found = FILL_IN.matcher(word.text()); found.find(); ) {
            int start = word.start() + found.start(1);
            int end = word.start() + found.end(1);
            String id = found.group(1);
            word.path().stream()
                    .flatMap(rule -> contents.rule(rule).stream())
                    .flatMap(rule -> rule.condition().questions())
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .or(() -> questionnaire.questions().stream()
                            .filter(each -> each.id().equals(id))
                            .filter(each -> contents.rules().stream()
                                    .anyMatch(
                                            rule -> rule.condition().questions().anyMatch(each::equals)))
                            .findFirst())
                    .ifPresent(each -> mentions.add(Symbol.question(each.path()), start, end, false));
        }
    }
}
