package dev.stipple.api;

import dev.stipple.authoring.scenario.NamedPeople;
import dev.stipple.live.LiveRules;
import dev.stipple.live.RulebookView;
import dev.stipple.reasoning.proof.Certificate;
import dev.stipple.reasoning.proof.Proof;
import dev.stipple.rulebook.Rulebook;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells which rules the service answers by. */
@RestController
class RulebookController {
    private final LiveRules rules;
    private final Duration timeout;
    private final ReasonerTimeouts timeouts;

    RulebookController(
            LiveRules rules, @Value("${stipple.reasoning.timeout}") Duration timeout, ReasonerTimeouts timeouts) {
        this.rules = rules;
        this.timeout = timeout;
        this.timeouts = timeouts;
    }

    @Operation(operationId = "readRulebook", summary = "Tell which rules are in use")
    @GetMapping("/api/v1/rulebook")
    RulebookView rulebook() {
        return RulebookView.of(rules.state());
    }

    /** What is proved of the rules in use for every possible answer; what the time did not suffice for is named. */
    @Operation(operationId = "readCertificate", summary = "Read what is proved of the rules in use")
    @GetMapping("/api/v1/rulebook/certificate")
    CertificateView certificate() {
        Rulebook rulebook = rules.assessor().rulebook();
        Certificate certificate =
                Proof.of(rulebook, NamedPeople.of(rulebook.contents()).values(), timeout);
        timeouts.count("certificate", !certificate.unfinished().isEmpty());
        return CertificateView.of(certificate);
    }
}
