package dev.stipple.screening;

import dev.stipple.text.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Drafts that live as long as the process. */
public final class DraftsInMemory implements Drafts {
    private final int most;
    private final Duration keep;
    private final InstantSource clock;
    private final Map<String, Draft> byToken = new LinkedHashMap<>();

    /**
     * @param most how many may be open at once
     * @param keep how long each is kept after its last change
     */
    public DraftsInMemory(int most, Duration keep, InstantSource clock) {
        this.most = most;
        this.keep = keep;
        this.clock = clock;
    }

    @Override
    public Duration keep() {
        return keep;
    }

    @Override
    public synchronized Draft begin(Language language) {
        deleteExpired();
        if (byToken.size() >= most) {
            throw new TooManyDrafts(most);
        }
        Instant now = now();
        var draft = new Draft(Tokens.next(), "{}", language, now, now);
        byToken.put(draft.token(), draft);
        return draft;
    }

    @Override
    public synchronized Optional<Draft> find(String token) {
        return Optional.ofNullable(byToken.get(token)).filter(draft -> !isExpired(draft));
    }

    @Override
    public synchronized Optional<Draft> change(String token, UnaryOperator<Draft> change) {
        return find(token).map(draft -> {
            Draft changed = change.apply(draft);
            var kept = new Draft(token, changed.answers(), changed.language(), draft.begun(), now());
            byToken.put(token, kept);
            return kept;
        });
    }

    @Override
    public synchronized void delete(String token) {
        byToken.remove(token);
    }

    @Override
    public synchronized int deleteExpired() {
        int before = byToken.size();
        byToken.values().removeIf(this::isExpired);
        return before - byToken.size();
    }

    private boolean isExpired(Draft draft) {
        return !draft.changed().plus(keep).isAfter(clock.instant());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
