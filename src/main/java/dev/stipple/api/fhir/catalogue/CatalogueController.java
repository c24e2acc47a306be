package dev.stipple.api.fhir.catalogue;

import dev.stipple.api.fhir.Fhir;
import dev.stipple.api.fhir.Issue;
import dev.stipple.api.fhir.QuestionnaireResource;
import dev.stipple.live.LiveRules;
import dev.stipple.rulebook.Rulebook;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.node.ObjectNode;

/** Says what the FHIR door can do and finds what it has. */
@RestController
@RequestMapping(
        path = "/fhir",
        produces = {Fhir.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
class CatalogueController {
    private final LiveRules rules;
    private final LocalDate started = LocalDate.now(ZoneId.systemDefault());

    CatalogueController(LiveRules rules) {
        this.rules = rules;
    }

    @Operation(operationId = "readCapabilities", summary = "Read what the FHIR door can do, as a CapabilityStatement")
    @GetMapping("/metadata")
    ObjectNode capabilities() {
        String title = rules.assessor().rulebook().questionnaire().title().original();
        return new Capabilities(title, base(), started).resource();
    }

    @Operation(
            operationId = "searchQuestionnaires",
            summary = "Find the Questionnaire by its canonical address or name")
    @GetMapping("/Questionnaire")
    ObjectNode questionnaires(
            @RequestParam(name = "_id", required = false) @Nullable String id,
            @RequestParam(required = false) @Nullable String url,
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(name = "name:exact", required = false) @Nullable String exactName) {
        var found = Stream.of(QuestionnaireResource.of(rules.assessor().rulebook()));
        return bundle(found.filter(CanonicalSearch.of(id, url, version, name, exactName))
                .toList());
    }

    @Operation(operationId = "searchCodeSystems", summary = "Find the codes that questions are answered with")
    @GetMapping("/CodeSystem")
    ObjectNode codeSystems(
            @RequestParam(name = "_id", required = false) @Nullable String id,
            @RequestParam(required = false) @Nullable String url,
            @RequestParam(required = false) @Nullable String version) {
        return bundle(all(OptionList::codeSystem, CanonicalSearch.of(id, url, version, null, null)));
    }

    @Operation(operationId = "searchValueSets", summary = "Find the sets of codes that questions are answered with")
    @GetMapping("/ValueSet")
    ObjectNode valueSets(
            @RequestParam(name = "_id", required = false) @Nullable String id,
            @RequestParam(required = false) @Nullable String url,
            @RequestParam(required = false) @Nullable String version) {
        return bundle(all(OptionList::valueSet, CanonicalSearch.of(id, url, version, null, null)));
    }

    @Operation(operationId = "readCodeSystem", summary = "Read the codes that a question is answered with")
    @GetMapping("/CodeSystem/{id}")
    ResponseEntity<ObjectNode> codeSystem(@PathVariable String id) {
        return one(all(OptionList::codeSystem, new CanonicalSearch(id, null, null, null, null)));
    }

    @Operation(operationId = "readValueSet", summary = "Read the set of codes that a question is answered with")
    @GetMapping("/ValueSet/{id}")
    ResponseEntity<ObjectNode> valueSet(@PathVariable String id) {
        return one(all(OptionList::valueSet, new CanonicalSearch(id, null, null, null, null)));
    }

    private List<ObjectNode> all(BiFunction<OptionList, Rulebook, ObjectNode> form, Predicate<ObjectNode> wanted) {
        Rulebook rulebook = rules.assessor().rulebook();
        return OptionList.of(rulebook.questionnaire()).stream()
                .map(list -> form.apply(list, rulebook))
                .filter(wanted)
                .toList();
    }

    private static ResponseEntity<ObjectNode> one(List<ObjectNode> found) {
        if (!found.isEmpty()) {
            return ResponseEntity.ok(found.get(0));
        }
        var issue = Issue.error("not-found", "No question has this id; a search without parameters lists all.", "");
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .contentType(MediaType.valueOf(Fhir.MEDIA_TYPE))
                .body(Issue.outcome(List.of(issue)));
    }

    private static ObjectNode bundle(List<ObjectNode> found) {
        ObjectNode bundle = Fhir.resource("Bundle").put("type", "searchset").put("total", found.size());
        for (ObjectNode resource : found) {
            ObjectNode entry = bundle.withArrayProperty("entry").addObject();
            entry.put(
                    "fullUrl",
                    base() + "/" + resource.path("resourceType").stringValue() + "/"
                            + resource.path("id").stringValue());
            entry.set("resource", resource);
            entry.putObject("search").put("mode", "match");
        }
        return bundle;
    }

    private static String base() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().toUriString() + "/fhir";
    }
}
