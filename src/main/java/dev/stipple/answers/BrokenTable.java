package dev.stipple.answers;

/** A row of a table whose quotes do not match, so that nothing from there on can be told apart. */
public final class BrokenTable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenTable(long line) {
        super("line " + line
                + ": the quotes of this row do not match, so that nothing from here on was read; close each"
                + " cell that opens with a quote, and write a quote inside a cell twice");
    }
}
