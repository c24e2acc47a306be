package dev.stipple.events;

/**
 * Why an event did not arrive.
 *
 * @param problem what went wrong, in a word or two that hold nothing of the answer
 * @param alone whether others may arrive all the same, as where one address is refused
 */
public record Undelivered(String problem, boolean alone) {}
