package dev.stipple.soak;

import dev.stipple.web.Candidate;
import dev.stipple.web.console.Consultant;
import java.time.Instant;
import java.util.function.IntSupplier;

/** People in front of pages. */
final class Pages {
    private static final int QUESTIONS = 8;

    private final int port;
    private final Tally tally;
    private final String account;
    private final String password;

    Pages(int port, Tally tally, String account, String password) {
        this.port = port;
        this.tally = tally;
        this.account = account;
        this.password = password;
    }

    /** Somebody begins the intake, is not sure of a few questions and leaves. */
    void intake() {
        var candidate = new Candidate(port);
        if (turned("intake", candidate.open("/intake?language=en")::status)
                && turned("intake", candidate.press("Start")::status)) {
            for (int i = 0; i < QUESTIONS && turned("intake", candidate.unsure()::status); i++) {
                tally.count("question");
            }
        }
    }

    /** A consultant signs in, looks at who waits, and opens the first. */
    void console() {
        var consultant = new Consultant(port);
        if (turned("console", () -> consultant.signIn(account, password).status())
                && turned(
                        "console", () -> consultant.open("/console/screenings").status())) {
            String first = consultant.document().select("table a[href*=/console/screenings/]").eachAttr("href").stream()
                    .findFirst()
                    .orElse("/console/insight");
            turned("console", () -> consultant.open(first).status());
        }
    }

    private boolean turned(String what, IntSupplier page) {
        Instant begun = Instant.now();
        return tally.answered(what, page.getAsInt(), begun);
    }
}
