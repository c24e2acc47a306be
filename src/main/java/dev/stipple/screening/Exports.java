package dev.stipple.screening;

import dev.stipple.screening.kept.ErasedScreening;
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
import dev.stipple.store.Unreadable;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.keys.Altered;
import dev.stipple.store.keys.Keys;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands out what is kept: all of one person, or all of a list; noted in the audit log. */
public final class Exports {
    private static final Logger LOG = LoggerFactory.getLogger(Exports.class);
    private static final int AT_ONCE = 100;

    private final Database database;
    private final AuditLog audit;
    private final ScreeningRows rows;
    private final Listing listing;

    public Exports(Database database, Keys keys, AuditLog audit) {
        this.database = database;
        this.audit = audit;
        this.rows = new ScreeningRows(database, keys, audit);
        this.listing = new Listing(database, keys);
    }

    /** Everything that is kept of a person. */
    public KeptPerson personFile(Reference reference, String actor) {
        return database.inTransaction(() -> {
            var screening = rows.open(rows.find(reference).orElseThrow(UnknownScreening::new));
            audit.add(actor, Action.EXPORTED, reference.code(), "everything kept of the person");
            return new KeptPerson(screening, audit.of(reference.code()));
        });
    }

    /**
     * Hands on every screening of a list that is not erased, whatever its size, one at a time.
     *
     * @param altered takes those that something else than the service changed in the database, of which nothing is opened
     */
    public void export(Search search, String actor, Consumer<Screening> receiver, Consumer<Reference> altered) {
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
            references.forEach(each -> opened(each, altered).ifPresent(receiver));
            after = page.next();
        } while (after != null);
    }

    private Optional<Screening> opened(Reference reference, Consumer<Reference> altered) {
        try {
            return rows.find(reference).map(rows::open);
        } catch (ErasedScreening meanwhile) {
            return Optional.empty();
        } catch (Altered | Unreadable e) {
            LOG.error("In an export: {}", e.getMessage());
            altered.accept(reference);
            return Optional.empty();
        }
    }
}
