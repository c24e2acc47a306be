package dev.stipple.web.intake.form;

import dev.stipple.interview.Page;
import dev.stipple.interview.Section;
import java.util.Optional;

/**
 * How far somebody is. It speaks of sections alone, of which there are never more than were announced.
 *
 * @param section from 1
 * @param sections how many there are
 * @param reached how far that is among them, each page of a section a step; never all of it, as something is still asked
 */
public record Progress(int section, int sections, double reached, String title) {
    /** Empty on a page that is in no section. */
    public static Optional<Progress> of(Visit visit, Page page) {
        var interview = visit.assessor().rulebook().interview();
        Optional<Section> section = interview.sectionOf(page);
        return section.map(each -> new Progress(
                interview.sections().indexOf(each) + 1,
                interview.sections().size(),
                interview.sections().indexOf(each)
                        + (each.pages().indexOf(page) + 1.0) / (each.pages().size() + 1),
                each.title().in(visit.language())));
    }
}
