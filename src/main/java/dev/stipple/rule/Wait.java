package dev.stipple.rule;

import java.util.Comparator;

/** How long to wait before asking again. */
public record Wait(int amount, Unit unit) implements Comparable<Wait> {
    private static final Comparator<Wait> ORDER = Comparator.comparingInt(wait -> wait.amount * wait.unit.roughDays);

    /** A unit of waiting, named as in the questionnaire's units. */
    public enum Unit {
        DAYS("days", 1),
        WEEKS("weeks", 7),
        MONTHS("months", 30);

        private final String key;
        private final int roughDays;

        /** Ten years; nobody is helped by being told to wait for longer. */
        private static final int LONGEST = 3600;

        Unit(String key, int roughDays) {
            this.key = key;
            this.roughDays = roughDays;
        }

        public String key() {
            return key;
        }

        /** How many of these a wait may take. */
        public int most() {
            return LONGEST / roughDays;
        }
    }

    /** Orders by length, a month taken as thirty days. */
    @Override
    public int compareTo(Wait other) {
        return ORDER.compare(this, other);
    }
}
