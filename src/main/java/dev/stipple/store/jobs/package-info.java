/** The one way of jobs that several services on a database run: what is due in, each thing done once. */
@NullMarked
package dev.stipple.store.jobs;

import org.jspecify.annotations.NullMarked;
