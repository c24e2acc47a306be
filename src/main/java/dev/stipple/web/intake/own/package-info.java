/** What people find by their link once they have sent their form. */
@NullMarked
package dev.stipple.web.intake.own;

import org.jspecify.annotations.NullMarked;
