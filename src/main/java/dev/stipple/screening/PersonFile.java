package dev.stipple.screening;

import java.util.List;

/** Everything that is kept of one person, and who saw or changed it. */
public record PersonFile(Screening screening, List<AuditEntry> log) {}
