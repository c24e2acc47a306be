package dev.stipple.access.signin;

import dev.stipple.access.accounts.Accounts;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.SignInAttempts;
import dev.stipple.access.address.PublicAddress;
import dev.stipple.store.Database;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.keys.Keys;
import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.authorization.AuthorizationManagerFactories;
import org.springframework.security.authorization.AuthorizationManagerFactory;
import org.springframework.security.authorization.DefaultAuthorizationManagerFactory;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.authorization.EnableMultiFactorAuthentication;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;

/** Which requests need which role, and how people and programs say who they are. */
@Configuration
@EnableMultiFactorAuthentication(authorities = {})
class AccessConfiguration {
    private static final String SIGN_IN = "/login";
    private static final String[] PUBLIC_PAGES = {
        "/",
        SIGN_IN,
        NextStep.SHOW_PASSKEY,
        "/error",
        "/webjars/**",
        "/*.css",
        "/*.js",
        "/*.svg",
        "/favicon.ico",
        "/pictures/**",
        "/v3/api-docs/**",
        "/swagger-ui/**",
        "/swagger-ui.html"
    };
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; base-uri 'none';"
            + " form-action 'self'; object-src 'none'; frame-ancestors 'none'";

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

    /**
     * Open doors: nobody is asked who they are, so nothing is read of what a client says about itself. A form engine or an
     * electronic record sends along a token for its own server.
     */
    @Bean
    @Order(1)
    SecurityFilterChain everybody(HttpSecurity http) {
        http.securityMatchers(
                        doors -> doors.requestMatchers(HttpMethod.POST, "/api/assessments", "/api/counterfactuals")
                                .requestMatchers("/api/questionnaire/**", "/api/rules/**", "/api/rulebook")
                                .requestMatchers("/fhir/**", "/cds-services/**", "/surveyjs/**"))
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        return http.build();
    }

    /** Programs: no session, no cookie, so no forged request; refusals are problem details. */
    @Bean
    @Order(2)
    SecurityFilterChain programs(
            HttpSecurity http,
            ApiKeys keys,
            ObjectProvider<JwtDecoder> decoder,
            OAuth2ResourceServerProperties tokens,
            TokenRoles tokenRoles,
            SecondFactor secondFactor) {
        if (decoder.getIfAvailable() != null && tokens.getJwt().getAudiences().isEmpty()) {
            throw new IllegalStateException("Tokens would be taken that were meant for another service: set"
                    + " spring.security.oauth2.resourceserver.jwt.audiences to what the provider calls this one.");
        }
        var problems = new ProblemResponses(secondFactor);
        http.securityMatcher("/api/**", "/actuator/**")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .addFilterBefore(new ApiKeyFilter(keys, problems), BearerTokenAuthenticationFilter.class)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.PUT, "/api/account/password")
                        .authenticated()
                        .requestMatchers(HttpMethod.POST, "/api/screenings")
                        .hasRole("INTAKE")
                        .requestMatchers("/api/screenings/**")
                        .hasRole("CONSULTANT")
                        .requestMatchers("/api/impact/**", "/api/rulebook/certificate")
                        .hasRole("AUTHOR")
                        .anyRequest()
                        .hasRole("ADMIN"));
        decoder.ifAvailable(each -> http.oauth2ResourceServer(server -> server.authenticationEntryPoint(problems)
                .jwt(jwt -> jwt.jwtAuthenticationConverter(tokenRoles.ofTokens()))));
        return http.build();
    }

    /**
     * Candidates: no session and no cookie. The intake carries nothing that a browser sends by itself, and runs inside
     * other sites, so nothing could be forged.
     */
    @Bean
    @Order(3)
    SecurityFilterChain candidates(HttpSecurity http) {
        guarded(http)
                .securityMatcher("/intake/**", "/embed.js")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        return http.build();
    }

    /** People: a session once they sign in, and no request that another site could forge. */
    @Bean
    @Order(4)
    SecurityFilterChain people(
            HttpSecurity http,
            ObjectProvider<ClientRegistrationRepository> providers,
            TokenRoles tokenRoles,
            Users users,
            SecondFactor secondFactor,
            @Value("${stipple.address}") String address,
            @Value("${server.port:8080}") int port) {
        PublicAddress own = PublicAddress.of(address).orElse(new PublicAddress("http", "localhost", port));
        guarded(http)
                .securityContext(context -> context.securityContextRepository(new LiveSessions(users)))
                .formLogin(form ->
                        form.loginPage(SIGN_IN).successHandler(welcome()).failureHandler(refused()))
                .logout(Customizer.withDefaults())
                .webAuthn(passkeys -> passkeys.rpName("Stipple")
                        .rpId(own.host())
                        .allowedOrigins(own.origin())
                        .disableDefaultRegistrationPage(true))
                .addFilterBefore(new PasskeyFaults(), AuthorizationFilter.class)
                .exceptionHandling(handling -> handling.accessDeniedHandler(new NextStep(secondFactor)))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(PUBLIC_PAGES)
                        .permitAll()
                        .requestMatchers(NextStep.PASSWORD)
                        .authenticated()
                        .requestMatchers(NextStep.MAKE_PASSKEY, "/webauthn/register/**")
                        .access((person, request) -> secondFactor.mayMake(person.get()))
                        .requestMatchers("/console")
                        .hasAnyRole("CONSULTANT", "AUTHOR")
                        .requestMatchers("/console/admin/**")
                        .hasRole("ADMIN")
                        .requestMatchers("/console/impact/**")
                        .hasRole("AUTHOR")
                        .anyRequest()
                        .hasRole("CONSULTANT"));
        providers.ifAvailable(each -> http.oauth2Login(login -> login.loginPage(SIGN_IN)
                .successHandler(welcome())
                .userInfoEndpoint(user ->
                        user.userAuthoritiesMapper(tokenRoles.ofPeople()).oidcUserService(tokenRoles.people()))));
        return http.build();
    }

    /** To the page that was wanted, or else to the console. */
    private static AuthenticationSuccessHandler welcome() {
        var wanted = new SavedRequestAwareAuthenticationSuccessHandler();
        wanted.setDefaultTargetUrl("/console");
        wanted.setRedirectStrategy(new RelativeRedirects());
        return wanted;
    }

    /** Back to the form, save where nobody can tell who it is: that is not for them to mend. */
    private static AuthenticationFailureHandler refused() {
        var again = new SimpleUrlAuthenticationFailureHandler(SIGN_IN + "?error");
        var later = new SimpleUrlAuthenticationFailureHandler(SIGN_IN + "?wait");
        return (request, response, problem) -> {
            if (problem instanceof AuthenticationServiceException) {
                throw problem;
            }
            (problem instanceof TooManyAttempts ? later : again).onAuthenticationFailure(request, response, problem);
        };
    }

    private static HttpSecurity guarded(HttpSecurity http) {
        return http.headers(headers -> headers.frameOptions(frames -> frames.disable())
                .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY)));
    }

    /** Creates and prints the first account where nobody could sign in otherwise. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> firstAccount(
            Accounts accounts, ObjectProvider<ClientRegistrationRepository> providers) {
        return ready -> {
            if (providers.getIfAvailable() == null) {
                accounts.createFirst()
                        .ifPresent(password -> System.out.println("Sign in as admin with the password " + password
                                + " ; it works once, to choose another one."));
            }
        };
    }
}
