package dev.stipple.api;

import dev.stipple.authoring.RulebookWatch;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells which rules the service answers by. */
@RestController
class RulebookController {
    private final RulebookWatch watch;

    RulebookController(RulebookWatch watch) {
        this.watch = watch;
    }

    @GetMapping("/api/rulebook")
    RulebookView rulebook() {
        return RulebookView.of(watch.state());
    }
}
