package dev.stipple.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.H2;
import dev.stipple.Shipped;
import dev.stipple.Spoken;
import dev.stipple.assessment.Assessor;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.rule.Verdict;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.screening.kept.Contact;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Revision;
import dev.stipple.screening.kept.Submission;
import dev.stipple.text.RulesFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What was decided on other rules comes out the same on those rules, however often they have changed since.
 * {@code -Dstipple.stories=14} replays every example.
 */
@Tag("whole")
class ReplayTest {
    private static final int STORIES = Integer.getInteger("stipple.stories", 3);

    private final Desk desk = new Desk(H2.fresh());
    private final Assessor first = Shipped.assessor();
    private final Assessor second = changed(
            first,
            rules -> rules.replace("monthsAgo < 6", "monthsAgo < 2").replace("waitMonths(6 -", "waitMonths(2 -"));
    private final Assessor third =
            changed(second, rules -> rules.replace("six months to settle", "six months to settle fully"));

    @Test
    void everyScreeningReplaysToItsStoredBytesAfterTheRulesChangedTwice() throws IOException {
        List<Reference> kept = Stream.of(first, second, third)
                .flatMap(assessor -> stories().map(story -> keep(story, assessor)))
                .toList();

        var later = new Desk(desk.database.source());
        for (Reference reference : kept) {
            var screening = later.screenings.find(reference, "test");

            assertTrue(later.screenings.replays(screening.current(), screening.language(), third));
        }
        assertEquals(3 * stories().count(), kept.size());
    }

    @Test
    void anAssessmentThatWasAlteredDoesNotReplay() {
        var kept = desk.screenings.find(keep("man-sixteen", first), "test");
        var current = kept.current();
        var altered = new Revision(
                1,
                current.at(),
                current.actor(),
                current.rulebook(),
                current.given(),
                current.asOf(),
                current.verdict(),
                current.answers(),
                current.assessment().replace("NOT_SUITABLE", "SUITABLE"));

        assertFalse(desk.screenings.replays(altered, kept.language(), third));
    }

    @Test
    void todaysRulesAreComparedWithThoseOfTheDay() {
        var reference = keep("man-recent-transplant", first);

        Comparison comparison = desk.screenings.compare(reference, second, "test");

        assertEquals(Verdict.DEFER, comparison.verdictBefore());
        assertNotEquals(Verdict.DEFER, comparison.verdict());
        assertEquals(List.of("TRA-02"), comparison.gone());
        var reassessed = desk.screenings.reassess(reference, 1, second, "test");
        assertEquals(2, reassessed.revisions().size());
        assertEquals(Verdict.DEFER, reassessed.revisions().get(0).verdict());
        assertEquals(comparison.assessment(), reassessed.current().assessment());
    }

    private Reference keep(String story, Assessor assessor) {
        var submission = new Submission(Desk.answers(story), Spoken.FR, Contact.NONE, "2026-01");
        return desk.screenings.keep(submission, assessor, "test", null).reference();
    }

    private static Stream<String> stories() {
        try (Stream<Path> files = Files.list(Path.of("examples"))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".answers.json"))
                    .map(name -> name.replace(".answers.json", ""))
                    .sorted()
                    .limit(STORIES)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rules with the rules of transplants written anew. */
    private static Assessor changed(Assessor assessor, UnaryOperator<String> change) {
        RulesFolder folder = assessor.rulebook().folder();
        String file = "transplants.drl";
        String rules = change.apply(folder.text(file));
        assertNotEquals(rules, folder.text(file));
        var rulebook = Rulebook.load(folder.with(file, rules));
        return new Assessor(rulebook, new Reasoner(rulebook));
    }
}
