package dev.stipple.web.console.detail;

/** What was just done with a screening, told on top of its page. */
enum Done {
    DECIDED,
    REVISED,
    REASSESSED,
    PLANNED,
    UNPLANNED,
    ASSIGNED,
    UNASSIGNED,
    UNKNOWN_COLLEAGUE,
    NOTED
}
