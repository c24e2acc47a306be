/**
 * What an editor shows of a rules folder: faults as somebody types, what can be written next, what stands where, and what
 * changes with a name. Plain functions of the texts; the language server of {@code cli.lsp} speaks of them to editors.
 */
@NullMarked
package dev.stipple.studio;

import org.jspecify.annotations.NullMarked;
