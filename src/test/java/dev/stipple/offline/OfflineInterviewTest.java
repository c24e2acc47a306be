package dev.stipple.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Shipped;
import dev.stipple.answers.Answers;
import dev.stipple.answers.AnswersReader;
import dev.stipple.answers.GeneratedPeople;
import dev.stipple.answers.PartlyKnown;
import dev.stipple.interview.Course;
import dev.stipple.interview.Interview;
import dev.stipple.interview.Item;
import dev.stipple.interview.Line;
import dev.stipple.interview.Mark;
import dev.stipple.interview.Marking;
import dev.stipple.interview.Page;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Slot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The script in the page leads people as the interview does: what is asked next, and which answers a tick stands for. */
@Tag("whole")
class OfflineInterviewTest {
    private static final long SEED = Long.getLong("offline.seed", 12);

    /** How many people are led; more with -Doffline.led=10000. */
    private static final int PEOPLE = Integer.getInteger("offline.led", 300);

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Questionnaire QUESTIONNAIRE = Shipped.contents().questionnaire();
    private static final Interview INTERVIEW = Shipped.contents().interview();

    @TempDir
    private static Path folder;

    private static Exported script;

    @BeforeAll
    static void export() throws IOException {
        Exported.write(Shipped.rulebook(), folder);
        script = Exported.start("lead.js", folder);
    }

    @AfterAll
    static void end() {
        script.close();
    }

    @Test
    void itAsksNextWhatTheInterviewAsksAndPutsTicksAsItDoes() throws IOException {
        var people = new GeneratedPeople(QUESTIONNAIRE, SEED);
        var random = new Random(SEED);
        for (int i = 0; i < PEOPLE; i++) {
            Answers person = unsure(PartlyKnown.of(people.partial(random.nextDouble()), random), random);
            boolean certain = random.nextBoolean();
            var ticks = new LinkedHashMap<String, Map<Line, Mark>>();
            pages().forEach(page -> ticks.put(page.id(), ticks(page, random)));

            JsonNode told = JSON.readTree(script.ask(asked(person, certain, ticks)));

            String who = "person " + i + " of seed " + SEED + ": " + JSON.writeValueAsString(person.json());
            var course = new Course(INTERVIEW, person, person::isUnsure, text -> false, certain);
            assertThat(told.path("next").asString(""))
                    .as(who)
                    .isEqualTo(course.next().map(Page::id).orElse(""));
            assertThat(told.path("denied").valueStream().map(JsonNode::asString))
                    .as(who)
                    .containsExactlyElementsOf(INTERVIEW.denied(person).stream()
                            .map(denied -> denied.setting().id())
                            .toList());
            for (Page page : pages()) {
                var marking = new Marking(page);
                assertThat(told.path("marks").path(page.id()))
                        .as(who)
                        .isEqualTo(JSON.valueToTree(byId(marking.marks(person))));
                Answers ticked = marking.put(person, ticks.getOrDefault(page.id(), Map.of()));
                assertThat(read(told.path("ticked").path(page.id())))
                        .as(page.id() + " " + who)
                        .isEqualTo(ticked);
            }
        }
    }

    private static List<Page> pages() {
        return INTERVIEW.pages().stream()
                .filter(page -> page.items().stream().anyMatch(Item.Ticks.class::isInstance))
                .toList();
    }

    private static List<Line> lines(Page page) {
        return page.items().stream()
                .flatMap(item -> item instanceof Item.Ticks each ? each.lines().stream() : List.<Line>of().stream())
                .toList();
    }

    private static Map<Line, Mark> ticks(Page page, Random random) {
        var ticks = new LinkedHashMap<Line, Mark>();
        boolean open = random.nextInt(3) == 0;
        lines(page).forEach(line -> ticks.put(line, random.nextInt(4) == 0 ? Mark.YES : open ? Mark.OPEN : Mark.NO));
        return ticks;
    }

    /** A person who said of some questions and groups that they are not sure. */
    private static Answers unsure(Answers person, Random random) {
        Answers some = person;
        for (Slot slot : person.unanswered()) {
            if (random.nextInt(3) == 0) {
                some = some.unsure(slot, List.of());
            }
        }
        return some;
    }

    private static Map<String, String> byId(Map<Line, Mark> marks) {
        var byId = new LinkedHashMap<String, String>();
        marks.forEach((line, mark) -> byId.put(line.id(), mark.name()));
        return byId;
    }

    private static String asked(Answers person, boolean certain, Map<String, Map<Line, Mark>> ticks) {
        var pages = new LinkedHashMap<String, Object>();
        ticks.forEach((page, marks) -> pages.put(page, byId(marks)));
        return JSON.writeValueAsString(Map.of("answers", person.json(), "certain", certain, "ticks", pages));
    }

    private static Answers read(JsonNode answers) {
        return AnswersReader.readApplicable(QUESTIONNAIRE, answers, pointer -> false);
    }
}
