/** What people read, in every language: the texts of rules files with their translations, and the words around them. */
@NullMarked
package dev.stipple.wording;

import org.jspecify.annotations.NullMarked;
