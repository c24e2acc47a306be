/** Mutation testing of rules: small changes that some scenario has to notice. */
@NullMarked
package dev.stipple.authoring.mutation;

import org.jspecify.annotations.NullMarked;
