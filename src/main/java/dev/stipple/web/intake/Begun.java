package dev.stipple.web.intake;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * The form that was begun in a browser, for whom comes back before the browser is closed. The cookie tells the start page
 * which link to offer, as the browser's history does, and opens nothing by itself.
 */
final class Begun {
    private static final String NAME = "begun";
    private static final String PATH = "/intake";

    private Begun() {}

    static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME)).map(Cookie::getValue);
    }

    static String remembered(String token, boolean overTls) {
        return cookie(token, overTls).build().toString();
    }

    static String forgotten(boolean overTls) {
        return cookie("", overTls).maxAge(Duration.ZERO).build().toString();
    }

    /** Until the browser is closed; no script gets it, and no frame in another site. */
    private static ResponseCookie.ResponseCookieBuilder cookie(String token, boolean overTls) {
        return ResponseCookie.from(NAME, token)
                .path(PATH)
                .sameSite("Lax")
                .httpOnly(true)
                .secure(overTls);
    }
}
