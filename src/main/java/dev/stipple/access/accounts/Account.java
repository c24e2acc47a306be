package dev.stipple.access.accounts;

/**
 * Somebody who can sign in.
 *
 * @param mustChange whether the password has to be changed before anything else can be done
 */
public record Account(String name, Role role, boolean mustChange, boolean disabled) {}
