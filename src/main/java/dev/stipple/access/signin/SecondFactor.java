package dev.stipple.access.signin;

import dev.stipple.access.accounts.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/**
 * Who has to show a passkey beside the password: whoever has one, and, where it is required, everybody who may read people.
 * Keys of programs and people of an identity provider are none of it: a key cannot be guessed, and a provider asks itself.
 *
 * @param required whether who may read people has to have a passkey
 */
record SecondFactor(boolean required, RoleHierarchy roles) {
    /** Whether a request of theirs is refused until both factors were shown. */
    boolean isNeeded(@Nullable Authentication person) {
        return person != null
                && Users.isAccount(person)
                && (Users.hasPasskey(person) || (required && readsPeople(person)));
    }

    /** Whether both factors are asked for, there is a passkey, and it was not shown yet. */
    boolean isMissing(@Nullable Authentication person) {
        return person != null && isNeeded(person) && Users.hasPasskey(person) && !hasShown(person);
    }

    /** Whether a passkey was shown without the password, which is asked for too. */
    boolean isPasswordMissing(@Nullable Authentication person) {
        return person != null && isNeeded(person) && !has(person, FactorGrantedAuthority.PASSWORD_AUTHORITY);
    }

    /** Whether a passkey has to be made first. */
    boolean isToBeMade(@Nullable Authentication person) {
        return person != null && isNeeded(person) && !Users.hasPasskey(person);
    }

    /** Somebody with an account makes the first passkey with the password alone, and each further one with both. */
    AuthorizationDecision mayMake(@Nullable Authentication person) {
        return new AuthorizationDecision(person != null
                && Users.isAccount(person)
                && !Users.mustChangePassword(person)
                && (!Users.hasPasskey(person) || hasShown(person))
                && !isPasswordMissing(person));
    }

    private boolean readsPeople(Authentication person) {
        return roles.getReachableGrantedAuthorities(person.getAuthorities()).stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(Role.CONSULTANT.authority()::equals);
    }

    private static boolean hasShown(Authentication person) {
        return has(person, FactorGrantedAuthority.WEBAUTHN_AUTHORITY);
    }

    private static boolean has(Authentication person, String factor) {
        return person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(factor::equals);
    }
}
