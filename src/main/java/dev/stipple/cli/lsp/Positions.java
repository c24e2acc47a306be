package dev.stipple.cli.lsp;

import dev.stipple.studio.TextLines;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Offsets as editors count them. */
final class Positions {
    private Positions() {}

    static Range range(TextLines lines, int start, int end) {
        return new Range(position(lines, start), position(lines, end));
    }

    private static Position position(TextLines lines, int offset) {
        return new Position(lines.line(offset), lines.column(offset));
    }

    static int offset(TextLines lines, Position position) {
        return lines.offset(position.getLine(), position.getCharacter());
    }
}
