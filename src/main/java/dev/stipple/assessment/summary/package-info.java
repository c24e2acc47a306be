/** The short answer: an assessment in layers, each as short as a person reads it, with all of it behind them. */
@NullMarked
package dev.stipple.assessment.summary;

import org.jspecify.annotations.NullMarked;
