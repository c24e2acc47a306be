package dev.stipple.access.signin;

import dev.stipple.access.accounts.Role;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;

/**
 * Reads roles from the claims of an identity provider.
 *
 * @param claim the claim that lists them, by our words
 */
record TokenRoles(String claim) {
    /** For bearer tokens of the API. */
    JwtAuthenticationConverter ofTokens() {
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter((Jwt token) -> List.copyOf(in(token.getClaims())));
        return converter;
    }

    /** For people who sign in at their provider. */
    GrantedAuthoritiesMapper ofPeople() {
        return authorities -> authorities.stream().flatMap(this::roles).collect(Collectors.toSet());
    }

    private Stream<GrantedAuthority> roles(GrantedAuthority authority) {
        return authority instanceof OidcUserAuthority user
                ? in(user.getIdToken().getClaims()).stream()
                : Stream.empty();
    }

    private Set<GrantedAuthority> in(Map<String, Object> claims) {
        return claims.get(claim) instanceof Collection<?> words
                ? words.stream()
                        .flatMap(word -> Role.of(String.valueOf(word)).stream())
                        .map(role -> new SimpleGrantedAuthority(role.authority()))
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
