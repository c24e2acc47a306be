/** DRL text to rules: the reader of the dialect, and its checks. */
@NullMarked
package dev.stipple.rulebook.dialect;

import org.jspecify.annotations.NullMarked;
