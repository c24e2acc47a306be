/** What rule authors run: scenarios, checks, coverage, mutation, scaffolding, and the reload of changed rules. */
@NullMarked
package dev.stipple.authoring;

import org.jspecify.annotations.NullMarked;
