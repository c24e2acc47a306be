package dev.stipple.rulebook;

import dev.stipple.interview.Interview;
import dev.stipple.mail.MailTexts;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Source;
import dev.stipple.rule.SummaryTexts;
import dev.stipple.text.Fault;
import dev.stipple.text.InvalidRules;
import dev.stipple.text.RulesFolder;
import dev.stipple.wording.Wording;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a rules folder says, read and checked but not compiled.
 *
 * @param interview how the questions are laid out for a person; decides nothing
 * @param mail what mails to people say; empty without the file
 * @param rules the readable ones, those of the plan included, by file and then in the order written
 * @param faults every fault that shows without compiling, in order of place; with any, there is no rulebook
 */
public record Contents(
        RulesFolder folder,
        Questionnaire questionnaire,
        Interview interview,
        Map<String, Wording> factors,
        List<Rule> rules,
        Map<String, Source> sources,
        SummaryTexts summary,
        Optional<MailTexts> mail,
        List<Fault> faults) {

    /**
     * Reads the folder, and gathers every fault in one run.
     *
     * @throws InvalidRules where there is no questionnaire, so that nothing else can be judged
     */
    public static Contents read(RulesFolder folder) {
        return RulebookFolder.read(folder);
    }

    public Optional<Rule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /**
     * A rule as it would be with another text; the rest of the folder and the rule's words stay.
     *
     * @param text from {@code rule} to {@code end}
     * @return empty where check would refuse the text
     */
    public Optional<Rule> reread(Rule rule, String text) {
        return RereadRule.of(this, rule, text);
    }

    /**
     * What is wrong with one file as it is now, while nothing else has changed but texts; found in milliseconds.
     *
     * @param now the folder with the file in it
     * @return the faults that show without the other files; those of a rule file with those of its translations
     */
    public List<Fault> faultsOf(RulesFolder now, String file) {
        return FileFaults.of(this, now, file);
    }

    /** The same with other texts, which have not been read yet. */
    public Contents in(RulesFolder now) {
        return new Contents(now, questionnaire, interview, factors, rules, sources, summary, mail, faults);
    }
}
