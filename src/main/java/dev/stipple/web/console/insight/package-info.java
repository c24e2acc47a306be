/**
 * What many screenings tell together: sums over all of them, which open none, and what the newest ones say when they are opened,
 * without what few share; and what changed rules would change.
 */
@NullMarked
package dev.stipple.web.console.insight;

import org.jspecify.annotations.NullMarked;
