package dev.stipple.access.signin;

import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.open.OpenDoors;
import dev.stipple.text.UnusableSetting;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;

/** What the API, forms and records ask of whoever calls them. */
@Configuration
class ProgramDoors {
    /**
     * Open doors: nobody is asked who they are, so nothing is read of what a client says about itself. A form engine or an
     * electronic record sends along a token for its own server.
     */
    @Bean
    @Order(1)
    SecurityFilterChain everybody(HttpSecurity http) {
        http.securityMatchers(doors -> doors.requestMatchers(HttpMethod.POST, OpenDoors.POSTED.toArray(String[]::new))
                        .requestMatchers(OpenDoors.ALL.toArray(String[]::new)))
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
            throw new UnusableSetting("Tokens would be taken that were meant for another service: set"
                    + " spring.security.oauth2.resourceserver.jwt.audiences to what the provider calls this one.");
        }
        var problems = new ProblemResponses(secondFactor);
        http.securityMatcher("/api/**", "/actuator/**")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .addFilterBefore(new OtherSitesPages(), BasicAuthenticationFilter.class)
                .addFilterBefore(new ApiKeyFilter(keys, problems), BearerTokenAuthenticationFilter.class)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.PUT, "/api/v1/account/password")
                        .authenticated()
                        .requestMatchers(HttpMethod.POST, "/api/v1/screenings")
                        .hasRole("INTAKE")
                        .requestMatchers("/api/v1/screenings/**")
                        .hasRole("CONSULTANT")
                        .requestMatchers("/api/v1/impact/**", "/api/v1/rulebook/certificate")
                        .hasRole("AUTHOR")
                        .anyRequest()
                        .hasRole("ADMIN"));
        decoder.ifAvailable(each -> http.oauth2ResourceServer(server -> server.authenticationEntryPoint(problems)
                .jwt(jwt -> jwt.jwtAuthenticationConverter(tokenRoles.ofTokens()))));
        return http.build();
    }
}
