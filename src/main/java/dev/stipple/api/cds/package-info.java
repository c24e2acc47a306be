/** CDS Hooks 2.0: cards in a clinician's record system. */
@NullMarked
package dev.stipple.api.cds;

import org.jspecify.annotations.NullMarked;
