package dev.stipple.web.console.detail;

import dev.stipple.access.accounts.Accounts;
import dev.stipple.mail.Mailing;
import dev.stipple.reasoning.change.TimedCounterfactuals;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.web.console.Opened;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts everything about an opened screening onto its page. */
@Component
class Details {
    private final AuditLog audit;
    private final Accounts accounts;
    private final TimedCounterfactuals whatWouldChange;
    private final Optional<Mailing> mailing;
    private final MessageSource words;

    Details(
            AuditLog audit,
            Accounts accounts,
            TimedCounterfactuals whatWouldChange,
            Optional<Mailing> mailing,
            MessageSource words) {
        this.audit = audit;
        this.accounts = accounts;
        this.whatWouldChange = whatWouldChange;
        this.mailing = mailing;
        this.words = words;
    }

    DetailPage of(Opened opened, String reader) {
        return DetailPage.of(
                opened,
                whatWouldChange.of(
                        opened.assessment().rulebook(), opened.assessment().answers(), opened.language()),
                Timeline.of(opened, audit.of(opened.screening().reference().code())),
                DetailPage.Care.of(opened.screening().assignee(), reader, accounts.colleagues()),
                mailing.map(each -> notice(each, opened)).orElse(null));
    }

    private Notice notice(Mailing each, Opened opened) {
        String link = words.getMessage("mail.link", null, opened.language().locale());
        return Notice.of(each, opened.screening(), link);
    }
}
