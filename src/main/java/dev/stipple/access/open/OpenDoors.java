package dev.stipple.access.open;

import java.util.List;

/** The paths at which nobody is asked who they are, as patterns. */
public final class OpenDoors {
    /** Open to whoever posts. */
    public static final List<String> POSTED = List.of("/api/assessments", "/api/counterfactuals");

    /** Open whatever the method. */
    public static final List<String> ALL = List.of(
            "/api/questionnaire/**", "/api/rules/**", "/api/rulebook", "/fhir/**", "/cds-services/**", "/surveyjs/**");

    private OpenDoors() {}
}
