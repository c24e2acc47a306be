package dev.stipple.authoring.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Shipped;
import dev.stipple.Small;
import dev.stipple.rulebook.Contents;
import dev.stipple.rulebook.summary.CommonFile;
import dev.stipple.rulebook.summary.SummaryFile;
import dev.stipple.text.Fault;
import dev.stipple.text.RulesFolder;
import dev.stipple.wording.WordingReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written down for the short answer fits the rules. */
class SummaryCheckTest {
    @Test
    void whatIsShippedFits() {
        assertThat(SummaryCheck.of(Shipped.contents())).isEmpty();
    }

    @Test
    void aFolderWithoutTheTextsIsNotAskedForThem() {
        assertThat(SummaryCheck.of(Contents.read(Small.folder()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "  TRA-02: | TRA-99: | there is no rule 'TRA-99'",
                "  TRA-02: | TRA-99: | 'reasons' says nothing of TRA-02",
                "rules: [TRA-03] | rules: [TRA-01] | 'steps' says nothing of TRA-03",
                "kind: LETTER | kind: LETTERS | there is no kind 'LETTERS'",
                "grafts are {monthsAgo} old | grafts are {weeksAgo} old | there is no answer 'weeksAgo'",
                "grafts are {monthsAgo} old | grafts are {monthsAgo.class} old | there is no answer 'monthsAgo.class'",
                "greffons ont {monthsAgo} | greffons sont jeunes | the French speaks of other answers",
                "hairLoss.norwood | hairLoss.stage | there is no question 'hairLoss.stage'",
                "LETTER: {days: | LETTERS: {days: | there is no kind 'LETTERS'",
                "waits: WAIT | waits: WAITS | there is no kind 'WAITS'"
            })
    void whatDoesNotFitIsTold(String find, String put, String problem) {
        RulesFolder folder = Small.with(Shipped.contents().folder(), SummaryFile.NAME, find, put);

        assertThat(faults(folder)).anyMatch(fault -> fault.problem().contains(problem));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "LETTER: {days: 42, | LETTER: { | 'days' is missing",
                "LETTER: {days: 42, | LETTER: {days: 0, | 0 days are not possible here",
                "LETTER: {days: 42, | LETTER: {days: -42, | -42 days are not possible here",
                "LETTER: {days: 42, | LETTER: {days: 3651, | 3651 days are not possible here",
                "{days: 1400, | {days: 4000, | 4000 days are not possible here",
                "WAIT: {name: | WAIT: {days: 7, name: | 'WAIT' takes as long as its rule says"
            })
    void daysOfWhatComesDueAreBounded(String find, String put, String problem) {
        RulesFolder folder = Small.with(Shipped.contents().folder(), SummaryFile.NAME, find, put);
        var faults = new ArrayList<Fault>();
        SummaryFile.read(
                folder,
                WordingReader.of(folder, Shipped.contents().questionnaire().languages(), faults),
                faults);

        assertThat(faults).extracting(Fault::problem).containsExactly(problem);
    }

    @Test
    void aRuleThatNobodyCountedIsTold() {
        RulesFolder folder = Small.with(Shipped.contents().folder(), CommonFile.NAME, "PAT-05: ", "PAT-95: ");

        assertThat(faults(folder)).extracting(Fault::remedy).contains("run: stipple common --write");
    }

    private static List<Fault> faults(RulesFolder folder) {
        return SummaryCheck.of(Contents.read(folder));
    }
}
