/** The questionnaire as a FHIR R4 Questionnaire, and what its QuestionnaireResponses are answered with. */
@NullMarked
package dev.stipple.api.fhir;

import org.jspecify.annotations.NullMarked;
