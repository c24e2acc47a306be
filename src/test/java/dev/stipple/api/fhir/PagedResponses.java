package dev.stipple.api.fhir;

import dev.stipple.answers.Answers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers to the shipped questionnaire as a form engine sends them: in the sections and on the pages of the Questionnaire. */
final class PagedResponses {
    private final Map<String, List<JsonNode>> items = new HashMap<>();

    private PagedResponses(JsonNode grouped) {
        index(grouped);
    }

    static ObjectNode of(JsonNode questionnaire, Answers answers, String status) {
        ObjectNode response = Responses.of(answers, status);
        JsonNode grouped = response.path("item");
        ArrayNode laid = new PagedResponses(grouped).laid(questionnaire.path("item"));
        response.remove("item");
        if (!laid.isEmpty()) {
            response.set("item", laid);
        }
        return response;
    }

    /** The same items with nothing around those that need not. */
    static ObjectNode flat(Answers answers, String status) {
        ObjectNode response = Responses.of(answers, status);
        ArrayNode flat = Fhir.JSON.arrayNode();
        new PagedResponses(response.path("item")).items.values().forEach(each -> each.forEach(flat::add));
        return response.set("item", flat);
    }

    private void index(JsonNode grouped) {
        for (JsonNode item : grouped) {
            String linkId = item.path("linkId").stringValue();
            if (item.has("answer") || linkId.endsWith("-entry")) {
                items.computeIfAbsent(linkId, each -> new ArrayList<>()).add(item);
            } else {
                index(item.path("item"));
            }
        }
    }

    private ArrayNode laid(JsonNode questionnaire) {
        ArrayNode laid = Fhir.JSON.arrayNode();
        for (JsonNode item : questionnaire) {
            String linkId = item.path("linkId").stringValue();
            items.getOrDefault(linkId, List.of()).forEach(laid::add);
            if (item.path("type").stringValue().equals("group") && !linkId.endsWith("-entry")) {
                ArrayNode inner = laid(item.path("item"));
                if (!inner.isEmpty()) {
                    laid.addObject().put("linkId", linkId).set("item", inner);
                }
            }
        }
        return laid;
    }
}
