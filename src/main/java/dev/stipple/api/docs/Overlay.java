package dev.stipple.api.docs;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * What {@code overlay.json} says of bodies that no Java type describes, laid over what is read from the controllers. Of a type
 * that is described already it says single members anew.
 */
final class Overlay {
    private Overlay() {}

    static void apply(OpenAPI api) {
        OpenAPI overlay = read();
        overlay.getComponents().getSchemas().forEach((name, said) -> lay(api.getComponents(), name, said));
        overlay.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, said) -> {
                    var described = Objects.requireNonNull(api.getPaths().get(path), path);
                    lay(
                            said,
                            Objects.requireNonNull(described.readOperationsMap().get(method), path));
                }));
    }

    private static void lay(Components components, String name, Schema<?> said) {
        Schema<?> described = components.getSchemas().get(name);
        if (described == null) {
            components.addSchemas(name, said);
            return;
        }
        said.getProperties().forEach((member, schema) -> {
            if (described.getProperties().replace(member, schema) == null) {
                throw new IllegalStateException("overlay.json: " + name + " has no member " + member);
            }
        });
    }

    private static void lay(Operation said, Operation operation) {
        if (said.getRequestBody() != null) {
            operation.setRequestBody(said.getRequestBody());
        }
        if (said.getResponses() != null) {
            said.getResponses().forEach((status, response) -> lay(operation, status, response));
        }
    }

    private static void lay(Operation operation, String status, ApiResponse said) {
        ApiResponse response = operation.getResponses().computeIfAbsent(status, each -> said);
        response.setDescription(said.getDescription());
        if (response.getContent() == null) {
            response.setContent(new Content());
        }
        said.getContent().forEach(response.getContent()::addMediaType);
    }

    private static OpenAPI read() {
        try (InputStream file = Overlay.class.getResourceAsStream("overlay.json")) {
            return Json31.mapper().readValue(file, OpenAPI.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
