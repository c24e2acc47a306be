package dev.stipple.screening;

import dev.stipple.screening.kept.Screening;
import dev.stipple.store.audit.AuditEntry;
import java.util.List;

/** Everything that is kept of one person, and who saw or changed it. */
public record KeptPerson(Screening screening, List<AuditEntry> log) {}
