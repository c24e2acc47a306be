package dev.stipple.web.intake.own;

import dev.stipple.live.LiveRules;
import dev.stipple.screening.OwnScreenings;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.kept.Link;
import dev.stipple.screening.kept.Screening;
import dev.stipple.web.ChosenLanguage;
import dev.stipple.web.PageFrame;
import dev.stipple.web.intake.form.Visit;
import dev.stipple.web.intake.form.VisitArgument;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a page what was sent under the token in its address, in the language in which it was sent. */
@Component
class OwnArgument implements HandlerMethodArgumentResolver {
    private final OwnScreenings own;
    private final Screenings screenings;
    private final LiveRules rules;

    OwnArgument(OwnScreenings own, Screenings screenings, LiveRules rules) {
        this.own = own;
        this.screenings = screenings;
        this.rules = rules;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Own.class);
    }

    @Override
    public Own resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        String token = VisitArgument.token(request);
        Screening screening = own.find(new Link(token));
        request.setAttribute(ChosenLanguage.NAME, screening.language(), RequestAttributes.SCOPE_REQUEST);
        request.setAttribute(PageFrame.ONE_LANGUAGE, true, RequestAttributes.SCOPE_REQUEST);
        return new Own(token, screening, SingletonSupplier.of(() -> assessed(token, screening)));
    }

    private Visit assessed(String token, Screening screening) {
        return Visit.sent(
                token,
                screening,
                screenings.assessor(screening.current(), rules.assessor().patient()));
    }
}
