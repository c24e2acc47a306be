package dev.stipple.assessment.summary;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.stipple.assessment.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * The short answer, and everything behind it beside it.
 *
 * @param why why the question is asked that is most worth asking; null where none can change the verdict
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FullAssessment(
        Summary summary, @Nullable Why why, @JsonUnwrapped Explanation everything) implements Explained {}
