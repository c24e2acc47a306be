package dev.stipple.access.accounts;

import java.util.List;

/**
 * Who looks after screenings.
 *
 * @param readers the names of those who can open what is kept of people now
 * @param gone the names of the other accounts: of those who cannot, or not any more
 */
public record Colleagues(List<String> readers, List<String> gone) {
    Colleagues(List<ListedAccount> accounts) {
        this(names(accounts, true), names(accounts, false));
    }

    private static List<String> names(List<ListedAccount> accounts, boolean reading) {
        return accounts.stream()
                .filter(each -> reads(each) == reading)
                .map(ListedAccount::name)
                .toList();
    }

    private static boolean reads(ListedAccount account) {
        return !account.disabled()
                && !account.altered()
                && account.role() != null
                && account.role().readsPeople();
    }

    /** Whether a screening can be given to somebody: one of the readers, or whoever asks, who may have no account. */
    public boolean takeUp(String name, String asker) {
        return name.equals(asker) || readers.contains(name);
    }
}
