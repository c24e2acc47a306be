package dev.stipple.screening;

import dev.stipple.screening.kept.Reference;
import dev.stipple.store.AuditEntry.Action;
import dev.stipple.store.AuditLog;
import dev.stipple.store.Database;
import java.util.Optional;

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
                .map(entry -> new Erasure(entry, left(reference)));
    }

    private int left(Reference reference) {
        return database.sql()
                .sql("select (select count(*) from screening where reference = :reference and (wrapped_key is not null"
                        + " or contact is not null or leading_finding is not null))"
                        + " + (select count(*) from revision where reference = :reference and (answers is not null"
                        + " or assessment is not null))"
                        + " + (select count(*) from decision where reference = :reference and note is not null)"
                        + " + (select count(*) from search_term where reference = :reference)"
                        + " + (select count(*) from idempotency where reference = :reference)")
                .param("reference", reference.code())
                .query(Integer.class)
                .single();
    }
}
