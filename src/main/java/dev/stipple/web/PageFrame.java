package dev.stipple.web;

import dev.stipple.live.LiveRules;
import dev.stipple.wording.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** What all pages have in common: the texts around them, and the headers that keep them to themselves. */
@Component
public class PageFrame implements HandlerInterceptor {
    /** Request attribute with the address of the page that tells how to go on later. */
    public static final String LATER = "later";

    /** Request attribute with what a consultant asks of whoever sees the page; it stands above everything else. */
    public static final String QUESTIONS = "questions";

    /** Request attribute: the page speaks one language and offers no other. */
    public static final String ONE_LANGUAGE = "oneLanguage";

    private static final RequestMatcher FRAMED =
            PathPatternRequestMatcher.withDefaults().matcher("/intake/**");
    private static final RequestMatcher PERSONAL =
            PathPatternRequestMatcher.withDefaults().matcher("/intake/*/**");
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; base-uri 'none'; object-src 'none'; "
                    + "form-action 'self'; frame-ancestors ";

    private final AtomicLong shown = new AtomicLong();
    private final LiveRules rules;
    private final String embedders;

    /** @param origins may show the intake in a frame */
    PageFrame(LiveRules rules, @Value("${stipple.embed.origins}") List<String> origins) {
        this.rules = rules;
        this.embedders = String.join(" ", origins);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null && isShown(page)) {
            around(page, request, response);
        }
    }

    /** Whether this is a page, and not a redirect, which would carry in its address what the page is given. */
    public static boolean isShown(ModelAndView page) {
        return page.getViewName() != null && !page.getViewName().startsWith("redirect:");
    }

    /** Puts a page into its frame, which interceptors do not do for pages that tell what went wrong. */
    public ModelAndView around(ModelAndView page, HttpServletRequest request, HttpServletResponse response) {
        Language language = ChosenLanguage.of(request);
        var questionnaire = rules.assessor().rulebook().questionnaire();
        page.addObject("language", language.tag());
        if (request.getAttribute(ONE_LANGUAGE) == null) {
            page.addObject("languages", questionnaire.languages().all());
        }
        page.addObject("mark", shown.incrementAndGet());
        page.addObject("path", request.getRequestURI());
        page.addObject("title", questionnaire.title().in(language));
        page.addObject("disclaimer", questionnaire.disclaimer().in(language));
        page.addObject(LATER, request.getAttribute(LATER));
        page.addObject(QUESTIONS, request.getAttribute(QUESTIONS));
        String framers = FRAMED.matches(request) ? "'self' " + embedders : "'none'";
        response.setHeader("Content-Security-Policy", POLICY + framers.strip());
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (PERSONAL.matches(request)) {
            response.setHeader("X-Robots-Tag", "noindex");
        }
        if (request.getParameter(ChosenLanguage.NAME) != null) {
            response.addHeader(HttpHeaders.SET_COOKIE, ChosenLanguage.remembered(language, request.isSecure()));
        }
        return page;
    }
}
