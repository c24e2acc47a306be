package dev.stipple.web;

import dev.stipple.live.LiveRules;
import dev.stipple.wording.Language;
import dev.stipple.wording.Languages;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.WebUtils;

/**
 * The language of a page: of the draft that it shows, else as asked for in the address ({@code ?language=fr}), as chosen
 * before, or as the browser prefers.
 */
@Component("localeResolver")
public class ChosenLanguage implements LocaleResolver {
    public static final String NAME = "language";

    private final LiveRules rules;

    ChosenLanguage(LiveRules rules) {
        this.rules = rules;
    }

    /** The language of the page that a request is answered with. */
    public static Language of(HttpServletRequest request) {
        return new Language(RequestContextUtils.getLocale(request).toLanguageTag());
    }

    static Language of(HttpServletRequest request, Languages languages) {
        return Stream.<Optional<Language>>of(
                        request.getAttribute(NAME) instanceof Language language
                                ? Optional.of(language)
                                : Optional.empty(),
                        Optional.ofNullable(request.getParameter(NAME)).flatMap(languages::of),
                        Optional.ofNullable(WebUtils.getCookie(request, NAME))
                                .map(Cookie::getValue)
                                .flatMap(languages::of),
                        preferred(request, languages))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(languages::original);
    }

    /** The cookie that tells the next page. */
    static String remembered(Language language, boolean overTls) {
        return ResponseCookie.from(NAME, language.tag())
                .path("/")
                .sameSite("Lax")
                .httpOnly(true)
                .secure(overTls)
                .maxAge(Duration.ofDays(365))
                .build()
                .toString();
    }

    private static Optional<Language> preferred(HttpServletRequest request, Languages languages) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            // The locales of such a request are those of this machine.
            return Optional.empty();
        }
        return languages.suiting(Collections.list(request.getLocales()));
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return of(request, rules.assessor().rulebook().questionnaire().languages())
                .locale();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("choose with ?" + NAME + "=");
    }
}
