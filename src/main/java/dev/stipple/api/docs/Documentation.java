package dev.stipple.api.docs;

import dev.stipple.access.refusals.FhirDoor;
import dev.stipple.live.LiveRules;
import dev.stipple.rulebook.Derived;
import dev.stipple.wording.Languages;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes the API where Java types do not: bodies, examples and errors. */
@Configuration
class Documentation {
    private static final String BYTES = "byte";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Stipple")
                        .version("1")
                        .description("Answers in, an explained assessment out. A missing answer is never a No.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/")));
    }

    @Bean
    OpenApiCustomizer description(LiveRules rules) {
        var answers = new Derived<>(rulebook -> AnswersComponents.of(rulebook.questionnaire()));
        var examples = new Derived<>(Examples::of);
        return api -> {
            Overlay.apply(api);
            var assessor = rules.assessor();
            languages(api, assessor.rulebook().questionnaire().languages());
            answers.of(assessor.rulebook()).forEach(api.getComponents()::addSchemas);
            examples.of(assessor.rulebook()).forEach(api.getComponents()::addExamples);
            Tags.declare(api);
            Credentials.declare(api);
            var people = examples.of(assessor.rulebook()).keySet();
            api.getPaths()
                    .forEach((path, item) -> item.readOperationsMap()
                            .forEach((method, operation) -> describe(path, method, operation, people)));
        };
    }

    private static void describe(
            String path, PathItem.HttpMethod method, Operation operation, Iterable<String> people) {
        Tags.tag(path, operation);
        Credentials.ask(path, method, operation);
        if (takesAnswers(operation.getRequestBody())) {
            operation.setRequestBody(answers(people));
        }
        errors(path, operation);
    }

    /** Requests may name the languages that the rulebook speaks, or none, and each of its texts is in all of them. */
    @SuppressWarnings("unchecked")
    private static void languages(OpenAPI api, Languages languages) {
        Schema<?> wording = new JsonSchema().types(Set.of("object")).additionalProperties(false);
        languages.tags().forEach(tag -> wording.addProperty(tag, new JsonSchema().types(Set.of("string"))));
        api.getComponents().addSchemas("Wording", wording.required(languages.tags()));
        var tags = new ArrayList<@Nullable Object>(languages.tags());
        tags.add(null);
        for (String request : List.of("AssessmentRequest", "Submission")) {
            Schema<?> schema =
                    Objects.requireNonNull(api.getComponents().getSchemas().get(request), request);
            ((Schema<Object>) Objects.requireNonNull(schema.getProperties().get("language"), request)).setEnum(tags);
        }
    }

    /** Whether a JSON body is read by hand and nothing else is said of it: it is a request with answers then. */
    private static boolean takesAnswers(@Nullable RequestBody body) {
        MediaType json = body == null ? null : body.getContent().get("application/json");
        return json != null
                && json.getSchema() != null
                && BYTES.equals(json.getSchema().getFormat());
    }

    private static RequestBody answers(Iterable<String> examples) {
        MediaType json = new MediaType().schema(reference("AssessmentRequest"));
        examples.forEach(name -> json.addExamples(name, new Example().$ref("#/components/examples/" + name)));
        return new RequestBody().required(true).content(new Content().addMediaType("application/json", json));
    }

    private static void errors(String path, Operation operation) {
        if (operation.getRequestBody() != null) {
            error(path, operation, "400", "The body is not JSON, or a parameter is not right");
            error(path, operation, "415", "The body is of another media type");
            error(path, operation, "422", "The body does not fit; 'errors' names each fault with its place");
        }
        if (path.contains("{")) {
            error(path, operation, "404", "There is nothing of this name");
        }
        error(path, operation, "4XX", "The request is not right");
        error(path, operation, "5XX", "The service failed");
    }

    private static void error(String path, Operation operation, String status, String description) {
        Content content = operation
                .getResponses()
                .computeIfAbsent(
                        status,
                        each -> new ApiResponse().description(description).content(new Content()))
                .getContent();
        content.addMediaType("application/problem+json", new MediaType().schema(reference("Problem")));
        if (FhirDoor.isAt(path)) {
            content.addMediaType(FhirDoor.MEDIA_TYPE, new MediaType().schema(reference("FhirOperationOutcome")));
        }
    }

    private static Schema<?> reference(String name) {
        return new Schema<>().$ref("#/components/schemas/" + name);
    }
}
