/** The questionnaire as a SurveyJS form, and the answers that it sends back. */
@NullMarked
package dev.stipple.api.surveyjs;

import org.jspecify.annotations.NullMarked;
