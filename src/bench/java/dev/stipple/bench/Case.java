package dev.stipple.bench;

/** Twelve numbers as the fact that the contenders are given. */
public final class Case {
    private final int[] values;

    public Case(int[] values) {
        this.values = values;
    }

    public int getF0() {
        return values[0];
    }

    public int getF1() {
        return values[1];
    }

    public int getF2() {
        return values[2];
    }

    public int getF3() {
        return values[3];
    }

    public int getF4() {
        return values[4];
    }

    public int getF5() {
        return values[5];
    }

    public int getF6() {
        return values[6];
    }

    public int getF7() {
        return values[7];
    }

    public int getF8() {
        return values[8];
    }

    public int getF9() {
        return values[9];
    }

    public int getF10() {
        return values[10];
    }

    public int getF11() {
        return values[11];
    }
}
