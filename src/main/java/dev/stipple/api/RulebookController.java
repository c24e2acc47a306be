package dev.stipple.api;

import dev.stipple.live.RulebookView;
import dev.stipple.live.RulebookWatch;
import dev.stipple.reasoning.proof.Certificate;
import dev.stipple.reasoning.proof.Proof;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells which rules the service answers by. */
@RestController
class RulebookController {
    private final RulebookWatch watch;
    private final Duration timeout;
    private final ReasonerTimeouts timeouts;

    RulebookController(
            RulebookWatch watch, @Value("${stipple.reasoning.timeout}") Duration timeout, ReasonerTimeouts timeouts) {
        this.watch = watch;
        this.timeout = timeout;
        this.timeouts = timeouts;
    }

    @Operation(summary = "Tell which rules are in use")
    @GetMapping("/api/rulebook")
    RulebookView rulebook() {
        return RulebookView.of(watch.state());
    }

    /** What is proved of the rules in use for every possible answer; what the time did not suffice for is named. */
    @Operation(summary = "Read what is proved of the rules in use")
    @GetMapping("/api/rulebook/certificate")
    CertificateView certificate() {
        Certificate certificate = Proof.of(watch.state().assessor().rulebook(), timeout);
        timeouts.count("certificate", !certificate.unfinished().isEmpty());
        return CertificateView.of(certificate);
    }
}
