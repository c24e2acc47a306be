package dev.stipple.access.signin;

import dev.stipple.access.accounts.Account;
import dev.stipple.access.accounts.Accounts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Accounts as Spring Security sees them. Who has to change the password first may do nothing else. */
final class Users implements UserDetailsService {
    static final String CHANGE_PASSWORD = "CHANGE_PASSWORD";

    private final Accounts accounts;
    private final InstantSource clock;

    Users(Accounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    static boolean mustChangePassword(@Nullable Authentication authentication) {
        return authentication != null
                && authentication.getAuthorities().contains(new SimpleGrantedAuthority(CHANGE_PASSWORD));
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        Account account = accounts.find(name)
                .orElseThrow(() -> new UsernameNotFoundException("there is no account of this name"));
        Instant now = clock.instant();
        Instant locked = account.lockedUntil();
        String authority =
                account.mustChange() ? CHANGE_PASSWORD : account.role().authority();
        return User.withUsername(account.name())
                .password(accounts.hash(name))
                .authorities(List.of(new SimpleGrantedAuthority(authority)))
                .disabled(account.disabled())
                .accountLocked(
                        locked != null && locked.isAfter(now) && !locked.isAfter(now.plus(Accounts.LONGEST_WAIT)))
                .build();
    }
}
