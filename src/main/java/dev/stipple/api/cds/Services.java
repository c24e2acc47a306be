package dev.stipple.api.cds;

import dev.stipple.api.fhir.Fhir;
import dev.stipple.questionnaire.Questionnaire;
import java.util.List;
import java.util.Map;

/** What a CDS client can call. */
record Services(List<Service> services) {
    /** Id of the one service. */
    static final String ID = "suitability";

    /** The hook that calls it. */
    static final String HOOK = "patient-view";

    /** The key under which a client sends the answers. */
    static final String ANSWERS = "answers";

    /**
     * One service.
     *
     * @param prefetch FHIR searches that the client runs for the service, by key
     */
    record Service(
            String hook,
            String title,
            String description,
            String id,
            Map<String, String> prefetch,
            String usageRequirements) {}

    static Services of(Questionnaire questionnaire) {
        return new Services(List.of(new Service(
                HOOK,
                questionnaire.title().original(),
                "Assesses the patient's latest answers to the questionnaire and says why the verdict came out.",
                ID,
                Map.of(
                        ANSWERS,
                        "QuestionnaireResponse?subject=Patient/{{context.patientId}}&questionnaire="
                                + Fhir.QUESTIONNAIRE + "&_sort=-authored&_count=1"),
                "The client keeps QuestionnaireResponses to the Questionnaire at /fhir/Questionnaire/"
                        + Fhir.QUESTIONNAIRE_ID + ".")));
    }
}
