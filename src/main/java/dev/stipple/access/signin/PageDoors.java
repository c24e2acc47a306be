package dev.stipple.access.signin;

import dev.stipple.access.address.PublicAddress;
import dev.stipple.access.refusals.Refusal;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.savedrequest.RequestCache;

/** What pages ask of whoever opens them, and how people sign in. */
@Configuration
class PageDoors {
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
        "/v3/api-docs.yaml",
        "/swagger-ui/**",
        "/swagger-ui.html"
    };
    private static final Refusal TWICE = new Refusal(
            HttpStatus.BAD_REQUEST, "Given twice", "A sign-in has one name and one password; leave one of each.");
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; base-uri 'none';"
            + " form-action 'self'; object-src 'none'; frame-ancestors 'none'";

    /**
     * Candidates, and programs that read calendars at secret addresses: no session. The secret in the address alone opens
     * anything, and a cookie only lets the start page offer it, so nothing could be forged, also inside other sites.
     */
    @Bean
    @Order(3)
    SecurityFilterChain candidates(HttpSecurity http) {
        guarded(http)
                .securityMatcher("/intake/**", "/embed.js", "/calendar/**")
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
        var wanted = new WantedPage();
        guarded(http)
                .requestCache(cache -> cache.requestCache(wanted))
                .securityContext(context -> context.securityContextRepository(new LiveSessions(users)))
                .formLogin(form ->
                        form.loginPage(SIGN_IN).successHandler(welcome(wanted)).failureHandler(refused()))
                .logout(Customizer.withDefaults())
                .webAuthn(passkeys -> passkeys.rpName("Stipple")
                        .rpId(own.host())
                        .allowedOrigins(own.origin())
                        .disableDefaultRegistrationPage(true))
                .addFilterBefore(new PasskeyFaults(), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(PageDoors::once, UsernamePasswordAuthenticationFilter.class)
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
                .successHandler(welcome(wanted))
                .userInfoEndpoint(user ->
                        user.userAuthoritiesMapper(tokenRoles.ofPeople()).oidcUserService(tokenRoles.people()))));
        return http.build();
    }

    /** Refuses a sign-in with two names or two passwords: one would be tried and the other passed over. */
    private static void once(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var sent = (HttpServletRequest) request;
        if (sent.getServletPath().equals(SIGN_IN)
                && sent.getParameterMap().values().stream().anyMatch(values -> values.length > 1)) {
            TWICE.write(sent, (HttpServletResponse) response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** To the page that was wanted, or else to the console. */
    private static AuthenticationSuccessHandler welcome(RequestCache wanted) {
        var welcome = new SavedRequestAwareAuthenticationSuccessHandler();
        welcome.setRequestCache(wanted);
        welcome.setDefaultTargetUrl("/console");
        welcome.setRedirectStrategy(new RelativeRedirects());
        return welcome;
    }

    /** Whoever has not signed in has a session for as long as it takes to fill in a form. */
    @Bean
    ServletListenerRegistrationBean<HttpSessionListener> strangers() {
        return new ServletListenerRegistrationBean<>(new HttpSessionListener() {
            @Override
            public void sessionCreated(HttpSessionEvent event) {
                event.getSession().setMaxInactiveInterval((int) LiveSessions.OF_STRANGERS.toSeconds());
            }
        });
    }

    /** Back to the form, save where nobody can tell who it is: that is not for them to mend. */
    private static AuthenticationFailureHandler refused() {
        var again = forgetting(SIGN_IN + "?error");
        var later = forgetting(SIGN_IN + "?wait");
        return (request, response, problem) -> {
            if (problem instanceof AuthenticationServiceException) {
                throw problem;
            }
            (problem instanceof TooManyAttempts ? later : again).onAuthenticationFailure(request, response, problem);
        };
    }

    private static AuthenticationFailureHandler forgetting(String page) {
        var handler = new SimpleUrlAuthenticationFailureHandler(page);
        handler.setAllowSessionCreation(false);
        return handler;
    }

    private static HttpSecurity guarded(HttpSecurity http) {
        return http.headers(headers -> headers.frameOptions(frames -> frames.disable())
                .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY)));
    }
}
