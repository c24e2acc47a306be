package dev.stipple.rulebook;

import dev.stipple.interview.InterviewFile;
import dev.stipple.mail.MailFile;
import dev.stipple.questionnaire.QuestionnaireFile;
import dev.stipple.rule.Rule;
import dev.stipple.rulebook.dialect.CharacterCheck;
import dev.stipple.rulebook.dialect.FactsFile;
import dev.stipple.rulebook.dialect.Faults;
import dev.stipple.rulebook.dialect.NegationCheck;
import dev.stipple.rulebook.dialect.RuleFile;
import dev.stipple.rulebook.dialect.RuleFile.Draft;
import dev.stipple.rulebook.dialect.RuleMetadata;
import dev.stipple.rulebook.dialect.SourceText;
import dev.stipple.rulebook.dialect.SourcesFile;
import dev.stipple.rulebook.dialect.WaitCheck;
import dev.stipple.rulebook.summary.SummaryFile;
import dev.stipple.rulebook.translation.Translations;
import dev.stipple.text.Fault;
import dev.stipple.text.RulesFolder;
import dev.stipple.text.YamlFile;
import dev.stipple.wording.WordingReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is wrong with one file, found without reading the rest of the folder again. A fault that only shows beside other
 * files, such as an id that two of them use, is left to {@link Contents#read}; every fault found here is found there too.
 */
final class FileFaults {
    private final Contents before;
    private final RulesFolder folder;
    private final Faults faults = new Faults();

    private FileFaults(Contents before, RulesFolder folder) {
        this.before = before;
        this.folder = folder;
    }

    static List<Fault> of(Contents before, RulesFolder now, String file) {
        var found = new FileFaults(before, now);
        found.read(file);
        return found.faults.list();
    }

    private void read(String file) {
        String rules = RulesFolder.stem(file) + RulesFolder.RULES;
        if (file.equals(QuestionnaireFile.NAME)) {
            QuestionnaireFile.read(folder, faults.collection());
        } else if (file.equals(SourcesFile.NAME)) {
            SourcesFile.read(folder, words(), faults);
        } else if (file.equals(InterviewFile.NAME)) {
            InterviewFile.read(folder, before.questionnaire(), words(), faults.collection());
        } else if (file.equals(SummaryFile.NAME)) {
            SummaryFile.read(folder, words(), faults.collection());
        } else if (file.equals(MailFile.NAME)) {
            MailFile.read(folder, words(), faults.collection());
        } else if (!file.equals(FactsFile.NAME)
                && folder.has(rules)
                && (file.equals(rules) || Translations.isTranslation(file))) {
            readRules(rules);
        } else if (file.endsWith(".yaml")) {
            YamlFile.read(file, folder.text(file), faults.collection());
        }
    }

    private WordingReader words() {
        return WordingReader.of(folder, before.questionnaire().languages(), faults.collection());
    }

    /** Reads a rule file and its translations, which are held against each other. */
    private void readRules(String file) {
        var source = new SourceText(file, folder.text(file));
        if (!CharacterCheck.passes(source, faults)) {
            return;
        }
        var questionnaire = before.questionnaire();
        var translations = Translations.read(folder, RulesFolder.stem(file), words(), faults.collection());
        var drafts = RuleFile.read(questionnaire, source, faults);
        String factor = RulesFolder.factor(file);
        var metadata = new RuleMetadata(questionnaire, new SourcesFile(before.sources(), Map.of()), faults);
        var ids = drafts.stream()
                .map(draft -> metadata.rule(draft, factor, translations).id())
                .collect(Collectors.toSet());
        boolean readable = faults.list().stream().noneMatch(RulebookFolder::leavesRulesUnread);
        drafts.stream()
                .filter(Draft::sound)
                .forEach(draft -> NegationCheck.check(draft.condition(), questionnaire, faults));
        checkFactor(file, factor, drafts);
        if (readable) {
            translations.only(ids);
        }
    }

    private void checkFactor(String file, String factor, List<Draft> drafts) {
        List<Rule> beside = before.rules().stream()
                .filter(rule ->
                        rule.factor().equals(factor) && !rule.span().file().equals(file))
                .toList();
        if (beside.isEmpty()) {
            WaitCheck.check(drafts, faults);
        }
        boolean plan = beside.stream().allMatch(rule -> rule.effect() == null)
                && drafts.stream().allMatch(draft -> draft.value("effect").isEmpty());
        if (plan) {
            VerdictCheck.check(
                    drafts.stream()
                            .filter(draft -> !draft.value("recommend").isEmpty())
                            .toList(),
                    faults);
        }
    }
}
