package dev.stipple.reasoning.diagram;

/** Rules whose diagram would take more nodes, values of a level or steps than it may. */
final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooLarge() {
        super("the diagram of these rules is too large");
    }
}
