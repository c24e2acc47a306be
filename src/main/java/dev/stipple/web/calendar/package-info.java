/** Calendars of what is to come (RFC 5545), and the secret addresses at which consultants have them read. */
@NullMarked
package dev.stipple.web.calendar;

import org.jspecify.annotations.NullMarked;
