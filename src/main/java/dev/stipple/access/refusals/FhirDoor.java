package dev.stipple.access.refusals;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The paths at which every error is a FHIR {@code OperationOutcome}, however they are spelled. */
public final class FhirDoor {
    /** Media type of FHIR in JSON. */
    public static final String MEDIA_TYPE = "application/fhir+json";

    private static final String DOOR = "/fhir";

    private FhirDoor() {}

    /**
     * Whether a path leads there.
     *
     * @param path as it was sent, with escapes
     */
    public static boolean isAt(String path) {
        String plain =
                StringUtils.cleanPath(decoded(path).replaceAll(";[^/]*", "").replaceAll("/{2,}", "/"));
        return plain.equals(DOOR) || plain.startsWith(DOOR + "/");
    }

    private static String decoded(String path) {
        try {
            return UriUtils.decode(path, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }

    /** A resource that says what went wrong, also where HAPI's client looks for it. */
    public static byte[] outcome(HttpStatus status, String text) {
        ObjectNode outcome = JsonNodeFactory.instance.objectNode().put("resourceType", "OperationOutcome");
        ObjectNode issue =
                outcome.putArray("issue").addObject().put("severity", "error").put("code", code(status));
        issue.putObject("details").put("text", text);
        issue.put("diagnostics", text);
        return JsonMapper.shared().writeValueAsBytes(outcome);
    }

    /** The code of the FHIR value set of issue types. */
    private static String code(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> "login";
            case FORBIDDEN -> "forbidden";
            case NOT_FOUND -> "not-found";
            case METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, UNSUPPORTED_MEDIA_TYPE, NOT_IMPLEMENTED -> "not-supported";
            case CONTENT_TOO_LARGE -> "too-long";
            case TOO_MANY_REQUESTS -> "throttled";
            case REQUEST_TIMEOUT -> "timeout";
            case SERVICE_UNAVAILABLE -> "transient";
            default -> status.is4xxClientError() ? "invalid" : "exception";
        };
    }
}
