/** A form as it is filled in: its draft, its places, and how far it is. */
@NullMarked
package dev.stipple.web.intake.form;

import org.jspecify.annotations.NullMarked;
