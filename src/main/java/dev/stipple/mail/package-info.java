/**
 * What is written to people by mail: that there is something new for them, and their link. In: texts in every language, as a
 * file beside the rules says them. Out: mails that hold nothing of anybody's health, for whatever sends them.
 */
@NullMarked
package dev.stipple.mail;

import org.jspecify.annotations.NullMarked;
