/** People as given and expected: their files, their run and their report. */
@NullMarked
package dev.stipple.authoring.scenario;

import org.jspecify.annotations.NullMarked;
