/** What earlier resources answer of the questionnaire. */
@NullMarked
package dev.stipple.api.fhir.prefill;

import org.jspecify.annotations.NullMarked;
