package dev.stipple.access.signin;

import dev.stipple.access.accounts.Role;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Reads roles from the claims of an identity provider.
 *
 * @param claim the claim that lists them, by our words
 */
record TokenRoles(String claim) {
    private static final Pattern NAME = Pattern.compile("[\\x21-\\x7e]{1,80}");
    private static final String UNNAMED = "A subject has to have 1 to 80 visible characters of ASCII.";

    /** Somebody from elsewhere under the name that the audit log gives them. */
    private static final class Named extends DefaultOidcUser {
        private static final long serialVersionUID = 1L;

        private final String name;

        private Named(OidcUser person, String name) {
            super(person.getAuthorities(), person.getIdToken(), person.getUserInfo());
            this.name = name;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Named named && super.equals(named) && name.equals(named.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    /** For bearer tokens of the API, which act as {@code token:SUBJECT}, so that no provider can name somebody from here. */
    Converter<Jwt, JwtAuthenticationToken> ofTokens() {
        return token -> new JwtAuthenticationToken(
                token,
                List.copyOf(in(token.getClaims())),
                called("token", token.getSubject()).orElseThrow(() -> new InvalidBearerTokenException(UNNAMED)));
    }

    /** People of a provider, who act as {@code PROVIDER:NAME}. */
    OAuth2UserService<OidcUserRequest, OidcUser> people() {
        var provider = new OidcUserService();
        return request -> {
            OidcUser person = provider.loadUser(request);
            String name = called(request.getClientRegistration().getRegistrationId(), person.getName())
                    .orElseThrow(() -> new OAuth2AuthenticationException(new OAuth2Error("invalid_name"), UNNAMED));
            return new Named(person, name);
        };
    }

    /** What the audit log calls somebody from elsewhere; empty where it could not be written there. */
    static Optional<String> called(String provider, @Nullable String name) {
        return Optional.ofNullable(name)
                .filter(each -> NAME.matcher(each).matches())
                .map(each -> provider + ":" + each);
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
