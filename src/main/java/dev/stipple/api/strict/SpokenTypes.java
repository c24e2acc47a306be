package dev.stipple.api.strict;

import dev.stipple.access.refusals.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters.ServerBuilder;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses a client that would not take what is answered before anything is done: told afterwards, it would take for undone
 * what was done. What is bound to records speaks JSON alone, which {@link StrictBodies} reads without dropping anything.
 */
final class SpokenTypes implements HandlerInterceptor {
    private static final Pattern OTHERWISE = Pattern.compile("yaml|xml|cbor|smile|csv|protobuf");
    private static final List<MediaType> JSON = List.of(MediaType.APPLICATION_JSON);
    private static final Refusal UNREADABLE = new Refusal(
            HttpStatus.NOT_ACCEPTABLE, "Not acceptable", "Accept is no list of media types; write application/json.");

    /** Puts it before the doors of programs. */
    @Configuration
    static class Doors implements WebMvcConfigurer {
        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(new SpokenTypes())
                    .addPathPatterns("/api/**", "/fhir/**", "/cds-services/**", "/surveyjs/**");
        }

        /** Without the other syntaxes that libraries on the class path bring. */
        @Override
        public void configureMessageConverters(ServerBuilder builder) {
            builder.configureMessageConvertersList(all -> all.removeIf(Doors::speaksOtherwise));
        }

        /** By what it reads, as either of two versions of a library may be there. */
        private static boolean speaksOtherwise(HttpMessageConverter<?> converter) {
            return converter.getSupportedMediaTypes().stream()
                    .anyMatch(type -> OTHERWISE.matcher(type.getSubtype()).find());
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeException, IOException {
        if (request.getContentType() != null && isWildcard(request.getContentType())) {
            throw new HttpMediaTypeNotSupportedException("a wildcard", JSON);
        }
        Optional<List<MediaType>> accepted = accepted(request);
        if (accepted.isEmpty()) {
            UNREADABLE.write(request, response);
            return false;
        }
        boolean answersJson = handler instanceof HandlerMethod method
                && !method.isVoid()
                && request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE) == null;
        if (answersJson && accepted.get().stream().noneMatch(MediaType.APPLICATION_JSON::isCompatibleWith)) {
            throw new HttpMediaTypeNotAcceptableException(JSON);
        }
        return true;
    }

    /** Empty where it cannot be read, in which case nothing written by the framework would go out either. */
    private static Optional<List<MediaType>> accepted(HttpServletRequest request) {
        try {
            return Optional.of(
                    new HeaderContentNegotiationStrategy().resolveMediaTypes(new ServletWebRequest(request)));
        } catch (HttpMediaTypeNotAcceptableException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isWildcard(String type) {
        try {
            MediaType sent = MediaType.parseMediaType(type);
            return sent.isWildcardType() || sent.isWildcardSubtype();
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
