package dev.stipple.interview;

import dev.stipple.wording.Wording;

/** What is asked once more of whoever denied it in a list, in words that stand alone. */
public record Recap(Setting setting, Wording text) {}
