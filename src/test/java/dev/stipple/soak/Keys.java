package dev.stipple.soak;

/** A key for each role that programs have. */
record Keys(String intake, String consultant, String admin) {}
