package dev.stipple.api.screenings;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.stipple.rule.Verdict;
import dev.stipple.screening.kept.Screening;
import java.time.Instant;

/** What is told to whoever handed in a screening. */
record KeptView(
        String reference,
        Instant receivedAt,
        Verdict verdict,
        @JsonRawValue String assessment) {
    static KeptView of(Screening screening) {
        var first = screening.revisions().get(0);
        return new KeptView(
                screening.reference().toString(), screening.receivedAt(), first.verdict(), first.assessment());
    }
}
