package dev.stipple.access.open;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/** The paths at which nobody is asked who they are, as patterns. */
public final class OpenDoors {
    /** Open to whoever posts. */
    public static final List<String> POSTED = List.of("/api/v1/assessments", "/api/v1/counterfactuals");

    /** Open whatever the method. */
    public static final List<String> ALL = List.of(
            "/api/v1/questionnaire/**",
            "/api/v1/rules/**",
            "/api/v1/rulebook",
            "/fhir/**",
            "/cds-services/**",
            "/surveyjs/**");

    /** All of them. */
    static final List<String> PATHS =
            Stream.concat(POSTED.stream(), ALL.stream()).toList();

    private OpenDoors() {}

    /** Whether anybody may ask for this path, which may be a template such as {@code /api/v1/rules/{id}}. */
    public static boolean areAt(HttpMethod method, String path) {
        return fits(ALL, path) || (method.equals(HttpMethod.POST) && fits(POSTED, path));
    }

    /**
     * Whether anybody may ask for this path in some way.
     *
     * @param path as it was sent, with escapes; null where nobody could read it
     */
    static boolean mayBeAt(@Nullable String path) {
        try {
            return path != null && fits(PATHS, path);
        } catch (IllegalArgumentException undecodable) {
            return false;
        }
    }

    private static boolean fits(List<String> patterns, String path) {
        PathContainer sent = PathContainer.parsePath(path);
        return patterns.stream()
                .map(PathPatternParser.defaultInstance::parse)
                .anyMatch(pattern -> pattern.matches(sent));
    }
}
