package dev.stipple.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.RunningService;
import dev.stipple.Shipped;
import dev.stipple.access.accounts.Accounts;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.Role;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.server.PathContainer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every endpoint of the API description and every page, asked for by everybody, under every spelling of its path: nobody
 * reaches by a spelling, or with a role or an account that has ended, what is not theirs.
 */
@Tag("whole")
final class EveryDoorTest {
    private static final int REACHED = 299;

    /** Who may go where; the first line that fits a door decides. */
    private static final List<Door> DOORS = List.of(
            new Door("* /", Set.of()),
            new Door("* /login", Set.of()),
            new Door("* /error", Set.of()),
            new Door("* /intake/**", Set.of()),
            new Door("* /pictures/*", Set.of()),
            new Door("* /v3/api-docs/**", Set.of()),
            new Door("* /v3/api-docs.yaml", Set.of()),
            new Door("* /swagger-ui/**", Set.of()),
            new Door("* /swagger-ui.html", Set.of()),
            new Door("POST /api/assessments", Set.of()),
            new Door("POST /api/counterfactuals", Set.of()),
            new Door("* /api/questionnaire/**", Set.of()),
            new Door("* /api/rules/**", Set.of()),
            new Door("GET /api/rulebook", Set.of()),
            new Door("* /fhir/**", Set.of()),
            new Door("* /cds-services/**", Set.of()),
            new Door("* /surveyjs/**", Set.of()),
            new Door("PUT /api/account/password", Set.of(Role.values())),
            new Door("* /account/password", Set.of(Role.values())),
            new Door("* /account/passkey", Set.of(Role.values())),
            new Door("* /login/passkey", Set.of()),
            new Door("POST /api/screenings", Set.of(Role.INTAKE, Role.CONSULTANT, Role.ADMIN)),
            new Door("* /api/screenings/**", Set.of(Role.CONSULTANT, Role.ADMIN)),
            new Door("* /api/impact/**", Set.of(Role.AUTHOR, Role.ADMIN)),
            new Door("* /api/rulebook/certificate", Set.of(Role.AUTHOR, Role.ADMIN)),
            new Door("* /api/**", Set.of(Role.ADMIN)),
            new Door("* /actuator/**", Set.of(Role.ADMIN)),
            new Door("* /console", Set.of(Role.CONSULTANT, Role.AUTHOR, Role.ADMIN)),
            new Door("* /console/admin/**", Set.of(Role.ADMIN)),
            new Door("* /console/impact/**", Set.of(Role.AUTHOR, Role.ADMIN)),
            new Door("* /console/**", Set.of(Role.CONSULTANT, Role.ADMIN)));

    /** The path as it is, and what a server may take for it. */
    private static final List<UnaryOperator<String>> SPELLINGS = List.of(
            path -> path,
            path -> path + ".json",
            path -> path + "%00",
            path -> path + "/",
            path -> path + "/.",
            path -> path + ";x",
            path -> encoded(path, path.lastIndexOf('/') + 1),
            path -> path.replaceFirst("(?<=.)/", "%2f"),
            path -> path.replaceFirst("(?<=.)/", ";x=1/"),
            path -> path.replaceFirst("(?<=.)/", "//"),
            path -> path.toUpperCase(Locale.ROOT),
            path -> "/" + path,
            path -> "/." + path,
            path -> "/login/.." + path,
            path -> "/api/questionnaire/.." + path,
            path -> encoded(path, 1).replaceFirst("%", "%25"),
            path -> encoded(path, 1));

    private static RunningService service;
    private static List<Identity> everybody;

    /** @param line method, or * for any, and pattern */
    private record Door(String line, Set<Role> roles) {
        boolean fits(String method, String path) {
            String[] parts = line.split(" ", -1);
            return (parts[0].equals("*") || parts[0].equals(method))
                    && PathPatternParser.defaultInstance.parse(parts[1]).matches(PathContainer.parsePath(path));
        }

        boolean isOpen() {
            return roles.isEmpty();
        }
    }

