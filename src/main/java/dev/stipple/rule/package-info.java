/** Rules, conditions, findings and verdicts as values: no Drools, no files. */
@NullMarked
package dev.stipple.rule;

import org.jspecify.annotations.NullMarked;
