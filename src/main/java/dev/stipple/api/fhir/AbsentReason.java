package dev.stipple.api.fhir;

import dev.stipple.answers.SentJson;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The extension {@code data-absent-reason}, by which a form says that somebody was asked and has no answer. */
final class AbsentReason {
    private static final String URL = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
    private static final List<String> VALUES = List.of("valueInteger", "valueString", "valueCoding");

    private AbsentReason() {}

    /**
     * Whether an item has no value and says why, be it itself or where the value would stand. That it has a value and says why
     * it has none is a fault.
     */
    static boolean isIn(SentJson item, Collection<SentJson> given, ResponseFaults faults) {
        List<JsonNode> reasons = Stream.concat(Stream.of(item), given.stream())
                .flatMap(AbsentReason::reasons)
                .toList();
        if (!reasons.stream()
                .allMatch(reason -> reason.isString() && !reason.stringValue().isBlank())) {
            faults.add("structure", item, "this is no reason", "data-absent-reason with a valueCode");
        }
        boolean valued = given.stream().anyMatch(AbsentReason::hasValue);
        if (valued && !reasons.isEmpty()) {
            faults.add("structure", item, "this has a value and says why it has none", "one of the two");
        }
        return !valued && !reasons.isEmpty();
    }

    private static boolean hasValue(SentJson answer) {
        return VALUES.stream()
                .map(answer::at)
                .anyMatch(value -> value.isObject() ? !value.at("code").isAbsent() : !value.isAbsent());
    }

    private static Stream<JsonNode> reasons(SentJson element) {
        return Stream.concat(
                        Stream.of(element, element.at("valueCoding")),
                        Stream.of(element.at("_valueInteger"), element.at("_valueString")))
                .filter(SentJson::isObject)
                .flatMap(place -> place.at("extension").take().valueStream())
                .filter(extension -> extension.path("url").asString("").equals(URL))
                .map(extension -> extension.path("valueCode"));
    }
}
