package dev.stipple.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import dev.stipple.RunningService;
import dev.stipple.Shipped;
import dev.stipple.access.accounts.Accounts;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.Role;
import dev.stipple.store.Database;
import dev.stipple.store.audit.AuditEntry.Action;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every endpoint of the API description and every page, asked for by everybody, under every spelling of its path: nobody
 * reaches by a spelling, or with a role or an account that has ended, what is not theirs.
 */
@Tag("whole")
final class EveryDoorTest {
    /** Who may go where; the first line that fits a door decides. */
    private static final List<Door> DOORS = List.of(
            new Door("* /", Set.of()),
            new Door("* /login", Set.of()),
            new Door("* /error", Set.of()),
            new Door("* /intake/**", Set.of()),
            new Door("* /calendar/**", Set.of()),
            new Door("* /pictures/*", Set.of()),
            new Door("* /v3/api-docs/**", Set.of()),
            new Door("* /v3/api-docs.yaml", Set.of()),
            new Door("* /swagger-ui/**", Set.of()),
            new Door("* /swagger-ui.html", Set.of()),
            new Door("POST /api/v1/assessments", Set.of()),
            new Door("POST /api/v1/counterfactuals", Set.of()),
            new Door("* /api/v1/questionnaire/**", Set.of()),
            new Door("* /api/v1/rules/**", Set.of()),
            new Door("GET /api/v1/rulebook", Set.of()),
            new Door("* /fhir/**", Set.of()),
            new Door("* /cds-services/**", Set.of()),
            new Door("* /surveyjs/**", Set.of()),
            new Door("PUT /api/v1/account/password", Set.of(Role.values())),
            new Door("* /account/password", Set.of(Role.values())),
            new Door("* /account/passkey", Set.of(Role.values())),
            new Door("* /login/passkey", Set.of()),
            new Door("POST /api/v1/screenings", Set.of(Role.INTAKE, Role.CONSULTANT, Role.ADMIN)),
            new Door("* /api/v1/screenings/**", Set.of(Role.CONSULTANT, Role.ADMIN)),
            new Door("* /api/v1/impact/**", Set.of(Role.AUTHOR, Role.ADMIN)),
            new Door("* /api/v1/rulebook/certificate", Set.of(Role.AUTHOR, Role.ADMIN)),
            new Door("* /api/**", Set.of(Role.ADMIN)),
            new Door("* /actuator/**", Set.of(Role.ADMIN)),
            new Door("* /console", Set.of(Role.CONSULTANT, Role.AUTHOR, Role.ADMIN)),
            new Door("* /console/admin/**", Set.of(Role.ADMIN)),
            new Door("* /console/impact/**", Set.of(Role.AUTHOR, Role.ADMIN)),
            new Door("* /console/**", Set.of(Role.CONSULTANT, Role.ADMIN)));

    /** The path as it is, and the least that every kind of identity is tried with. */
    private static final List<UnaryOperator<String>> FEW = List.of(
            path -> path, path -> path + ";x", path -> "/" + path, path -> "/." + path, path -> encoded(path, 1));

    /** What else a server may take for the path. */
    private static final List<UnaryOperator<String>> MORE = List.of(
            path -> path + ".json",
            path -> path + "%00",
            path -> path + "/",
            path -> path + "/.",
            path -> encoded(path, path.lastIndexOf('/') + 1),
            path -> path.replaceFirst("(?<=.)/", "%2f"),
            path -> path.replaceFirst("(?<=.)/", ";x=1/"),
            path -> path.replaceFirst("(?<=.)/", "//"),
            path -> path.toUpperCase(Locale.ROOT),
            path -> "/login/.." + path,
            path -> "/api/v1/questionnaire/.." + path,
            path -> encoded(path, 1).replaceFirst("%", "%25"));

    private static final List<UnaryOperator<String>> ALL =
            Stream.of(FEW, MORE).flatMap(List::stream).toList();

    @TempDir
    private static Path folder;

    private static RunningService service;
    private static final List<Identity> everybody = new ArrayList<>();

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

    /**
     * @param may the roles of who asks; none where nobody, or nobody any more, is asking
     * @param mustChange whether they have to choose a password first, and may do nothing else
     */
    private record Identity(
            String name,
            Set<Role> may,
            boolean mustChange,
            Map<String, String> headers,
            List<UnaryOperator<String>> spellings) {
        boolean may(Door door) {
            return mustChange
                    ? door.line().endsWith("/account/password")
                    : may.stream().anyMatch(door.roles()::contains);
        }

        boolean isProgram() {
            return !headers.containsKey("Cookie");
        }
    }

    @BeforeAll
    static void start() throws Exception {
        var provider = TokenProvider.in(folder);
        service = RunningService.with(
                Endpoint.Reached.class, Shipped.FOLDER, provider.trusting(), TokenProvider.audience());
        everybody.add(all("nobody", Set.of(), Map.of()));
        for (Role role : Role.values()) {
            String name = "walk-" + role.word();
            everybody.add(all(role + " key", Set.of(role), key(name, role)));
            everybody.add(all(role + " session", Set.of(role), session(name, role)));
        }
        everybody.add(all("revoked key", Set.of(), key("walk-revoked", Role.ADMIN)));
        service.bean(ApiKeys.class).revoke("walk-revoked", "test");
        for (End end : End.values()) {
            String name = "walk-" + end.word();
            everybody.add(all(end + " session", Set.of(), session(name, Role.ADMIN)));
            end.of(service.bean(Accounts.class), name);
        }
        addOtherWays(provider);
    }

