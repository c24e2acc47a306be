package dev.stipple.screening;

import dev.stipple.answers.Answers;
import dev.stipple.assessment.Assessor;
import dev.stipple.screening.kept.ChangedMeanwhile;
import dev.stipple.screening.kept.ErasedScreening;
import dev.stipple.screening.kept.Link;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Screening;
import dev.stipple.screening.kept.Submission;
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

    /** Whoever hands over a form, of whom nothing is kept before. */
    private static final String FORM = "intake";

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

    /** Notes that a form is read that was opened again, and holds what is kept under a link. */
    public void noteRead(Link link) {
        reference(link).ifPresent(kept -> screenings.noteRead(kept, ACTOR));
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
     * Keeps what somebody hands over.
     *
     * @param form takes the form that it stands in, in the same step; false where it is not as it was handed over any more
     * @return whether it is kept; not where the form could not be taken
     */
    public boolean keep(Submission submission, Assessor assessor, BooleanSupplier form) {
        return screenings.keepIf(submission, assessor, FORM, null, form).isPresent();
    }

    /**
     * Keeps other answers that somebody gave by their link, which then wait for a decision, whatever happens meanwhile.
     *
     * @param form takes the form that they were given in, in the same step; false where it is not as it was any more
     * @return whether they are kept; not where the form could not be taken
     * @throws UnknownLink where nothing is kept under it, or not any more
     */
    public boolean revise(Link link, Answers answers, Assessor assessor, BooleanSupplier form) {
        while (true) {
            var kept = find(link);
            try {
                return screenings
                        .reviseIf(kept.reference(), kept.version(), answers, assessor, ACTOR, form)
                        .isPresent();
            } catch (ChangedMeanwhile e) {
                // Somebody decided or revised in between; the answers are kept on top of that.
            }
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
     * Notes whether somebody agrees to be written to by mail, for which their link is kept, sealed.
     *
     * @throws UnknownLink where nothing is kept under it, or not any more
     */
    public void writeTo(Link link, boolean agreed) {
        try {
            screenings.writeTo(reference(link).orElseThrow(UnknownLink::new), agreed ? link : null, ACTOR);
        } catch (ErasedScreening meanwhile) {
            throw new UnknownLink();
        }
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
