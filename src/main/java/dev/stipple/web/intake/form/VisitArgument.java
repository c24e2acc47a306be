package dev.stipple.web.intake.form;

import dev.stipple.web.ChosenLanguage;
import dev.stipple.web.PageFrame;
import dev.stipple.wording.Language;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Gives a page the visit that the token in its address names, in the language that the person chose. */
@Component
public class VisitArgument implements HandlerMethodArgumentResolver {
    private final Visits visits;

    VisitArgument(Visits visits) {
        this.visits = visits;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Visit.class);
    }

    @Override
    public Visit resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Visit visit = visits.find(token(request));
        Optional<Language> chosen = Optional.ofNullable(request.getParameter(ChosenLanguage.NAME))
                .flatMap(visit.questionnaire().languages()::of);
        if (chosen.isPresent() && !chosen.get().equals(visit.language())) {
            visit = visits.speaking(visit, chosen.get());
        }
        request.setAttribute(ChosenLanguage.NAME, visit.language(), RequestAttributes.SCOPE_REQUEST);
        visit.asked()
                .ifPresent(asked -> request.setAttribute(PageFrame.QUESTIONS, asked, RequestAttributes.SCOPE_REQUEST));
        request.setAttribute(PageFrame.LATER, visit.address("later"), RequestAttributes.SCOPE_REQUEST);
        return visit;
    }

    /** The token in the address of a request. */
    public static String token(NativeWebRequest request) {
        Object variables =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        return variables instanceof Map<?, ?> map && map.get("token") instanceof String token ? token : "";
    }
}
