package dev.stipple.interview;

/**
 * How long the interview may be, in pages turned and in taps.
 *
 * @param easiest a person of {@code people.yaml} who has least to tell
 * @param pages most pages for that person
 * @param taps most taps for that person
 * @param medianPages most pages for half of all people
 * @param mostPages most pages for anybody
 */
public record Budget(String easiest, int pages, int taps, int medianPages, int mostPages) {}
