package dev.stipple.studio;

import dev.stipple.authoring.check.Scaffold;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.rule.Dissent;
import dev.stipple.rule.Verdict;
import dev.stipple.rulebook.Contents;
import dev.stipple.rulebook.dialect.FactsFile;
import dev.stipple.rulebook.dialect.Metadata;
import dev.stipple.rulebook.dialect.RuleMetadata;
import dev.stipple.text.RulesFolder;
import dev.stipple.wording.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What can be written next in a rule file. */
final class RuleProposals {
    private static final Pattern VALUE = Pattern.compile("@(\\w+)\\s*\\(\\s*(?:\"([^\"\\n]*)|([\\w-]*))\\z");
    private static final Pattern NAME = Pattern.compile("@\\w*\\z");
    private static final Pattern IN_VOICE = Pattern.compile("(?:^|\\|)\\s*[^\\s:|(]+\\s*\\(\\s*\\w*\\z");
    private static final Pattern AT_VOICE = Pattern.compile("(?:^|\\|)\\s*[\\w.-]*\\z");

    private final Contents contents;
    private final Questionnaire questionnaire;
    private final String file;

    RuleProposals(Contents contents, String file) {
        this.contents = contents;
        this.questionnaire = contents.questionnaire();
        this.file = file;
    }

    /**
     * What can stand here.
     *
     * @param before the text up to the place
     * @param start where the word that is being written begins
     */
    Stream<Proposal> of(String before, int start) {
        Matcher value = VALUE.matcher(before);
        if (value.find()) {
            String written = value.group(2) == null ? value.group(3) : value.group(2);
            return value(value.group(1), written);
        }
        if (NAME.matcher(before).find()) {
            return Metadata.names().stream().map(name -> Proposal.word("@" + name, ""));
        }
        RuleScan scan = RuleScan.of(file, before.substring(0, start), questionnaire);
        return switch (scan.part()) {
            case BETWEEN -> Stream.of(Proposal.word("rule", ""));
            case METADATA ->
                Stream.concat(
                        Metadata.names().stream().map(name -> Proposal.word("@" + name, "")),
                        Stream.of(Proposal.word("when", "")));
            case WHEN -> condition(scan);
            case THEN -> consequence();
        };
    }

    private Stream<Proposal> value(String annotation, String written) {
        return switch (annotation) {
            case "id" ->
                Stream.of(Proposal.word(Scaffold.of(contents).nextId(RulesFolder.factor(file)), "the next free id"));
            case "effect" -> Proposal.named(Symbol.Kind.EFFECT, named(RuleMetadata.EFFECTS, questionnaire.effects()));
            case "recommend" ->
                Proposal.named(Symbol.Kind.TOPIC, named(questionnaire.topics().keySet(), questionnaire.topics()));
            case "source" -> Proposal.sources(contents, "");
            case "otherwise" ->
                IN_VOICE.matcher(written).find()
                        ? Proposal.named(Symbol.Kind.EFFECT, named(Dissent.EFFECTS, questionnaire.effects()))
                        : voice(written, "");
            case "note" -> voice(written, ": ");
            case "asksFor", "about" -> Proposal.questions(contents);
            case "despite" -> AT_VOICE.matcher(written).find() ? Proposal.questions(contents) : Stream.empty();
            default -> Stream.empty();
        };
    }

    private static Map<String, String> named(Iterable<String> codes, Map<String, Wording> names) {
        var all = new LinkedHashMap<String, String>();
        codes.forEach(code -> all.put(
                code,
                Optional.ofNullable(names.get(code)).map(Wording::original).orElse("")));
        return all;
    }

    private Stream<Proposal> voice(String written, String after) {
        return AT_VOICE.matcher(written).find() ? Proposal.sources(contents, after) : Stream.empty();
    }

    private Stream<Proposal> condition(RuleScan scan) {
        if (scan.fact().isEmpty()) {
            return Stream.concat(
                    questionnaire.groups().stream().map(RuleProposals::fact),
                    Proposal.words(
                            List.of("not", "exists", "and", "or", FactsFile.ANSWERED, FactsFile.OUTCOME, "then")));
        }
        if (scan.fact().equals(FactsFile.ANSWERED)) {
            return questionnaire.groups().stream()
                    .filter(Group::repeats)
                    .map(group -> new Proposal(
                            group.id() + " == true",
                            group.title().original(),
                            Optional.of(new Symbol(Symbol.Kind.GROUP, group.id()))));
        }
        if (scan.fact().equals(FactsFile.OUTCOME)) {
            return outcome(scan);
        }
        return scan.group().stream().flatMap(group -> inside(group, scan));
    }

    private static Proposal fact(Group group) {
        return new Proposal(
                group.fact(), group.title().original(), Optional.of(new Symbol(Symbol.Kind.GROUP, group.id())));
    }

    private Stream<Proposal> outcome(RuleScan scan) {
        return scan.isCompared()
                ? Stream.of(Verdict.values())
                        .map(verdict -> new Proposal(
                                FactsFile.VERDICT + "." + verdict,
                                Optional.ofNullable(questionnaire.verdicts().get(verdict.name()))
                                        .map(each -> each.name().original())
                                        .orElse(""),
                                Optional.of(new Symbol(Symbol.Kind.VERDICT, verdict.name()))))
                : Proposal.words(List.of("verdict", "==", "in"));
    }

    private static Stream<Proposal> inside(Group group, RuleScan scan) {
        Optional<Question.Closed> named = scan.field()
                .flatMap(question -> question.either(Optional::of, text -> Optional.<Question.Closed>empty()));
        if (named.isEmpty()) {
            return group.closed().stream().map(question -> Proposal.question(question, question.id()));
        }
        return scan.isCompared() ? values(group, named.get()) : Proposal.words(Notes.operators(named.get()));
    }

    private static Stream<Proposal> values(Group group, Question.Closed question) {
        String type = FactsFile.enumName(group, question) + ".";
        return question.match(
                number -> IntStream.of(number.min(), number.max())
                        .mapToObj(each -> Proposal.word(Integer.toString(each), number.unit())),
                yesNo -> Proposal.words(List.of("true", "false")),
                choice -> choice.options().stream().map(option -> Proposal.option(choice, option, type)),
                choices -> choices.options().stream().map(option -> Proposal.option(choices, option, type)));
    }

    private static Stream<Proposal> consequence() {
        return Stream.of(
                Proposal.word("findings.add(drools);", "states the finding"),
                Proposal.word("findings.add(drools, waitMonths(6));", "states it with a wait"),
                Proposal.word("end", ""));
    }
}
