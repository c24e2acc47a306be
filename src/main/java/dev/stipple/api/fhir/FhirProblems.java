package dev.stipple.api.fhir;

import dev.stipple.text.StrictJson;
import java.util.List;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.node.ObjectNode;

/** Says what is wrong with a resource that was sent. */
@RestControllerAdvice(basePackageClasses = Fhir.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class FhirProblems {
    @ExceptionHandler
    ResponseEntity<ObjectNode> tooDeep(StrictJson.TooDeep problem) {
        return outcome(HttpStatus.UNPROCESSABLE_CONTENT, List.of(Issue.error("too-long", said(problem), "")));
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> malformed(StrictJson.Malformed problem) {
        return outcome(HttpStatus.BAD_REQUEST, List.of(Issue.error("structure", said(problem), "")));
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> invalid(InvalidResponse problem) {
        return outcome(HttpStatus.UNPROCESSABLE_CONTENT, problem.issues());
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> unknown(UnknownQuestionnaire problem) {
        return outcome(HttpStatus.NOT_FOUND, List.of(Issue.error("not-found", said(problem), "")));
    }

    private static ResponseEntity<ObjectNode> outcome(HttpStatus status, List<Issue> issues) {
        return ResponseEntity.status(status)
                .contentType(MediaType.valueOf(Fhir.MEDIA_TYPE))
                .body(Issue.outcome(issues));
    }

    private static String said(RuntimeException problem) {
        return Objects.requireNonNull(problem.getMessage());
    }
}
