package dev.stipple.studio;

import dev.stipple.authoring.scenario.Scenarios;
import dev.stipple.interview.InterviewFile;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.QuestionnaireFile;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Source;
import dev.stipple.rulebook.Contents;
import dev.stipple.rulebook.dialect.SourcesFile;
import dev.stipple.rulebook.translation.Translations;
import dev.stipple.text.RulesFolder;
import dev.stipple.wording.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be written next in a YAML file of a rules folder. */
final class YamlProposals {
    private final Contents contents;
    private final Questionnaire questionnaire;
    private final RulesFolder folder;
    private final String file;
    private final YamlWords read;
    private final List<String> path;

    /** @param before the text up to the word that is being written */
    YamlProposals(Contents contents, RulesFolder folder, String file, String before) {
        this.contents = contents;
        this.questionnaire = contents.questionnaire();
        this.folder = folder;
        this.file = file;
        this.read = YamlWords.of(before);
        this.path = read.path().stream()
                .filter(each -> !each.equals(YamlWords.ITEM))
                .toList();
    }

    Stream<Proposal> all() {
        if (file.equals(QuestionnaireFile.NAME)) {
            return questionnaire();
        }
        if (file.endsWith(Scenarios.ENDING)) {
            return scenario();
        }
        if (file.equals(Scenarios.PEOPLE)) {
            return path.size() < 2 ? keys("people") : answers(path.subList(2, path.size()));
        }
        if (file.equals(SourcesFile.NAME)) {
            return source();
        }
        return Translations.isTranslation(file) ? translation() : other();
    }

    private String key() {
        return path.isEmpty() ? "" : path.get(path.size() - 1);
    }

    private static Stream<Proposal> keys(String... all) {
        return Proposal.words(List.of(all));
    }

    private Stream<Proposal> scenario() {
        int given = path.indexOf("given");
        if (given >= 0) {
            return answers(path.subList(given + 1, path.size()));
        }
        return switch (key()) {
            case "" -> keys("scenarios");
            case "scenarios" -> keys("name", "like", "given", "expect");
            case "like" -> people();
            case "expect" -> keys("verdict", "rules", "notRules", "recommends", "wait");
            case "verdict" -> verdicts();
            case "rules", "notRules" -> Proposal.rules(contents);
            case "recommends" -> Proposal.rules(contents).filter(each -> isOfPlan(each.text()));
            default -> Stream.empty();
        };
    }

    private boolean isOfPlan(String id) {
        return contents.rule(id).filter(rule -> rule.topic() != null).isPresent();
    }

    private Stream<Proposal> people() {
        var index = new Index(contents, folder);
        return index.of(Scenarios.PEOPLE).stream()
                .filter(Mention::defines)
                .map(each -> new Proposal(each.symbol().name(), "", Optional.of(each.symbol())));
    }

    private Stream<Proposal> verdicts() {
        var names = new LinkedHashMap<String, String>();
        questionnaire
                .verdicts()
                .forEach((code, verdict) -> names.put(code, verdict.name().original()));
        return Proposal.named(Symbol.Kind.VERDICT, names);
    }

    /** Groups, then their questions, then the answers to one. */
    private Stream<Proposal> answers(List<String> keys) {
        return switch (keys.size()) {
            case 0 -> {
                var names = new LinkedHashMap<String, String>();
                questionnaire
                        .groups()
                        .forEach(group -> names.put(group.id(), group.title().original()));
                yield Proposal.named(Symbol.Kind.GROUP, names);
            }
            case 1 ->
                questionnaire.group(keys.get(0)).stream()
                        .flatMap(group -> group.questions().stream())
                        .map(question -> Proposal.question(question, question.id()));
            default -> values(keys.get(0) + "." + keys.get(1));
        };
    }

    private Stream<Proposal> values(String question) {
        return questionnaire.question(question).stream().flatMap(YamlProposals::values);
    }