    /** What is looked at in the same place of the service, however its path is spelled. */
    private static void addOtherWays(TokenProvider provider) throws JOSEException {
        SignedIn.make(service, "walk-basic", Role.CONSULTANT);
        everybody.add(few("password", Set.of(Role.CONSULTANT), basic("walk-basic", SignedIn.PASSWORD)));
        everybody.add(few("wrong password", Set.of(), basic("walk-nobody", "wrong")));
        everybody.add(few("token", Set.of(Role.CONSULTANT), bearer(provider.token("ana", TokenProvider.OURS))));
        everybody.add(few("token of another service", Set.of(), bearer(provider.token("ana", "another"))));
        String once = service.bean(Accounts.class).create("walk-once", Role.ADMIN, "test");
        everybody.add(mustChange("one-time password", basic("walk-once", once)));
        everybody.add(mustChange(
                "one-time session", SignedIn.as(service, "walk-once", once).headers()));
        SignedIn.make(service, "walk-pending", Role.ADMIN);
        addPasskey("walk-pending");
        everybody.add(few("password beside a passkey", Set.of(), basic("walk-pending", SignedIn.PASSWORD)));
        everybody.add(few(
                "session without its passkey",
                Set.of(),
                SignedIn.as(service, "walk-pending", SignedIn.PASSWORD).headers()));
    }

    private static Identity all(String name, Set<Role> may, Map<String, String> headers) {
        return new Identity(name, may, false, headers, ALL);
    }

    private static Identity few(String name, Set<Role> may, Map<String, String> headers) {
        return new Identity(name, may, false, headers, FEW);
    }

    private static Identity mustChange(String name, Map<String, String> headers) {
        return new Identity(name, Set.of(), true, headers, FEW);
    }

    private static Map<String, String> key(String name, Role role) {
        return Map.of(ApiKeys.HEADER, service.bean(ApiKeys.class).create(name, role, "test"));
    }

    private static Map<String, String> session(String name, Role role) {
        SignedIn.make(service, name, role);
        return SignedIn.as(service, name, SignedIn.PASSWORD).headers();
    }

    private static Map<String, String> basic(String name, String password) {
        byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    private static void addPasskey(String name) {
        var sql = service.bean(Database.class).sql();
        service.bean(Accounts.class).changePasskeys(name, name, Action.PASSKEY_ADDED, () -> {
            sql.sql("insert into user_entities (id, name) values (:name, :name)")
                    .param("name", name)
                    .update();
            sql.sql("insert into user_credentials (credential_id, user_entity_user_id, public_key, backup_eligible,"
                            + " backup_state, created, label) values (:name, :name, :key, false, false, now(), 'key')")
                    .param("name", name)
                    .param("key", new byte[] {1})
                    .update();
        });
    }

    @AfterAll
    static void end() {
        service.close();
    }

    @Test
    void everyEndpointOfTheDescriptionIsWalkedAndEveryDoorIsDecidedOn() {
        var document = JsonMapper.shared().readTree(service.get("/v3/api-docs").body());
        var walked = new TreeSet<String>();
        Endpoint.all(service).forEach(each -> walked.add(each.method() + " " + each.path()));

        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> assertThat(walked)
                                .contains(method.toUpperCase(Locale.ROOT) + " " + Endpoint.filled(path.getKey()))));
        assertThat(Endpoint.all(service))
                .allSatisfy(each -> assertThat(door(each)).isNotNull());
    }

    /** Path by path as it is comes last, since the first page that notices the end of an account ends its session. */
    @Test
    void everybodyReachesWhatIsTheirsAndNothingElseUnderAnySpelling() {
        var wrong = new ArrayList<String>();
        List<Endpoint> endpoints = Endpoint.all(service);
        int asked = 0;
        for (Identity identity : everybody) {
            for (int spelling = identity.spellings().size(); spelling-- > 0; ) {
                for (Endpoint endpoint : endpoints) {
                    String path = identity.spellings().get(spelling).apply(endpoint.path());
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
        boolean may = door.isOpen() || (identity.may(door) && identity.isProgram() == endpoint.isForPrograms());
        boolean hasToken = !endpoint.isForm() || identity.may(door);
        boolean reached = answer.statusCode() / 100 == 2;
        if (answer.statusCode() >= 500) {
            return Optional.of("broke");
        }
        if (reached && !may) {
            return Optional.of("reached");
        }
        return may && !reached && path.equals(endpoint.path()) && hasToken
                ? Optional.of("was kept from")
                : Optional.empty();
    }

    private static HttpResponse<String> ask(Identity identity, Endpoint endpoint, String path) {
        String method = endpoint.method();
        int port = endpoint.path().startsWith("/actuator") ? service.managementPort() : service.port();
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        identity.headers().forEach(request::header);
        return service.send(request.header(Endpoint.WALK, "yes")
                .header("Content-Type", type(endpoint))
                .method(
                        method,
                        method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body(endpoint)))
                .build());
    }

    private static String type(Endpoint endpoint) {
        if (endpoint.takesFile()) {
            return "multipart/form-data; boundary=end";
        }
        return endpoint.path().endsWith("/import") ? "application/x-ndjson" : "application/json";
    }

    private static String body(Endpoint endpoint) {
        return endpoint.takesFile() ? "--end--\r\n" : "{}";
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
}
