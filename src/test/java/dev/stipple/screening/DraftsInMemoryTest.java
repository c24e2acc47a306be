package dev.stipple.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.text.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DraftsInMemoryTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T08:00:00Z"));
    private final Drafts drafts = new DraftsInMemory(2, Duration.ofDays(30), now::get);

    @Test
    void aDraftIsFoundByItsToken() {
        var draft = drafts.begin(Language.FR);

        assertEquals(Optional.of(draft), drafts.find(draft.token()));
        assertEquals(Optional.empty(), drafts.find("guessed"));
        assertEquals("{}", draft.answers());
    }

    @Test
    void tokensAreLongAndNeverTheSame() {
        assertNotEquals(
                drafts.begin(Language.EN).token(), drafts.begin(Language.EN).token());
        assertEquals(32, Tokens.next().length());
    }

    @Test
    void noMoreAreOpenThanMayBe() {
        drafts.begin(Language.EN);
        drafts.begin(Language.EN);

        assertThrows(TooManyDrafts.class, () -> drafts.begin(Language.EN));
    }

    @Test
    void whatIsNotChangedInTimeIsGoneAndMakesRoom() {
        var old = drafts.begin(Language.EN);
        var used = drafts.begin(Language.EN);
        wait(Duration.ofDays(29));
        drafts.change(used.token(), draft -> draft.withAnswers("{\"a\":1}"));
        wait(Duration.ofDays(1));

        assertEquals(Optional.empty(), drafts.find(old.token()));
        assertTrue(drafts.find(used.token()).isPresent());
        assertEquals(1, drafts.deleteExpired());
        assertEquals(Optional.empty(), drafts.change(old.token(), draft -> draft));
        drafts.begin(Language.EN);
    }

    @Test
    void changesMadeAtOnceAreAllKept() {
        var draft = drafts.begin(Language.EN);

        IntStream.range(0, 1000)
                .parallel()
                .forEach(i -> drafts.change(draft.token(), now -> now.withAnswers(now.answers() + "x")));

        assertEquals(1002, drafts.find(draft.token()).orElseThrow().answers().length());
    }

    @Test
    void whatIsDeletedIsGone() {
        var draft = drafts.begin(Language.EN);

        drafts.delete(draft.token());

        assertEquals(Optional.empty(), drafts.find(draft.token()));
    }

    @Test
    void aDraftInALogTellsNothing() {
        var draft = drafts.begin(Language.EN).withAnswers("{\"secret\":1}");

        assertFalse(draft.toString().contains(draft.token()));
        assertFalse(draft.toString().contains("secret"));
    }

    private void wait(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }
}
