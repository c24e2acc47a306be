/** The service as a process of its own on PostgreSQL, under mixed load while its rules change and its database goes. */
@NullMarked
package dev.stipple.soak;

import org.jspecify.annotations.NullMarked;
