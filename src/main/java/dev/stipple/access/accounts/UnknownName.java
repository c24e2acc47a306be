package dev.stipple.access.accounts;

/** No account, or no key, has this name. */
public final class UnknownName extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private UnknownName(String message) {
        super(message);
    }

    static UnknownName ofAccount() {
        return new UnknownName("There is no account of this name; GET /api/v1/accounts lists all.");
    }

    static UnknownName ofPasskeys() {
        return new UnknownName("This account has no passkeys; GET /api/v1/accounts tells which have.");
    }

    static UnknownName ofKey() {
        return new UnknownName("There is no key of this name; GET /api/v1/keys lists all.");
    }
}
