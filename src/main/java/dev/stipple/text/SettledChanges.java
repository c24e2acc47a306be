package dev.stipple.text;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Tells when a folder has changed and then rested, so that a burst of saves or a half-saved file is one change. */
public final class SettledChanges {
    private final Path folder;
    private final Duration rest;
    private final InstantSource clock;
    private FolderState taken;
    private FolderState last;
    private Instant lastChange;

    /** @param rest how long nothing may change before a change counts */
    public SettledChanges(Path folder, Duration rest, InstantSource clock) {
        this.folder = folder;
        this.rest = rest;
        this.clock = clock;
        this.taken = FolderState.of(folder);
        this.last = taken;
        this.lastChange = clock.instant();
    }

    /** Whether there is a change that has settled since this was last true. */
    public boolean take() {
        FolderState now = FolderState.of(folder);
        Instant time = clock.instant();
        if (!now.equals(last)) {
            last = now;
            lastChange = time;
        }
        boolean settled = !now.equals(taken) && !time.isBefore(lastChange.plus(rest));
        if (settled) {
            taken = now;
        }
        return settled;
    }
}
