/** How the questions are laid out for a person: sections, pages, and lists whose ticks stand for answers. */
@NullMarked
package dev.stipple.interview;

import org.jspecify.annotations.NullMarked;
