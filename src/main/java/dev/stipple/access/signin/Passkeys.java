package dev.stipple.access.signin;

import dev.stipple.access.accounts.Accounts;
import dev.stipple.access.accounts.InvalidAccount;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.text.PlainText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/** Passkeys as they are kept. Which ones an account has is sealed with it, so that one put into the database opens nothing. */
record Passkeys(UserCredentialRepository kept, Accounts accounts) implements UserCredentialRepository {
    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);
    private static final int LONGEST_LABEL = 60;

    @Override
    public void save(CredentialRecord passkey) {
        if (kept.findByCredentialId(passkey.getCredentialId()) == null) {
            String label = passkey.getLabel();
            if (label == null || label.isBlank() || label.length() > LONGEST_LABEL || !PlainText.is(label)) {
                throw new InvalidAccount(
                        "A passkey is called by 1 to 60 characters, none of them one that controls or turns the writing.");
            }
            change(Action.PASSKEY_ADDED, () -> kept.save(passkey));
        } else {
            kept.save(passkey);
        }
    }

    @Override
    public void delete(Bytes id) {
        change(Action.PASSKEYS_REMOVED, () -> kept.delete(id));
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        CredentialRecord passkey = kept.findByCredentialId(id);
        if (passkey == null
                || accounts.hasItsPasskeys(passkey.getUserEntityUserId().toBase64UrlString())) {
            return passkey;
        }
        LOG.error(
                "passkeys of an account were altered in the database; they are not taken until an administrator removes"
                        + " them; audit verify names the account");
        return null;
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes owner) {
        return kept.findByUserId(owner);
    }

    private void change(Action action, Runnable change) {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (person == null) {
            throw new IllegalStateException("nobody changes passkeys");
        }
        accounts.changeOwnPasskeys(person.getName(), Users.epoch(person), action, change);
    }
}
