/** The questionnaire as JSON Schema 2020-12. */
@NullMarked
package dev.stipple.api.schema;

import org.jspecify.annotations.NullMarked;
