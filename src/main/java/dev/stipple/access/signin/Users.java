package dev.stipple.access.signin;

import dev.stipple.access.accounts.Account;
import dev.stipple.access.accounts.Accounts;
import dev.stipple.access.accounts.Credentials;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/**
 * Accounts as Spring Security sees them. Who has to change the password first may do nothing else. The epoch of an account is
 * among its authorities, and so is that it has a passkey, so that what was signed in before a change has other authorities
 * than the account has now.
 */
final class Users implements UserDetailsService {
    private static final String CHANGE_PASSWORD = "CHANGE_PASSWORD";
    private static final String EPOCH = "EPOCH_";
    private static final GrantedAuthority PASSKEY = new SimpleGrantedAuthority("PASSKEY");

    private final Accounts accounts;

    Users(Accounts accounts) {
        this.accounts = accounts;
    }

    static boolean mustChangePassword(@Nullable Authentication authentication) {
        return authentication != null
                && authentication.getAuthorities().contains(new SimpleGrantedAuthority(CHANGE_PASSWORD));
    }

    /** Whether this is somebody with an account here, and no program or person of an identity provider. */
    static boolean isAccount(Authentication authentication) {
        return authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(authority -> authority != null && authority.startsWith(EPOCH));
    }

    /** Of the account when it signed in. */
    static int epoch(Authentication authentication) {
        return authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith(EPOCH))
                .map(authority -> Integer.parseInt(authority.substring(EPOCH.length())))
                .findFirst()
                .orElseThrow();
    }

    /** Whether there was a passkey of this account when it signed in. */
    static boolean hasPasskey(Authentication authentication) {
        return authentication.getAuthorities().contains(PASSKEY);
    }

    /** Whether who signed in to an account may still do all that they could then, as nothing of it has changed. */
    boolean isCurrent(Authentication signedIn) {
        try {
            UserDetails now = loadUserByUsername(signedIn.getName());
            return now.isEnabled() && signedIn.getAuthorities().containsAll(now.getAuthorities());
        } catch (UsernameNotFoundException gone) {
            return false;
        }
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        Credentials credentials = accounts.credentials(name)
                .orElseThrow(() -> new UsernameNotFoundException("there is no account of this name"));
        Account account = credentials.account();
        String may = account.mustChange() ? CHANGE_PASSWORD : account.role().authority();
        var authorities = new ArrayList<GrantedAuthority>();
        authorities.add(new SimpleGrantedAuthority(may));
        authorities.add(new SimpleGrantedAuthority(EPOCH + credentials.epoch()));
        if (credentials.passkey()) {
            authorities.add(PASSKEY);
        }
        return User.withUsername(account.name())
                .password(credentials.hash())
                .authorities(authorities)
                .disabled(account.disabled())
                .build();
    }
}
