/**
 * What happened to screenings, told to programs of others. In: the outbox, written in the transaction of what happened. Out:
 * signed posts to receivers, each at least once, by whichever service on the database is first.
 */
@NullMarked
package dev.stipple.events;

import org.jspecify.annotations.NullMarked;
