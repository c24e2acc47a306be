package dev.stipple.api.fhir.catalogue;

import dev.stipple.api.fhir.Fhir;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the FHIR door can do, as a CapabilityStatement.
 *
 * @param title of the questionnaire
 * @param base the address of the door
 * @param since the day since which it is so
 */
record Capabilities(String title, String base, LocalDate since) {
    private static final String SDC = "http://hl7.org/fhir/uv/sdc/OperationDefinition/Questionnaire-";

    ObjectNode resource() {
        ObjectNode statement = Fhir.resource("CapabilityStatement").put("status", "active");
        statement.put("date", since.toString()).put("kind", "instance");
        statement.putObject("software").put("name", "Stipple");
        statement.putObject("implementation").put("description", title).put("url", base);
        statement.put("fhirVersion", "4.0.1");
        statement.putArray("format").add(Fhir.MEDIA_TYPE).add("json");
        ObjectNode rest = statement.putArray("rest").addObject().put("mode", "server");
        ArrayNode resources = rest.putArray("resource");
        resources.add(questionnaire()).add(response());
        resources.add(searched("CodeSystem", List.of())).add(searched("ValueSet", List.of()));
        return statement;
    }

    private static ObjectNode questionnaire() {
        ObjectNode resource = searched("Questionnaire", List.of("name"));
        ArrayNode operations = resource.putArray("operation");
        for (String name : List.of("next-question", "populate")) {
            operations.addObject().put("name", name).put("definition", SDC + name);
        }
        return resource;
    }

    private static ObjectNode response() {
        ObjectNode resource = Fhir.JSON.objectNode().put("type", "QuestionnaireResponse");
        resource.put("documentation", "A response is assessed and answered with a GuidanceResponse; it is not kept.");
        resource.putArray("interaction").addObject().put("code", "create");
        return resource;
    }

    private static ObjectNode searched(String type, List<String> more) {
        ObjectNode resource = Fhir.JSON.objectNode().put("type", type);
        ArrayNode interactions = resource.putArray("interaction");
        interactions.addObject().put("code", "read");
        interactions.addObject().put("code", "search-type");
        resource.put("versioning", "no-version");
        ArrayNode parameters = resource.putArray("searchParam");
        parameters.addObject().put("name", "_id").put("type", "token");
        parameters.addObject().put("name", "url").put("type", "uri");
        parameters.addObject().put("name", "version").put("type", "token");
        more.forEach(name -> parameters.addObject().put("name", name).put("type", "string"));
        return resource;
    }
}
