package dev.stipple.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Shipped;
import dev.stipple.Small;
import dev.stipple.rulebook.Contents;
import dev.stipple.text.Fault;
import dev.stipple.text.RulesFolder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts of mails, held to what they may be. */
class MailFileTest {
    private static final String SHIPPED = RulesFolder.read(Shipped.FOLDER).text(MailFile.NAME);

    @Test
    void theShippedTextsHaveNoFault() {
        assertThat(faults(SHIPPED)).isEmpty();
        assertThat(Contents.read(Small.folder().with(MailFile.NAME, SHIPPED)).mail())
                .hasValueSatisfying(all -> assertThat(all.texts()).containsOnlyKeys(About.values()));
    }

    @Test
    void withoutTheFileThereAreNone() {
        assertThat(Contents.read(Small.folder()).mail()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'  fr: Du nouveau pour vous\n', '', missing",
        "'  fr: Du nouveau pour vous\n', '  fr: There is something new for you\n', translation",
        "There is something new for you, '\"There is\\nBcc: eve@example.com\"', mail",
        "There is something new for you, '\"There is\\r\\nBcc: eve@example.com\"', mail",
        "There is something new for you, '\"There is\\u0007\"', character",
        "There is something new for you, 'There is <b>news</b> for you', markup",
        "There is something new for you, '\"There is news for you: {verdict}\"', mail",
        "'    we have looked', '    {name}, we have looked', mail",
        "'    {link}\n  fr: |\n    Bonjour,\n\n    nous avons lu', '    Come by.\n  fr: |\n    Bonjour,\n\n    nous avons lu', mail",
        "'    {link}\n  fr: |\n    Bonjour,\n\n    nous avons lu', '    See {link}.\n  fr: |\n    Bonjour,\n\n    nous avons lu', mail",
        "'due:\n', 'dew:\n', missing",
        "'footer:\n', 'verdict: {en: No way, fr: Non merci}\nfooter:\n', unknown-key",
        "'  fr: >-\n    Ce lien ouvre', '  fr: >-\n    {link} ouvre', mail",
    })
    void whatATextMayNotHoldIsToldAtItsPlace(String find, String put, String kind) {
        assertThat(SHIPPED).contains(find);

        var faults = faults(SHIPPED.replace(find, put));

        assertThat(faults).extracting(Fault::kind).contains(kind);
        assertThat(faults).allSatisfy(fault -> assertThat(fault.place().file()).isEqualTo(MailFile.NAME));
        assertThat(ofOneFile(SHIPPED.replace(find, put)))
                .as("while somebody types")
                .extracting(Fault::kind)
                .contains(kind);
    }

    @Test
    void adviceThatNoTextMayGiveIsToldHereToo() {
        RulesFolder folder = RulesFolder.read(Shipped.FOLDER);
        String text = SHIPPED.replace("    we have looked", "    please stop your warfarin; we have looked");

        assertThat(Contents.read(folder.with(MailFile.NAME, text)).faults())
                .extracting(Fault::kind)
                .containsExactly("advice");
    }

    private static List<Fault> faults(String text) {
        return Contents.read(Small.folder().with(MailFile.NAME, text)).faults();
    }

    private static List<Fault> ofOneFile(String text) {
        return Contents.read(Small.folder()).faultsOf(Small.folder().with(MailFile.NAME, text), MailFile.NAME);
    }
}
