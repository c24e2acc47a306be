package dev.stipple.access.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

/** What the claims of an identity provider allow. */
class TokenRolesTest {
    private final TokenRoles roles = new TokenRoles("groups");

    @Test
    void aTokenBringsTheRolesOfItsClaimAndNoOthers() {
        var token = Jwt.withTokenValue("t")
                .header("alg", "none")
                .subject("ana")
                .claim("groups", List.of("consultant", "king"))
                .claim("roles", List.of("admin"))
                .build();

        var authentication = roles.ofTokens().convert(token);

        assertEquals(
                Set.of("ROLE_CONSULTANT"),
                authentication.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .filter(authority -> authority.startsWith("ROLE_"))
                        .collect(Collectors.toSet()));
    }

    @Test
    void somebodyWithoutTheClaimMayDoNothing() {
        var token = new OidcIdToken("t", Instant.EPOCH, Instant.EPOCH.plusSeconds(1), Map.of("sub", "ana"));

        assertEquals(Set.of(), roles.ofPeople().mapAuthorities(List.of(new OidcUserAuthority(token))));
    }

    @Test
    void somebodyWithTheClaimHasItsRole() {
        var claims = Map.<String, Object>of("sub", "ana", "groups", List.of("author"));
        var token = new OidcIdToken("t", Instant.EPOCH, Instant.EPOCH.plusSeconds(1), claims);

        assertEquals(
                "[ROLE_AUTHOR]",
                roles.ofPeople()
                        .mapAuthorities(List.of(new OidcUserAuthority(token)))
                        .toString());
    }
}
