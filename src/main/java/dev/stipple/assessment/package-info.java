/** From findings to a verdict, to recommendations, to an assessment that explains itself. */
@NullMarked
package dev.stipple.assessment;

import org.jspecify.annotations.NullMarked;
