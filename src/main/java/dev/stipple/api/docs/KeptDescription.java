package dev.stipple.api.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.stipple.live.LiveRules;
import dev.stipple.rulebook.Rulebook;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.SpringDocCustomizers;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.SpringDocProviders;
import org.springdoc.core.service.AbstractRequestService;
import org.springdoc.core.service.GenericResponseService;
import org.springdoc.core.service.OpenAPIService;
import org.springdoc.core.service.OperationService;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.web.bind.annotation.RestController;

/** Gives the API's description, which depends on nothing but the rulebook: it is made once for each, one request at a time. */
@RestController
class KeptDescription extends OpenApiWebMvcResource {
    private enum Form {
        JSON,
        YAML
    }

    /** Writes the description. */
    @FunctionalInterface
    private interface Writing {
        byte[] bytes() throws JsonProcessingException;
    }

    private final LiveRules rules;
    private final Map<Form, byte[]> written = new EnumMap<>(Form.class);
    private @Nullable Rulebook described;

    KeptDescription(
            ObjectFactory<OpenAPIService> builder,
            AbstractRequestService requests,
            GenericResponseService responses,
            OperationService operations,
            SpringDocConfigProperties properties,
            SpringDocProviders providers,
            SpringDocCustomizers customizers,
            LiveRules rules) {
        super(builder, requests, responses, operations, properties, providers, customizers);
        this.rules = rules;
    }

    @Override
    public byte[] openapiJson(HttpServletRequest request, String path, Locale locale) throws JsonProcessingException {
        return kept(Form.JSON, () -> super.openapiJson(request, path, Locale.ENGLISH));
    }

    @Override
    public byte[] openapiYaml(HttpServletRequest request, String path, Locale locale) throws JsonProcessingException {
        return kept(Form.YAML, () -> super.openapiYaml(request, path, Locale.ENGLISH));
    }

    private synchronized byte[] kept(Form form, Writing writing) throws JsonProcessingException {
        Rulebook rulebook = rules.assessor().rulebook();
        if (described != rulebook) {
            written.clear();
            described = rulebook;
        }
        byte[] known = written.get(form);
        if (known == null) {
            known = writing.bytes();
            written.put(form, known);
        }
        return known;
    }
}
