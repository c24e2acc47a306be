package dev.stipple.assessment.summary;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.stipple.assessment.Explanation;

/** The short answer, and everything behind it beside it. */
public record FullAssessment(Summary summary, @JsonUnwrapped Explanation everything) implements Explained {}
