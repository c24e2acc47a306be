package dev.stipple.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stipple.Shipped;
import dev.stipple.Small;
import dev.stipple.questionnaire.Question;
import dev.stipple.rulebook.Contents;
import dev.stipple.text.RulesFolder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where things are mentioned, and what is shown of them. */
class IndexTest {
    private static final RulesFolder FOLDER = Small.folder();
    private static final Index INDEX = new Index(Contents.read(FOLDER), FOLDER);

    private static Optional<Mention> at(String file, String around, String word) {
        return INDEX.at(file, FOLDER.text(file).indexOf(word, FOLDER.text(file).indexOf(around)) + 1);
    }

    @Test
    void aFieldLeadsToItsQuestion() {
        Mention field = at("age.drl", "Person( ageYears", "ageYears").orElseThrow();

        assertThat(INDEX.all(field.symbol()).stream().filter(Mention::defines))
                .singleElement()
                .satisfies(each -> {
                    assertEquals("questionnaire.yaml", each.file());
                    assertEquals("ageYears", FOLDER.text(each.file()).substring(each.start(), each.end()));
                });
    }

    @Test
    void aRuleIsFoundInItsWordsItsScenariosAndItsFile() {
        assertThat(INDEX.all(Symbol.rule("AGE-01")).stream().map(Mention::file))
                .contains("age.drl", "age.fr.yaml", "age.scenarios.yaml");
    }

    /** But groups, which rules call by their facts. */
    @Test
    void everyMentionIsWrittenAsItsThingIsCalled() {
        var index = new Index(Shipped.contents(), Shipped.contents().folder());
        var odd = index.all()
                .filter(each -> each.symbol().kind() != Symbol.Kind.GROUP)
                .filter(each -> !index.folder()
                        .text(each.file())
                        .substring(each.start(), each.end())
                        .equals(each.written(each.symbol().word())))
                .toList();

        assertEquals(List.of(), odd);
    }

    /** Whatever rules, questions and sources there are is said to be there once, and nothing else is. */
    @Test
    void everythingThatIsReadIsFoundToBeDefinedOnce() {
        Contents contents = Shipped.contents();
        var index = new Index(contents, contents.folder());

        assertThat(defined(index, Symbol.Kind.RULE))
                .containsExactlyInAnyOrderElementsOf(
                        contents.rules().stream().map(rule -> rule.id()).toList());
        assertThat(defined(index, Symbol.Kind.TITLE))
                .containsExactlyInAnyOrderElementsOf(
                        contents.rules().stream().map(rule -> rule.name()).toList());
        assertThat(defined(index, Symbol.Kind.SOURCE))
                .containsExactlyInAnyOrderElementsOf(contents.sources().keySet());
        assertThat(defined(index, Symbol.Kind.QUESTION))
                .containsExactlyInAnyOrderElementsOf(contents.questionnaire().questions().stream()
                        .map(question -> question.path())
                        .toList());
        assertThat(defined(index, Symbol.Kind.OPTION))
                .containsExactlyInAnyOrderElementsOf(contents.questionnaire().questions().stream()
                        .flatMap(question -> question.codes().stream()
                                .filter(code -> question.options()
                                                        .indexOf(question.option(code)
                                                                .orElseThrow())
                                                < question.options().size() - 1
                                        || !code.equals("NONE")
                                        || !(question instanceof Question.Choices))
                                .map(code -> question.path() + "=" + code))
                        .toList());
    }

    private static List<String> defined(Index index, Symbol.Kind kind) {
        return index.all()
                .filter(mention -> mention.defines() && mention.symbol().kind() == kind)
                .map(mention -> mention.symbol().name())
                .toList();
    }

    /** What the reader of rules finds in conditions is found here too, each at its place. */
    @Test
    void everyOptionThatARuleTestsIsMentioned() {
        Contents contents = Shipped.contents();
        var index = new Index(contents, contents.folder());
        var missed = contents.rules().stream()
                .flatMap(rule -> rule.condition()
                        .patterns()
                        .flatMap(pattern -> pattern.constraint().comparisons())
                        .filter(comparison -> index.of(rule.span().file()).stream()
                                .noneMatch(mention -> mention.start()
                                                == comparison.span().start()
                                        && mention.symbol()
                                                .equals(Symbol.question(
                                                        comparison.question().path()))))
                        .map(comparison -> comparison.span().place()))
                .toList();

        assertEquals(List.of(), missed);
    }

    @Test
    void aNoteSaysWhatPeopleRead() {
        var notes = new Notes(INDEX.contents());

        assertThat(notes.on(Symbol.question("skin.tone")).orElseThrow())
                .startsWith("**Which tone?**")
                .contains("Quelle teinte", "`skin.tone`, one option", "* `DARK` Dark");
        assertThat(notes.on(Symbol.option("skin.tone", "DARK")).orElseThrow())
                .startsWith("**Dark**")
                .contains("Foncée", "to: Which tone?");
        assertThat(notes.on(Symbol.rule("AGE-01")).orElseThrow())
                .startsWith("**AGE-01  Under age**")
                .contains("(`NOT_SUITABLE`)", "Too young.", "`S1`");
        assertThat(notes.on(new Symbol(Symbol.Kind.SOURCE, "S1")).orElseThrow()).contains("strength");
        assertThat(notes.on(Symbol.rule("AGE-99"))).isEmpty();
    }

    @Test
    void anOutlineListsWhatAFileSaysIsThere() {
        assertThat(Outline.of(INDEX, "age.drl"))
                .extracting(Outline.Entry::name)
                .containsExactly("AGE-01", "AGE-02", "AGE-03");
        assertThat(Outline.find(INDEX, "under AGE"))
                .extracting(Outline.Entry::name)
                .contains("AGE-01");
        assertThat(Outline.of(INDEX, "age.scenarios.yaml")).isNotEmpty();
    }
}
