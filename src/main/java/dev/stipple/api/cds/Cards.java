package dev.stipple.api.cds;

import java.util.List;

/** What a CDS client shows. */
record Cards(List<Card> cards) {
    /** The most characters that a summary may have. */
    static final int LONGEST_SUMMARY = 139;

    /**
     * One card.
     *
     * @param uuid by which feedback names it
     * @param summary in one line, under 140 characters
     * @param detail in GitHub's Markdown
     */
    record Card(String uuid, String summary, String indicator, String detail, Source source, List<Link> links) {}

    /** Who says so. */
    record Source(String label, String url, Topic topic) {}

    /** The verdict as a coding. */
    record Topic(String system, String code, String display) {}

    /** More on one reason. */
    record Link(String label, String url, String type) {}
}
