/** The API's own description: OpenAPI 3.1, in step with the rulebook in use. */
@NullMarked
package dev.stipple.api.docs;

import org.jspecify.annotations.NullMarked;
