/** What all pages share: their frame, pictures and language. */
@NullMarked
package dev.stipple.web;

import org.jspecify.annotations.NullMarked;
