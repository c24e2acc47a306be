package dev.stipple.api;

import dev.stipple.authoring.RulebookWatch;
import dev.stipple.reasoning.Counterfactuals;
import dev.stipple.reasoning.Ways;
import dev.stipple.rulebook.Rulebook;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tells what would change the verdict on the answers that are posted. */
@RestController
class CounterfactualsController {
    /** The counterfactuals of one rulebook, which are costly to prepare. */
    private record Prepared(Rulebook rulebook, Counterfactuals counterfactuals) {}

    private final RulebookWatch watch;
    private final Duration timeout;
    private final AtomicReference<@Nullable Prepared> prepared = new AtomicReference<>();

    CounterfactualsController(RulebookWatch watch, @Value("${stipple.reasoning.timeout}") Duration timeout) {
        this.watch = watch;
        this.timeout = timeout;
    }

    @Operation(summary = "Tell what would change the verdict")
    @PostMapping(path = "/api/counterfactuals", consumes = MediaType.APPLICATION_JSON_VALUE)
    Ways counterfactuals(@RequestBody byte[] body) {
        Rulebook rulebook = watch.state().assessor().rulebook();
        var request = AssessmentRequest.read(rulebook.questionnaire(), body);
        return Ways.of(counterfactuals(rulebook).of(request.answers()), rulebook.questionnaire(), request.language());
    }

    private Counterfactuals counterfactuals(Rulebook rulebook) {
        Prepared known = prepared.get();
        if (known == null || known.rulebook() != rulebook) {
            known = new Prepared(rulebook, new Counterfactuals(rulebook, timeout));
            prepared.set(known);
        }
        return known.counterfactuals();
    }
}
