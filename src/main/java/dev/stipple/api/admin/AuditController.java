package dev.stipple.api.admin;

import dev.stipple.api.screenings.PersonFileView.EntryView;
import dev.stipple.screening.kept.Reference;
import dev.stipple.store.AuditEntry;
import dev.stipple.store.AuditLog;
import dev.stipple.store.Backup;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Shows the audit log and takes backups. */
@RestController
class AuditController {
    private static final int AT_ONCE = 200;

    /**
     * Whether the audit log is as it was written.
     *
     * @param head seal of the last entry; note it elsewhere to notice even a log that was put back whole
     */
    record VerificationView(
            boolean holds,
            long entries,
            String head,
            @Nullable String broken) {}

    private final AuditLog audit;
    private final Backup backup;

    AuditController(AuditLog audit, Backup backup) {
        this.audit = audit;
        this.backup = backup;
    }

    /** The latest entries, or those about one subject. */
    @Operation(summary = "Read the audit log, newest first")
    @GetMapping("/api/audit")
    List<EntryView> log(
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(defaultValue = "9223372036854775807") long before) {
        var entries = subject == null
                ? audit.latest(before, AT_ONCE)
                : audit.of(Reference.of(subject).map(Reference::code).orElse(subject));
        return entries.stream().map(EntryView::of).toList();
    }

    @Operation(summary = "Verify that the audit log was not altered")
    @GetMapping("/api/audit/verification")
    VerificationView verify() {
        var verification = audit.verify();
        return new VerificationView(
                verification.holds(),
                verification.entries(),
                verification.head(),
                verification.broken().orElse(null));
    }

    @Operation(summary = "Back up everything that is kept")
    @GetMapping(path = "/api/backup", produces = "application/zip")
    ResponseEntity<StreamingResponseBody> backup(Principal principal) {
        audit.add(principal.getName(), AuditEntry.Action.BACKED_UP, "", "");
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"stipple-backup.zip\"")
                .body(backup::write);
    }
}