    private static Stream<Proposal> values(Question question) {
        return question.match(
                number -> Proposal.words(List.of(Integer.toString(number.min()), Integer.toString(number.max()))),
                yesNo -> Proposal.words(List.of("true", "false")),
                Proposal::options,
                Proposal::options,
                text -> Stream.empty());
    }

    private Stream<Proposal> questionnaire() {
        int asked = path.indexOf("askedWhen");
        if (asked >= 0) {
            return path.size() == asked + 1 ? Proposal.questions(contents) : required(path.get(asked + 1));
        }
        if (YamlMentions.OWN_ANSWERS.contains(key())) {
            return values(current());
        }
        return switch (key()) {
            case "type" ->
                keys(
                        Question.Number.TYPE,
                        Question.YesNo.TYPE,
                        Question.Choice.TYPE,
                        Question.Choices.TYPE,
                        Question.Text.TYPE);
            case "unit" -> Proposal.words(List.copyOf(questionnaire.units().keySet()));
            case "by" -> words(questionnaire.changes());
            case "change" -> keys("by", "from", "to", "wish");
            case "groups" -> keys("group", "fact", "repeats", "title", "entry", "question", "questions");
            case "questions" -> Proposal.words(QuestionnaireFile.questionKeys());
            case "options" -> keys("code", "text");
            case "safety", "countsOn", "none", "repeats", "wish" -> keys("true", "false");
            default -> languages();
        };
    }

    /** The answers on which another question is asked. */
    private Stream<Proposal> required(String question) {
        boolean number = questionnaire
                .question(question)
                .filter(Question.Number.class::isInstance)
                .isPresent();
        return number ? keys("min", "max") : values(question);
    }

    /** The question that the text is in the middle of. */
    private String current() {
        String group = "";
        String question = "";
        for (YamlWords.Word word : read.words()) {
            group = !word.key() && word.around(0).equals("group") ? word.text() : group;
            question = !word.key() && word.around(0).equals("id") ? word.text() : question;
        }
        return group + "." + question;
    }

    private static Stream<Proposal> words(Map<String, Wording> names) {
        return names.entrySet().stream()
                .map(each -> Proposal.word(each.getKey(), each.getValue().original()));
    }

    private Stream<Proposal> languages() {
        return List.of("text", "hint", "title", "entry", "question", "introduction", "disclaimer", "noneText")
                        .contains(key())
                ? Proposal.words(questionnaire.languages().tags())
                : Stream.empty();
    }

    private Stream<Proposal> translation() {
        if (path.isEmpty()) {
            String rules = RulesFolder.stem(file) + RulesFolder.RULES;
            return contents.rules().stream()
                    .filter(rule -> rule.span().file().equals(rules))
                    .map(Rule::id)
                    .flatMap(id ->
                            Proposal.rules(contents).filter(each -> each.text().equals(id)));
        }
        if (path.size() == 1) {
            return keys("title", "because", "otherwise", "note");
        }
        return List.of("otherwise", "note").contains(key()) ? Proposal.sources(contents, ": ") : Stream.empty();
    }

    private Stream<Proposal> source() {
        return switch (key()) {
            case "sources" -> keys("id", "title", "publisher", "year", "kind", "address", "strength", "note");
            case "kind" -> Proposal.words(Source.KINDS);
            case "strength" -> Proposal.words(Source.STRENGTHS);
            default -> Stream.empty();
        };
    }

    /** How questions are laid out, and what is said in short. */
    private Stream<Proposal> other() {
        if (List.of("rules", "reasons").contains(key())) {
            return Proposal.rules(contents);
        }
        if (questionnaire.question(key()).isPresent()) {
            return required(key());
        }
        if (!file.equals(InterviewFile.NAME)) {
            return Stream.empty();
        }
        return switch (key()) {
            case "easiest" -> people();
            case "entries", "entry" ->
                questionnaire.groups().stream()
                        .filter(group -> group.repeats())
                        .map(group -> Proposal.word(group.id(), group.title().original()));
            case "show", "recap", "ends", "sets", "of", "kind", "rows", "lines" -> Proposal.questions(contents);
            default -> Stream.empty();
        };
    }
}
