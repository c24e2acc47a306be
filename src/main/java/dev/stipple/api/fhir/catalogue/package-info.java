/** What the FHIR door has: its capabilities, the questionnaire by search, and each list of options. */
@NullMarked
package dev.stipple.api.fhir.catalogue;

import org.jspecify.annotations.NullMarked;
