package dev.stipple.screening;

import dev.stipple.screening.kept.Reference;
import dev.stipple.store.Database;
import dev.stipple.store.audit.AuditEntry;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.store.audit.AuditLog;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows that what was erased is gone. */
public final class Erasures {
    private final Database database;
    private final AuditLog audit;

    public Erasures(Database database, AuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    /** The proof of an erasure; empty where nothing was erased under this reference. */
    public Optional<Erasure> of(Reference reference) {
        return audit.of(reference.code()).stream()
                .filter(entry -> entry.action() == Action.ERASED)
                .findFirst()
                .map(entry -> new Erasure(entry, left(reference), keysDestroyed(entry)));
    }

    /** By then a generation of keys had taken over that never opened anything of the person, and the others were destroyed. */
    private @Nullable Instant keysDestroyed(AuditEntry erased) {
        return audit.next(Action.KEYS_RENEWED, erased.number())
                .flatMap(renewed -> audit.next(Action.KEYS_DESTROYED, renewed.number()))
                .map(AuditEntry::at)
                .orElse(null);
    }

    private int left(Reference reference) {
        return database.sql()
                .sql("select (select count(*) from screening where reference = :reference and (wrapped_key is not null"
                        + " or consent is not null or contact is not null or leading_finding is not null"
                        + " or decided is not null or agenda is not null or link is not null or link_token is not null))"
                        + " + (select count(*) from revision where reference = :reference and (verdict is not null"
                        + " or answers is not null or assessment is not null))"
                        + " + (select count(*) from decision where reference = :reference and content is not null)"
                        + " + (select count(*) from note where reference = :reference and content is not null)"
                        + " + (select count(*) from seen where reference = :reference)"
                        + " + (select count(*) from search_term where reference = :reference)"
                        + " + (select count(*) from idempotency where reference = :reference)"
                        + " + (select count(*) from upload where reference = :reference)"
                        + " + (select count(*) from upload_content where reference = :reference)"
                        + " + (select count(*) from outbox where reference = :reference and kind <> 'ERASED')")
                .param("reference", reference.code())
                .query(Integer.class)
                .single();
    }
}
