/** Leads people through the interview, and holds it to its budget. */
@NullMarked
package dev.stipple.authoring.walk;

import org.jspecify.annotations.NullMarked;
