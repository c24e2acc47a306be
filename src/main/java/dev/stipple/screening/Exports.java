package dev.stipple.screening;

import dev.stipple.screening.kept.ListedScreening;
import dev.stipple.screening.kept.Page;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Screening;
import dev.stipple.screening.kept.Search;
import dev.stipple.screening.kept.Status;
import dev.stipple.screening.kept.UnknownScreening;
import dev.stipple.screening.rows.Listing;
import dev.stipple.screening.rows.ScreeningRows;
import dev.stipple.store.Database;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.keys.Keys;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Hands out what is kept: all of one person, or all of a list; noted in the audit log. */
public final class Exports {
    private static final int AT_ONCE = 100;

    private final Database database;
    private final AuditLog audit;
    private final ScreeningRows rows;
    private final Listing listing;

    public Exports(Database database, Keys keys, AuditLog audit) {
        this.database = database;
        this.audit = audit;
        this.rows = new ScreeningRows(database, keys);
        this.listing = new Listing(database, keys, rows);
    }

    /** Everything that is kept of a person. */
    public KeptPerson personFile(Reference reference, String actor) {
        return database.inTransaction(() -> {
            var screening = rows.open(rows.find(reference).orElseThrow(UnknownScreening::new));
            audit.add(actor, Action.EXPORTED, reference.code(), "everything kept of the person");
            return new KeptPerson(screening, audit.of(reference.code()));
        });
    }

    /** Hands on every screening of a list that is not erased, whatever its size, one at a time. */
    public void export(Search search, String actor, Consumer<Screening> receiver) {
        String after = null;
        do {
            Page page = listing.page(search.ofSize(AT_ONCE).after(after));
            List<Reference> references = page.screenings().stream()
                    .filter(each -> each.status() != Status.ERASED)
                    .map(ListedScreening::reference)
                    .toList();
            if (!references.isEmpty()) {
                audit.add(
                        actor,
                        Action.EXPORTED,
                        "",
                        references.stream().map(Reference::code).collect(Collectors.joining(" ")));
            }
            references.stream()
                    .flatMap(each -> rows.find(each).stream())
                    .map(rows::open)
                    .forEach(receiver);
            after = page.next();
        } while (after != null);
    }
}
