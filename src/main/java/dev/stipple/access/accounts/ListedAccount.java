package dev.stipple.access.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An account in the list of all.
 *
 * @param role null where the row was altered
 * @param mustChange whether the password has to be changed before anything else can be done
 * @param disabled whether nobody can sign in with it
 * @param passkey whether a passkey is asked for beside the password
 * @param altered whether something else than the service changed the row in the database, or its passkeys, which then do not
 *     work
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListedAccount(
        String name, @Nullable Role role, boolean mustChange, boolean disabled, boolean passkey, boolean altered) {}
