package dev.stipple.api.fhir;

import dev.stipple.answers.Answers;
import dev.stipple.answers.Asked;
import dev.stipple.answers.SentJson;
import dev.stipple.assessment.summary.Why;
import dev.stipple.interview.Course;
import dev.stipple.interview.Item;
import dev.stipple.interview.Page;
import dev.stipple.questionnaire.Slot;
import dev.stipple.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a form asks next that learns its questions as it goes along, in the manner of {@code $next-question} of SDC: the
 * response that was sent, and in it a questionnaire of what was answered and of the next page.
 */
final class NextQuestion {
    /** Id of the questionnaire inside a response. */
    static final String CONTAINED = "next";

    private static final String WHY = "urn:stipple:why";

    /**
     * What a call of {@code $next-question} brings: the response so far, by itself or as the parameter that SDC defines.
     *
     * @param tree the response as it was sent
     */
    record Call(SentJson response, JsonNode tree) {
        static final String PARAMETERS = "Parameters";

        private static final String RESPONSE = "questionnaire-response";
        private static final String RESOURCE = "resource";
        private static final List<String> TOLERATED = List.of("id", "meta", "language");

        static boolean isParameters(JsonNode sent) {
            return sent.path("resourceType").asString("").equals(PARAMETERS);
        }

        /**
         * Finds the response in what was sent.
         *
         * @param faults takes what else is there, and that it is missing
         */
        static Optional<Call> of(SentJson sent, JsonNode tree, ResponseFaults faults) {
            if (!isParameters(tree)) {
                return Optional.of(new Call(sent, tree));
            }
            sent.at("resourceType").text();
            sent.tolerate(TOLERATED);
            var found = new ArrayList<Call>();
            int place = 0;
            for (SentJson parameter : sent.at("parameter").items()) {
                JsonNode resource = tree.path("parameter").path(place++).path(RESOURCE);
                parameter.tolerate(List.of("id"));
                if (found.isEmpty()
                        && parameter.at("name").text().filter(RESPONSE::equals).isPresent()) {
                    found.add(new Call(parameter.at(RESOURCE), resource));
                } else {
                    faults.add("not-supported", parameter, "this parameter is not read", "one " + RESPONSE);
                }
            }
            if (found.isEmpty()) {
                faults.add("required", sent, "the response so far is missing", "a parameter " + RESPONSE);
            }
            return found.stream().findFirst();
        }
    }

    private final Rulebook rulebook;
    private final ReadResponse response;
    private final Course course;

    /** @param certain whether the verdict is certain: then only what is safety-critical is asked */
    private NextQuestion(Rulebook rulebook, ReadResponse response, boolean certain) {
        this.rulebook = rulebook;
        this.response = response;
        Answers answers = response.answers();
        this.course = new Course(rulebook.interview(), answers, answers::isUnsure, text -> true, certain);
    }

    static ObjectNode of(JsonNode sent, Rulebook rulebook, ReadResponse response, boolean certain) {
        return new NextQuestion(rulebook, response, certain).resource((ObjectNode) sent);
    }

    private ObjectNode resource(ObjectNode sent) {
        Map<String, List<Slot>> due = course.next().map(this::due).orElse(Map.of());
        ObjectNode next = sent.deepCopy();
        next.put("questionnaire", "#" + CONTAINED).put("status", due.isEmpty() ? "completed" : "in-progress");
        ArrayNode contained = next.putArray("contained");
        sent.path("contained").values().stream()
                .filter(each -> !each.path("id").asString("").equals(CONTAINED))
                .forEach(contained::add);
        contained.add(questionnaire(due));
        return next;
    }

    /** What is asked on a page, by link id. */
    private Map<String, List<Slot>> due(Page page) {
        var due = new HashMap<String, List<Slot>>();
        page.items().stream()
                .filter(course::isDue)
                .flatMap(this::open)
                .forEach(slot -> due.computeIfAbsent(linkId(slot), each -> new ArrayList<>())
                        .add(slot));
        return due;
    }

    private Stream<Slot> open(Item item) {
        Answers answers = response.answers();
        return course.slots(item).stream()
                .filter(slot -> answers.isUnknown(slot)
                        && !answers.isUnsure(slot)
                        && answers.asked(slot) == Asked.YES
                        && !course.isSpared(slot));
    }

    private static String linkId(Slot slot) {
        return slot.question() == null ? LinkIds.any(slot.group()) : LinkIds.of(slot.question());
    }

    private ObjectNode questionnaire(Map<String, List<Slot>> due) {
        ObjectNode whole = QuestionnaireResource.of(rulebook);
        ObjectNode asked = Fhir.resource("Questionnaire").put("id", CONTAINED);
        asked.putArray("derivedFrom").add(Fhir.QUESTIONNAIRE + "|" + rulebook.digest());
        asked.put("status", "active").putArray("subjectType").add("Patient");
        ArrayNode items = kept(whole.path("item"), due);
        if (!items.isEmpty()) {
            asked.set("item", items);
        }
        return asked;
    }

    /** The items that are answered or due, with the groups around them; beside those that are due, why. */
    private ArrayNode kept(JsonNode items, Map<String, List<Slot>> due) {
        ArrayNode kept = Fhir.JSON.arrayNode();
        for (JsonNode item : items) {
            String linkId = item.path("linkId").stringValue();
            ObjectNode copy = (ObjectNode) item.deepCopy();
            ArrayNode inner = kept(item.path("item"), due);
            boolean group = item.path("type").stringValue().equals("group");
            if (due.containsKey(linkId)) {
                explain(copy, due.get(linkId));
            }
            if (group) {
                copy.set("item", inner);
            }
            if (group ? !inner.isEmpty() : due.containsKey(linkId) || isAnswered(linkId)) {
                kept.add(copy);
            }
        }
        return kept;
    }

    private void explain(ObjectNode item, List<Slot> slots) {
        Why why = Why.of(rulebook, response.answers(), slots, response.language());
        Fhir.extend(item, Fhir.JSON.objectNode().put("url", WHY).put("valueString", why.text()));
    }

    private boolean isAnswered(String linkId) {
        Answers answers = response.answers();
        return answers.slots().stream()
                .filter(slot -> linkId(slot).equals(linkId))
                .anyMatch(slot -> answers.isTold(slot) || answers.isUnsure(slot));
    }
}