    /** @param may the roles of who asks; none where nobody, or nobody any more, is asking */
    private record Identity(String name, Set<Role> may, String header, String value) {
        boolean may(Door door) {
            return may.stream().anyMatch(door.roles()::contains);
        }
    }

    private record Endpoint(String method, String path) {}

    /** Says which method was reached, and does not run it. */
    @Configuration
    static class Reached implements WebMvcConfigurer, HandlerInterceptor {
        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
        }

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (handler instanceof HandlerMethod method
                    && isOurs(method)
                    && request.getDispatcherType() == DispatcherType.REQUEST
                    && request.getHeader("X-Walk") != null) {
                response.setStatus(REACHED);
                response.setHeader("X-Reached", method.getShortLogMessage());
                return false;
            }
            return true;
        }

        @Bean
        String walked() {
            return "walked";
        }
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("dev.stipple");
    }

    @BeforeAll
    static void start() {
        service = RunningService.with(Reached.class, Shipped.FOLDER);
        var keys = service.bean(ApiKeys.class);
        var identities = new ArrayList<Identity>();
        identities.add(new Identity("nobody", Set.of(), "X-None", "none"));
        for (Role role : Role.values()) {
            identities.add(new Identity(
                    role + " key", Set.of(role), ApiKeys.HEADER, keys.create("walk-" + role.word(), role, "test")));
            identities.add(
                    new Identity(role + " session", Set.of(role), "Cookie", cookie(role, "walk-" + role.word())));
        }
        String revoked = keys.create("walk-revoked", Role.ADMIN, "test");
        keys.revoke("walk-revoked", "test");
        identities.add(new Identity("revoked key", Set.of(), ApiKeys.HEADER, revoked));
        identities.add(ended("closed", account -> account.change("walk-closed", Role.ADMIN, true, "test")));
        identities.add(ended("reset", account -> account.resetPassword("walk-reset", "test")));
        identities.add(ended(
                "changed", account -> account.changePassword("walk-changed", Account.PASSWORD, "another-long-one")));
        identities.add(ended("demoted", account -> account.change("walk-demoted", Role.AUTHOR, false, "test")));
        everybody = identities;
    }

    @AfterAll
    static void end() {
        service.close();
    }

    private static String cookie(Role role, String name) {
        new Account(service, name, role);
        return Account.signIn(service, name);
    }

    /** Somebody who signed in before this was done with their account. */
    private static Identity ended(String how, Consumer<Accounts> end) {
        String cookie = cookie(Role.ADMIN, "walk-" + how);
        end.accept(service.bean(Accounts.class));
        return new Identity(how + " session", Set.of(), "Cookie", cookie);
    }

    @Test
    void everyEndpointOfTheDescriptionIsWalkedAndEveryDoorIsDecidedOn() {
        var document = JsonMapper.shared().readTree(service.get("/v3/api-docs").body());
        var walked = new TreeSet<String>();
        endpoints().forEach(each -> walked.add(each.method() + " " + each.path()));

        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> assertThat(walked)
                                .contains(method.toUpperCase(Locale.ROOT) + " " + filled(path.getKey()))));
        assertThat(endpoints()).allSatisfy(each -> assertThat(door(each)).isNotNull());
    }

    /** Path by path as it is comes last, since the first page that notices the end of an account ends its session. */
    @Test
    void everybodyReachesWhatIsTheirsAndNothingElseUnderAnySpelling() {
        var wrong = new ArrayList<String>();
        int asked = 0;
        for (Identity identity : everybody) {
            for (int spelling = SPELLINGS.size(); spelling-- > 0; ) {
                for (Endpoint endpoint : endpoints()) {
                    String path = SPELLINGS.get(spelling).apply(endpoint.path());
                    HttpResponse<String> answer = ask(identity, endpoint, path);
                    fault(identity, endpoint, path, answer)
                            .ifPresent(fault -> wrong.add("%s %s %s %s: %d"
                                    .formatted(identity.name(), fault, endpoint.method(), path, answer.statusCode())));
                    asked++;
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(10_000);
    }

    private static Optional<String> fault(
            Identity identity, Endpoint endpoint, String path, HttpResponse<String> answer) {
        Door door = door(endpoint);
        boolean program = identity.header().equals(ApiKeys.HEADER);
        boolean may = door.isOpen() || (identity.may(door) && program == isForPrograms(endpoint.path()));
        boolean reached = answer.statusCode() / 100 == 2;
        if (answer.statusCode() >= 500) {
            return Optional.of("broke");
        }
        if (reached && !may) {
            return Optional.of("reached");
        }
        return may && !reached && path.equals(endpoint.path()) && !isForm(endpoint)
                ? Optional.of("was kept from")
                : Optional.empty();
    }

    /** Forms of people carry a token against forged ones, which the walk does not have. */
    private static boolean isForm(Endpoint endpoint) {
        return !endpoint.method().equals("GET")
                && !isForPrograms(endpoint.path())
                && !endpoint.path().startsWith("/intake");
    }

    private static boolean isForPrograms(String path) {
        return Stream.of("/api/", "/actuator", "/fhir/", "/cds-services", "/surveyjs/")
                .anyMatch(path::startsWith);
    }

    private static HttpResponse<String> ask(Identity identity, Endpoint endpoint, String path) {
        String method = endpoint.method();
        int port = endpoint.path().startsWith("/actuator") ? service.managementPort() : service.port();
        return service.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header(identity.header(), identity.value())
                .header("X-Walk", "yes")
                .header("Content-Type", path.endsWith("/import") ? "application/x-ndjson" : "application/json")
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"))
                .build());
    }

    private static List<Endpoint> endpoints() {
        var endpoints = new ArrayList<Endpoint>();
        service.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    if (isOurs(method)) {
                        patterns(mapping)
                                .forEach(pattern -> methods(mapping)
                                        .forEach(each -> endpoints.add(new Endpoint(each, filled(pattern)))));
                    }
                });
        Stream.of("", "/info", "/metrics", "/prometheus", "/sbom")
                .forEach(each -> endpoints.add(new Endpoint("GET", "/actuator" + each)));
        return endpoints;
    }

    private static Set<String> patterns(RequestMappingInfo mapping) {
        return mapping.getPatternValues();
    }

    private static List<String> methods(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods();
        return methods.isEmpty()
                ? List.of("GET")
                : methods.stream().map(Enum::name).toList();
    }

    private static String filled(String pattern) {
        return pattern.replaceAll("\\{[^}]*}", "abc123").replace("/**", "/abc123");
    }

    private static Door door(Endpoint endpoint) {
        return DOORS.stream()
                .filter(each -> each.fits(endpoint.method(), endpoint.path()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody decided who may " + endpoint));
    }

    private static String encoded(String path, int letter) {
        return letter < path.length()
                ? path.substring(0, letter) + "%" + Integer.toHexString(path.charAt(letter))
                        + path.substring(letter + 1)
                : path;
    }

    /** Somebody with a password. */
    private record Account(RunningService service, String name, Role role) {
        private static final String PASSWORD = "a-long-enough-password";

        Account {
            var accounts = service.bean(Accounts.class);
            accounts.changePassword(name, accounts.create(name, role, "test"), PASSWORD);
        }

        /** The cookie of a session. */
        static String signIn(RunningService service, String name) {
            var page = service.send(service.request("/login").build());
            String cookie = cookieOf(page);
            String token = page.body().replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
            var signedIn = service.send(service.request("/login")
                    .header("Cookie", cookie)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "username=" + name + "&password=" + PASSWORD + "&_csrf=" + token))
                    .build());
            return cookieOf(signedIn);
        }

        private static String cookieOf(HttpResponse<String> response) {
            return response.headers().allValues("set-cookie").stream()
                    .filter(each -> each.startsWith("JSESSIONID="))
                    .findFirst()
                    .orElseThrow()
                    .replaceAll(";.*", "");
        }
    }
}
