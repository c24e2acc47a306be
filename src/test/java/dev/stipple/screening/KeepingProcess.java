package dev.stipple.screening;

import com.zaxxer.hikari.HikariDataSource;
import dev.stipple.Shipped;
import dev.stipple.assessment.Assessor;
import dev.stipple.reasoning.Reasoner;
import dev.stipple.text.Language;
import java.time.InstantSource;
import java.util.concurrent.Executors;

/** Keeps screenings from four threads as fast as it can, and tells each one once it is kept. */
final class KeepingProcess {
    private static final int THREADS = 4;

    private KeepingProcess() {}

    /**
     * Begins.
     *
     * @param arguments address and user of the database, and how many to keep
     */
    public static void main(String[] arguments) throws Exception {
        var source = new HikariDataSource();
        source.setJdbcUrl(arguments[0]);
        source.setUsername(arguments[1]);
        var database = Database.open(source);
        var audit = new AuditLog(database, Desk.MASTER, InstantSource.system());
        var screenings = new Screenings(database, Desk.MASTER, audit, InstantSource.system());
        var rulebook = Shipped.rulebook();
        var assessor = new Assessor(rulebook, new Reasoner(rulebook).verdictsOnly());
        var submission = new Submission(Desk.answers("man-recent-transplant"), Language.EN, Desk.MARIE, "2026-01");
        var pool = Executors.newFixedThreadPool(THREADS);
        int writes = Integer.parseInt(arguments[2]);
        for (int each = 0; each < writes; each++) {
            pool.execute(() -> {
                var kept = screenings.keep(submission, assessor, "test", null);
                System.out.println("kept " + kept.reference().code());
            });
        }
        pool.shutdown();
        Thread.sleep(Long.MAX_VALUE);
    }
}
