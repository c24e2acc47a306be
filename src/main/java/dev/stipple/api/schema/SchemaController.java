package dev.stipple.api.schema;

import dev.stipple.api.EntityTag;
import dev.stipple.live.LiveRules;
import dev.stipple.rulebook.Derived;
import dev.stipple.rulebook.Rulebook;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Gives the JSON Schema of the answers. */
@RestController
class SchemaController {
    private final LiveRules rules;
    private final Derived<ObjectNode> schema =
            new Derived<>(rulebook -> AnswersSchema.document(rulebook.questionnaire(), rulebook.digest()));

    SchemaController(LiveRules rules) {
        this.rules = rules;
    }

    @Operation(hidden = true)
    @GetMapping(path = "/api/v1/questionnaire", produces = "application/schema+json")
    ResponseEntity<ObjectNode> schema() {
        Rulebook rulebook = rules.assessor().rulebook();
        return ResponseEntity.ok()
                .eTag(EntityTag.of(rulebook, "schema"))
                .varyBy(HttpHeaders.ACCEPT)
                .body(schema.of(rulebook));
    }
}
