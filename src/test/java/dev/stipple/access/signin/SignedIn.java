package dev.stipple.access.signin;

import dev.stipple.RunningService;
import dev.stipple.access.accounts.Accounts;
import dev.stipple.access.accounts.Role;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A session of somebody with an account, as a browser keeps it.
 *
 * @param token what a form of theirs carries against forged ones
 */
record SignedIn(String cookie, String token) {
    static final String PASSWORD = "a-long-enough-password";

    /** Makes an account that has chosen its password. */
    static void make(RunningService service, String name, Role role) {
        var accounts = service.bean(Accounts.class);
        accounts.changePassword(name, accounts.create(name, role, "test"), PASSWORD);
    }

    /** A session of somebody who did not sign in yet. */
    static SignedIn notYet(RunningService service) {
        HttpResponse<String> page = service.send(service.request("/login").build());
        return new SignedIn(cookie(page), token(page));
    }

    static SignedIn as(RunningService service, String name, String password) {
        SignedIn before = notYet(service);
        String fields = "username=" + name + "&password=" + encoded(password) + "&_csrf=" + encoded(before.token());
        String cookie = cookie(service.send(service.request("/login")
                .header("Cookie", before.cookie())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields))
                .build()));
        return new SignedIn(
                cookie,
                token(service.send(
                        service.request("/login").header("Cookie", cookie).build())));
    }

    /** What each of its requests carries. */
    Map<String, String> headers() {
        return Map.of("Cookie", cookie, "X-CSRF-TOKEN", token);
    }

    private static String token(HttpResponse<String> page) {
        return page.body().replaceAll("(?s).*?name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
    }

    private static String cookie(HttpResponse<String> response) {
        return response.headers().allValues("set-cookie").stream()
                .filter(each -> each.startsWith("JSESSIONID="))
                .findFirst()
                .orElseThrow()
                .replaceAll(";.*", "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
