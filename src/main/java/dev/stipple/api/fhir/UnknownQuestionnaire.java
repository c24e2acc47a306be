package dev.stipple.api.fhir;

/** No Questionnaire has this id. */
public final class UnknownQuestionnaire extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownQuestionnaire() {
        super("There is no Questionnaire with this id; the one there is is " + Fhir.QUESTIONNAIRE_ID + ".");
    }
}
