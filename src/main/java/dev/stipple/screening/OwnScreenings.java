package dev.stipple.screening;

import dev.stipple.answers.Answers;
import dev.stipple.assessment.Assessor;
import dev.stipple.screening.kept.ChangedMeanwhile;
import dev.stipple.screening.kept.ErasedScreening;
import dev.stipple.screening.kept.Link;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Screening;
import dev.stipple.screening.kept.UnknownLink;
import dev.stipple.screening.rows.Links;
import dev.stipple.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What somebody does with their own screening by the link that they keep; it is in the audit log like all else. */
public final class OwnScreenings {
    /** Under which name it is in the audit log. */
    public static final String ACTOR = "person";

    private final Screenings screenings;
    private final Links links;
    private final Duration keep;
    private final InstantSource clock;

    /**
     * Opens what is kept by links.
     *
     * @param keep how long screenings are kept after their last change; zero where that has no end
     */
    public OwnScreenings(Database database, Screenings screenings, Duration keep, InstantSource clock) {
        this.screenings = screenings;
        this.links = new Links(database);
        this.keep = keep;
        this.clock = clock;
    }

    /** Whether something is kept under a link. */
    public boolean isKept(Link link) {
        return reference(link).isPresent();
    }

    /**
     * What is kept under a link.
     *
     * @throws UnknownLink where there is nothing, or not any more
     */
    public Screening find(Link link) {
        try {
            return screenings.find(reference(link).orElseThrow(UnknownLink::new), ACTOR);
        } catch (ErasedScreening meanwhile) {
            throw new UnknownLink();
        }
    }

    /**
     * Keeps other answers that somebody gave by their link, which then wait for a decision, whatever happens meanwhile.
     *
     * @param form closes the form that they were given in, in the same step; false where it is closed already, as whoever
     *     closed it kept them
     * @throws UnknownLink where nothing is kept under it, or not any more
     */
    public void revise(Link link, Answers answers, Assessor assessor, BooleanSupplier form) {
        boolean revised = false;
        while (!revised) {
            revised = revised(find(link), answers, assessor, form);
        }
    }

    private boolean revised(Screening screening, Answers answers, Assessor assessor, BooleanSupplier form) {
        try {
            screenings.revise(screening.reference(), screening.version(), answers, assessor, ACTOR, form);
            return true;
        } catch (ChangedMeanwhile e) {
            return false;
        }
    }

    /**
     * Does something in one step with what is kept, so that an erasure comes wholly before or wholly after it.
     *
     * @throws UnknownLink where nothing is kept under it, or not any more
     */
    public <T> T whileKept(Link link, Supplier<T> work) {
        return screenings.whileKept(reference(link).orElseThrow(UnknownLink::new), work);
    }

    /**
     * Erases all that is kept of somebody.
     *
     * @throws UnknownLink where nothing is kept under it, or not any more
     */
    public void erase(Link link) {
        try {
            screenings.erase(reference(link).orElseThrow(UnknownLink::new), ACTOR, "by the person's link");
        } catch (ErasedScreening meanwhile) {
            throw new UnknownLink();
        }
    }

    private Optional<Reference> reference(Link link) {
        return links.find(link, keep.isZero() ? Instant.EPOCH : clock.instant().minus(keep));
    }
}
