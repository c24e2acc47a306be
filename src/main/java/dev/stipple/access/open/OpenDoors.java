package dev.stipple.access.open;

import java.util.List;

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

    private OpenDoors() {}
}
