/**
 * The language server: speaks the Language Server Protocol with an editor over standard streams, and knows nothing of rules
 * that {@code studio} does not tell it. The only room that knows lsp4j.
 */
@NullMarked
package dev.stipple.cli.lsp;

import org.jspecify.annotations.NullMarked;
