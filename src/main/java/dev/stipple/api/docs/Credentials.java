package dev.stipple.api.docs;

import dev.stipple.access.open.OpenDoors;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;

/** What each operation asks of whoever calls it: nothing at an open door, and one of three kinds of credentials elsewhere. */
final class Credentials {
    private static final String KEY = "key";
    private static final String PASSWORD = "password";
    private static final String TOKEN = "token";

    private Credentials() {}

    static void declare(OpenAPI api) {
        api.getComponents()
                .addSecuritySchemes(
                        KEY,
                        scheme(SecurityScheme.Type.APIKEY, "A key for a program")
                                .in(SecurityScheme.In.HEADER)
                                .name("X-API-Key"))
                .addSecuritySchemes(
                        PASSWORD,
                        scheme(SecurityScheme.Type.HTTP, "The name and password of an account")
                                .scheme("basic"))
                .addSecuritySchemes(
                        TOKEN,
                        scheme(SecurityScheme.Type.HTTP, "A token of the provider that the service is told to trust")
                                .scheme("bearer")
                                .bearerFormat("JWT"));
    }

    static void ask(String path, PathItem.HttpMethod method, Operation operation) {
        boolean open = OpenDoors.areAt(HttpMethod.valueOf(method.name()), path);
        operation.setSecurity(
                open
                        ? List.of()
                        : Stream.of(KEY, PASSWORD, TOKEN)
                                .map(name -> new SecurityRequirement().addList(name))
                                .toList());
    }

    private static SecurityScheme scheme(SecurityScheme.Type type, String description) {
        return new SecurityScheme().type(type).description(description);
    }
}
