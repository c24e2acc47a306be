package dev.stipple.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.RunningService;
import dev.stipple.Shipped;
import dev.stipple.access.accounts.Accounts;
import dev.stipple.access.accounts.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Forms that were open when an account was closed or given another role or password, each in a session of its own, as the
 * first request that notices ends the session: they change nothing any more, though their token against forged ones is right.
 */
@Tag("whole")
final class EndedSessionsTest {
    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.with(Endpoint.Reached.class, Shipped.FOLDER);
    }

    @AfterAll
    static void end() {
        service.close();
    }

    @ParameterizedTest
    @EnumSource
    void noFormIsTakenOfASessionThatHasEnded(End end) {
        String name = "open-" + end.word();
        SignedIn.make(service, name, Role.ADMIN);
        List<Endpoint> forms = forms();
        List<SignedIn> sessions = forms.stream()
                .map(form -> SignedIn.as(service, name, SignedIn.PASSWORD))
                .toList();
        SignedIn present = SignedIn.as(service, name, SignedIn.PASSWORD);
        assertThat(forms)
                .hasSizeGreaterThan(10)
                .allSatisfy(form -> assertThat(isReached(form, present))
                        .as(form + " before")
                        .isTrue());

        end.of(service.bean(Accounts.class), name);

        var reached = new ArrayList<Endpoint>();
        for (int i = 0; i < forms.size(); i++) {
            if (isReached(forms.get(i), sessions.get(i))) {
                reached.add(forms.get(i));
            }
        }
        assertThat(reached).isEmpty();
    }

    /** Every form of a page, and where the browser asks for what a new passkey is made of. */
    private static List<Endpoint> forms() {
        var forms = new ArrayList<>(
                Endpoint.all(service).stream().filter(Endpoint::isForm).toList());
        forms.add(new Endpoint("POST", "/webauthn/register/options"));
        return forms;
    }

    private static boolean isReached(Endpoint form, SignedIn session) {
        HttpRequest.Builder request = service.request(form.path());
        session.headers().forEach(request::header);
        return service.send(request.header(Endpoint.WALK, "yes")
                                        .method(form.method(), BodyPublishers.noBody())
                                        .build())
                                .statusCode()
                        / 100
                == 2;
    }
}
