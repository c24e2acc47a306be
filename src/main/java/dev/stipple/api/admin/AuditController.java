package dev.stipple.api.admin;

import dev.stipple.live.Streams;
import dev.stipple.screening.kept.Reference;
import dev.stipple.store.audit.AuditEntry;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.audit.SealNotes;
import dev.stipple.store.backup.Backup;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Shows the audit log and takes backups. */
@RestController
class AuditController {
    private static final int AT_ONCE = 200;
    private static final String ZIP = "application/zip";

    /**
     * Whether the audit log is as it was written, and the rows as the log says.
     *
     * @param seal that of the last entry; note it elsewhere to notice even a log that was put back whole
     * @param faults what does not hold, and where
     */
    record VerificationView(boolean holds, long entries, String seal, List<String> faults) {}

    /**
     * Who did what.
     *
     * @param altered whether something else than the service wrote or changed it in the database
     */
    record LoggedView(
            long number,
            Instant at,
            String actor,
            AuditEntry.Action action,
            String subject,
            String detail,
            boolean altered) {
        private static LoggedView of(AuditEntry entry, boolean altered) {
            return new LoggedView(
                    entry.number(),
                    entry.at(),
                    entry.actor(),
                    entry.action(),
                    entry.subject(),
                    entry.detail(),
                    altered);
        }
    }

    private final AuditLog audit;
    private final SealNotes notes;
    private final Backup backup;
    private final Streams streams;

    AuditController(AuditLog audit, SealNotes notes, Backup backup, Streams streams) {
        this.audit = audit;
        this.notes = notes;
        this.backup = backup;
        this.streams = streams;
    }

    /** The latest entries, or those about one subject. */
    @Operation(operationId = "readAudit", summary = "Read the audit log, newest first")
    @GetMapping("/api/v1/audit")
    List<LoggedView> log(
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(defaultValue = "9223372036854775807") long before) {
        var entries = subject == null
                ? audit.latest(before, AT_ONCE)
                : audit.latest(Reference.of(subject).map(Reference::code).orElse(subject), before, AT_ONCE);
        return entries.stream()
                .map(entry -> LoggedView.of(entry, !audit.holds(entry)))
                .toList();
    }

    @Operation(
            operationId = "verifyAudit",
            summary = "Verify that neither the audit log nor the rows it tells of were altered")
    @GetMapping("/api/v1/audit/verification")
    VerificationView verify(@RequestParam(required = false) @Nullable List<String> seal) throws IOException {
        if (seal != null && (seal.isEmpty() || seal.stream().anyMatch(String::isBlank))) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Give a seal, or leave 'seal' out.");
        }
        var noted = new LinkedHashMap<>(notes.read());
        Objects.requireNonNullElse(seal, List.<String>of()).forEach(each -> noted.put(each, "given"));
        var verification = audit.verify(noted);
        return new VerificationView(
                verification.holds(), verification.entries(), verification.seal(), verification.faults());
    }

    @Operation(operationId = "backUp", summary = "Back up everything that is kept")
    @GetMapping(path = "/api/v1/backup", produces = ZIP)
    void backup(Principal principal, HttpServletResponse response) throws IOException {
        streams.answer(response, MediaType.valueOf(ZIP), out -> {
            audit.add(principal.getName(), AuditEntry.Action.BACKED_UP, "", "");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"stipple-backup.zip\"");
            backup.write(out);
        });
    }
}
