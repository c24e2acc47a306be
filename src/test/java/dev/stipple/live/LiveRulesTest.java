package dev.stipple.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stipple.Small;
import dev.stipple.assessment.Assessor;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.Fault;
import dev.stipple.text.InvalidRules;
import dev.stipple.text.Place;
import dev.stipple.text.RulesFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LiveRulesTest {
    @TempDir
    private Path folder;

    private final BlockingQueue<LiveRules.State> tries = new LinkedBlockingQueue<>();
    private volatile boolean distrusts;
    private volatile boolean stuck;
    private volatile boolean broken;
    private volatile boolean over;
    private LiveRules live;

    @BeforeEach
    void begin() throws IOException {
        Small.write(Small.folder(), folder);
        live = LiveRules.begin(folder, this::trusted, LiveRulesTest::assessor, tries::add);
    }

    private static Assessor assessor(Rulebook rulebook) {
        return new Assessor(rulebook, new Reasoner(rulebook));
    }

    private RulesFolder trusted(RulesFolder rules) {
        if (broken) {
            throw new IllegalStateException("a case that nobody thought of");
        }
        boolean deaf = stuck;
        while (deaf && !over) {
            // Hears no interrupt, as compilers do not.
            LockSupport.parkNanos(1_000_000);
        }
        if (distrusts) {
            throw new InvalidRules(
                    List.of(new Fault(Place.startOf("rules.sig"), "signature", "these are not signed", "sign them")));
        }
        return rules;
    }

    @AfterEach
    void close() {
        over = true;
        live.close();
    }

    @Test
    void aSavedRuleIsTakenOver() throws Exception {
        String before = live.assessor().rulebook().digest();

        edit("age.drl", "Too young.", "Still too young.");

        var state = next();
        assertThat(state.last().succeeded()).isTrue();
        assertThat(state.assessor().rulebook().digest())
                .isEqualTo(state.last().digest())
                .isNotEqualTo(before);
        assertThat(live.state()).isEqualTo(state);
    }

    @Test
    void aSavedRuleInAFactorsFolderIsTakenOver() throws Exception {
        Files.delete(folder.resolve("TABLE.md"));
        Files.createDirectory(folder.resolve("age"));
        for (String ending : List.of(".drl", ".fr.yaml", ".scenarios.yaml")) {
            Files.move(folder.resolve("age" + ending), folder.resolve("age/years" + ending));
        }
        while (!next().last().succeeded()) {
            // A look in the middle of the move.
        }

        edit("age/years.drl", "Too young.", "Still too young.");

        assertThat(next().assessor().rulebook().folder().text("age/years.drl")).contains("Still too young.");
    }

    @Test
    void soundRulesThatAreNotTrustedAreRefused() throws Exception {
        var before = live.state();
        distrusts = true;

        edit("age.drl", "Too young.", "Still too young.");

        var state = next();
        assertThat(state.assessor()).isSameAs(before.assessor());
        assertThat(state.last().faults()).extracting(Fault::kind).containsExactly("signature");
    }

    @Test
    void aBrokenRuleKeepsTheOldRulesAndIsRemembered() throws Exception {
        var before = live.state();

        edit("age.drl", "ageYears < 18", "ageYeers < 18");

        var state = next();
        assertThat(state.assessor()).isSameAs(before.assessor());
        assertThat(state.loaded()).isEqualTo(before.loaded());
        assertThat(state.last().faults()).extracting(Fault::kind).containsExactly("unknown-field");
    }

    @Test
    void aRuleThatFailsAScenarioKeepsTheOldRules() throws Exception {
        edit("age.drl", "ageYears < 18", "ageYears < 17");

        assertThat(next().last().faults()).extracting(Fault::kind).containsOnly("scenario");
    }

    @Test
    void aFactorThatFallsSilentIsRefused() throws Exception {
        var before = live.state();

        edit("age.drl", "ageYears >= 18", "ageYears >= 19");

        var state = next();
        assertThat(state.assessor()).isSameAs(before.assessor());
        assertThat(state.last().faults())
                .extracting(fault -> fault.place() + " " + fault.kind())
                .containsExactly("age.drl:3:1 silent-factor");
        assertThat(state.last().faults().get(0).problem()).contains("\"ageYears\":18");
    }

    @Test
    void rulesThatContradictEachOtherAreRefused() throws Exception {
        edit(
                "skin.drl",
                "( Skin( tone == SkinTone.LIGHT ) or Skin( tone >= SkinTone.MEDIUM ) )",
                "Skin( marks contains SkinMarks.RASH )");

        assertThat(next().last().faults())
                .extracting(fault -> fault.place() + " " + fault.kind())
                .containsExactly("skin.drl:25:1 contradiction");
    }

    @Test
    void aRuleThatNeverFiresIsServedAndWarnedOf() throws Exception {
        edit("age.drl", "smokes == true", "smokes == false");

        var state = next();
        assertThat(state.last().succeeded()).isTrue();
        assertThat(state.warnings())
                .extracting(fault -> fault.place() + " " + fault.kind())
                .contains("age.drl:25:1 dead-rule");
        assertThat(RulebookView.of(state).warnings())
                .extracting(RulebookView.FaultView::kind)
                .contains("dead-rule");
    }

    @Test
    void rulesThatAreNotSafeAreNotBegunWith() throws Exception {
        edit("age.drl", "ageYears >= 18", "ageYears >= 19");

        assertThatThrownBy(() -> LiveRules.begin(folder, this::trusted, LiveRulesTest::assessor, tries::add))
                .isInstanceOf(InvalidRules.class)
                .hasMessageContaining("age.drl:3:1");
    }

    @Test
    void aTryThatDoesNotEndIsGivenUpAndSaysSo() throws Exception {
        live.close();
        live = begun(Duration.ofSeconds(2), () -> false);
        assertThat(given(live.state())).contains("within 2 seconds of the processor's time");
    }

    @Test
    void aTryThatTakesTheMemoryOfRequestsIsGivenUpAndSaysSo() throws Exception {
        live.close();
        live = begun(Duration.ofMinutes(5), () -> stuck);
        assertThat(given(live.state())).contains("the memory does not suffice");
    }

    private LiveRules begun(Duration longest, BooleanSupplier full) {
        return LiveRules.begin(folder, this::trusted, LiveRulesTest::assessor, tries::add, longest, full);
    }

    /** What is told of a try that does not end; the next save is taken all the same. */
    private String given(LiveRules.State before) throws Exception {
        stuck = true;
        edit("age.drl", "Too young.", "Still too young.");

        var state = next();
        assertThat(state.assessor()).isSameAs(before.assessor());
        var told = RulebookView.of(state);
        assertThat(told.digest()).isEqualTo(before.assessor().rulebook().digest());
        assertThat(told.lastAttempt().succeeded()).isFalse();
        assertThat(told.lastAttempt().faults())
                .extracting(RulebookView.FaultView::kind)
                .containsExactly("given-up");

        stuck = false;
        edit("age.drl", "Still too young.", "Much too young.");
        assertThat(next().last().succeeded()).isTrue();
        return told.lastAttempt().faults().get(0).problem();
    }

    @Test
    void aSaveDoesNotWaitForATryThatDoesNotEnd() throws Exception {
        stuck = true;
        edit("age.drl", "Too young.", "Still too young.");
        Thread.sleep(1500);
        stuck = false;
        var saved = Instant.now();
        edit("age.drl", "Still too young.", "Much too young.");

        var state = next();
        assertThat(state.last().succeeded()).isTrue();
        assertThat(Duration.between(saved, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void whatCannotBeToldOfIsADefectAndNotTheAuthors() throws Exception {
        broken = true;

        edit("age.drl", "Too young.", "Still too young.");

        assertThat(next().last().faults()).extracting(Fault::kind).containsExactly("defect");
        assertThat(live.state().last().faults().get(0).remedy()).doesNotContain("save them again");
    }

    @Test
    void ofManyFaultsTheFirstAreTold() throws Exception {
        Files.writeString(folder.resolve("age.fr.yaml"), "K: <b>\n".repeat(5_000));

        var told = next().last().faults();
        assertThat(told).hasSize(101);
        assertThat(told.get(100).problem()).matches("there are \\d{4} more faults from here on");
    }

    @Test
    void theTimeOfATryIsThatOfTheProcessor() throws Exception {
        var done = new LinkedBlockingQueue<LiveRules.State>();
        var trial = Trial.begin(
                () -> {
                    LockSupport.parkNanos(Duration.ofMillis(600).toNanos());
                    return live.state();
                },
                (each, state) -> done.add(state),
                Duration.ofMillis(300));

        Thread.sleep(400);

        assertThat(trial.isOverdue()).isFalse();
        assertThat(done.poll(10, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void aTryThatWorksForTooLongIsOverdue() throws Exception {
        var trial = Trial.begin(
                () -> {
                    while (!over) {
                        Thread.onSpinWait();
                    }
                    return live.state();
                },
                (each, state) -> {},
                Duration.ofMillis(50));

        Instant end = Instant.now().plusSeconds(20);
        while (!trial.isOverdue()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(5);
        }
    }

    @Test
    void aBurstOfSavesIsOneTry() throws Exception {
        for (int i = 0; i < 5; i++) {
            edit("age.drl", "package stipple.rules", "package stipple.rules\n// " + i);
            Thread.sleep(50);
        }

        assertThat(next().last().succeeded()).isTrue();
        assertThat(tries.poll(1500, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void aFileThatIsSavedInTwoHalvesIsReadAsAWhole() throws Exception {
        String text = Files.readString(folder.resolve("age.drl")).replace("Too young.", "Not yet.");

        Files.writeString(folder.resolve("age.drl"), text.substring(0, 200));
        Thread.sleep(150);
        Files.writeString(folder.resolve("age.drl"), text);

        assertThat(next().last().succeeded()).isTrue();
    }

    private void edit(String file, String find, String put) throws IOException {
        Path path = folder.resolve(file);
        Files.writeString(path, Files.readString(path).replace(find, put));
    }

    private LiveRules.State next() throws InterruptedException {
        var state = tries.poll(60, TimeUnit.SECONDS);
        assertThat(state).as("a try within a minute").isNotNull();
        return state;
    }
}
