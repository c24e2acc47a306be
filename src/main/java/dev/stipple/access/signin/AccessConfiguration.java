package dev.stipple.access.signin;

import dev.stipple.access.accounts.Accounts;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.CalendarAddresses;
import dev.stipple.access.accounts.SignInAttempts;
import dev.stipple.store.Database;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.keys.Keys;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.authorization.AuthorizationManagerFactories;
import org.springframework.security.authorization.AuthorizationManagerFactory;
import org.springframework.security.authorization.DefaultAuthorizationManagerFactory;
import org.springframework.security.config.annotation.authorization.EnableMultiFactorAuthentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;

/** Which requests need which role, and how people and programs say who they are. */
@Configuration
@EnableMultiFactorAuthentication(authorities = {})
class AccessConfiguration {
    /** One that takes long passwords; each hash says how it was made, so that a later one can take its place. */
    @Bean
    PasswordEncoder passwordEncoder() {
        String pbkdf2 = "pbkdf2";
        return new DelegatingPasswordEncoder(
                pbkdf2, Map.of(pbkdf2, Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
    }

    @Bean
    Accounts accounts(Database database, AuditLog audit, PasswordEncoder encoder, InstantSource clock) {
        return new Accounts(database, audit, encoder, clock);
    }

    @Bean
    ApiKeys apiKeys(Database database, AuditLog audit, InstantSource clock) {
        return new ApiKeys(database, audit, clock);
    }

    @Bean
    CalendarAddresses calendarAddresses(Database database, AuditLog audit, Accounts accounts) {
        return new CalendarAddresses(database, audit, accounts);
    }

    @Bean
    SignInAttempts signInAttempts(Database database, AuditLog audit, Keys keys, InstantSource clock) {
        return new SignInAttempts(database, audit, keys, clock);
    }

    @Bean
    Users users(Accounts accounts) {
        return new Users(accounts);
    }

    @Bean
    SecondFactor secondFactor(@Value("${stipple.access.passkey-required}") boolean required, RoleHierarchy roles) {
        return new SecondFactor(required, roles);
    }

    /** What every rule below asks for besides: both factors, of whom they are needed. */
    @Bean
    AuthorizationManagerFactory<Object> factors(SecondFactor secondFactor, RoleHierarchy roles) {
        DefaultAuthorizationManagerFactory<Object> factory = AuthorizationManagerFactories.multiFactor()
                .requireFactors(FactorGrantedAuthority.PASSWORD_AUTHORITY, FactorGrantedAuthority.WEBAUTHN_AUTHORITY)
                .when(secondFactor::isNeeded)
                .build();
        factory.setRoleHierarchy(roles);
        return factory;
    }

    @Bean
    PublicKeyCredentialUserEntityRepository passkeyOwners(JdbcOperations jdbc) {
        return new JdbcPublicKeyCredentialUserEntityRepository(jdbc);
    }

    @Bean
    Passkeys passkeys(JdbcOperations jdbc, Accounts accounts) {
        return new Passkeys(new JdbcUserCredentialRepository(jdbc), accounts);
    }

    @Bean
    AuthenticationProvider passwordSignIn(Users users, PasswordEncoder encoder, SignInAttempts attempts) {
        var passwords = new DaoAuthenticationProvider(users);
        passwords.setPasswordEncoder(encoder);
        return new PasswordSignIn(attempts, passwords);
    }

    @Bean
    static RoleHierarchy roles() {
        return RoleHierarchyImpl.withDefaultRolePrefix()
                .role("ADMIN")
                .implies("CONSULTANT", "AUTHOR")
                .role("CONSULTANT")
                .implies("INTAKE")
                .build();
    }

    @Bean
    TokenRoles tokenRoles(@Value("${stipple.access.roles-claim}") String claim) {
        return new TokenRoles(claim);
    }

    /** A token that never ends is nobody's to take back. */
    @Bean
    OAuth2TokenValidator<Jwt> tokensEnd() {
        return new JwtClaimValidator<>(JwtClaimNames.EXP, Objects::nonNull);
    }

    @Bean
    FirstAccount firstAccount(
            Accounts accounts,
            ObjectProvider<ClientRegistrationRepository> providers,
            @Value("${" + FirstAccount.FILE + "}") String file) {
        return new FirstAccount(accounts, providers.getIfAvailable() != null, file);
    }
}
