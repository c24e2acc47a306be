/** What travels from one service to another: lines and tables of screenings, written and read. */
@NullMarked
package dev.stipple.screening.exchange;

import org.jspecify.annotations.NullMarked;
