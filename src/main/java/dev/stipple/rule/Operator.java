package dev.stipple.rule;

import java.util.Optional;
import java.util.stream.Stream;

/** A comparison that conditions may use. */
public enum Operator {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">="),
    IN("in"),
    NOT_IN("not in"),
    CONTAINS("contains"),
    NOT_CONTAINS("not contains"),
    UNKNOWN("== null"),
    KNOWN("!= null");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    /** How it is written in a rule. */
    public String symbol() {
        return symbol;
    }

    public static Optional<Operator> of(String symbol) {
        return Stream.of(values())
                .filter(operator -> operator.symbol.equals(symbol))
                .findFirst();
    }

    /** Whether it says which answer it is, rather than which it is not. */
    public boolean isNaming() {
        return switch (this) {
            case KNOWN, UNKNOWN, NOT_EQUAL, NOT_IN, NOT_CONTAINS -> false;
            default -> true;
        };
    }

    public boolean isOrder() {
        return this == LESS || this == AT_MOST || this == GREATER || this == AT_LEAST;
    }

    public boolean isSet() {
        return this == CONTAINS || this == NOT_CONTAINS;
    }

    public boolean isEquality() {
        return this == EQUAL || this == NOT_EQUAL || this == IN || this == NOT_IN;
    }
}
