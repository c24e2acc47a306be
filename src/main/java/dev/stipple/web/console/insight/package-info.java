/** What many screenings tell together, and what changed rules would change. */
@NullMarked
package dev.stipple.web.console.insight;

import org.jspecify.annotations.NullMarked;
