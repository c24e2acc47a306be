package dev.stipple.access.signin;

import dev.stipple.access.accounts.Accounts;
import dev.stipple.access.accounts.Role;
import java.util.Locale;

/** What ends every session of an admin. */
enum End {
    CLOSED,
    DEMOTED,
    RESET,
    CHANGED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    void of(Accounts accounts, String name) {
        switch (this) {
            case CLOSED -> accounts.change(name, Role.ADMIN, true, "test");
            case DEMOTED -> accounts.change(name, Role.AUTHOR, false, "test");
            case RESET -> accounts.resetPassword(name, "test");
            case CHANGED -> accounts.changePassword(name, SignedIn.PASSWORD, "another-long-one");
        }
    }
}
