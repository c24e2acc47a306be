/** What has to be seen of a change of rules before it is taken. */
@NullMarked
package dev.stipple.authoring.review;

import org.jspecify.annotations.NullMarked;
