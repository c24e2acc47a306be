package dev.stipple.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.text.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Adds one thing to a generated document, or moves one thing to another place, and demands that it makes a difference to who
 * reads it: another reading, or a fault. A move is an addition to the document without the thing. {@code
 * -Dstipple.additions=100000} makes it the long test of each reader, {@code -Dstipple.seed} repeats one.
 */
public final class Additions {
    private static final int WANTED = Integer.getInteger("stipple.additions", 1000);
    private static final int A_DOCUMENT = 20;
    private static final String TWICE = "@@twice@@";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<JsonNode> ODD = List.of(
            JSON.numberNode(7),
            JSON.numberNode(1.5),
            JSON.booleanNode(true),
            JSON.booleanNode(false),
            JSON.stringNode("text"),
            JSON.stringNode("NONE"),
            JSON.stringNode(AnswersReader.NOT_SURE),
            JSON.nullNode(),
            JSON.objectNode(),
            JSON.arrayNode(),
            JSON.objectNode().put("x", 1),
            JSON.arrayNode().add(JSON.objectNode().put("x", 1)));

    /** Reads a document whole. */
    public interface Reader {
        /**
         * What was read.
         *
         * @throws RuntimeException that is a fault of the document
         */
        Object read(byte[] document);
    }

    /**
     * A document before and after one thing was added.
     *
     * @param place where it was added
     * @param value null where a name was written twice, which always is a fault
     */
    private record Addition(
            String before,
            String after,
            JsonPointer place,
            @Nullable JsonNode value) {}

    private final String name;
    private final Random random;
    private final Function<Random, ObjectNode> documents;
    private final List<String> names;
    private final Predicate<RuntimeException> faults;
    private final BiPredicate<String, JsonNode> tolerated;

    private Additions(
            String name,
            Random random,
            Function<Random, ObjectNode> documents,
            List<String> names,
            Predicate<RuntimeException> faults,
            BiPredicate<String, JsonNode> tolerated) {
        this.name = name;
        this.random = random;
        this.documents = documents;
        this.names = names;
        this.faults = faults;
        this.tolerated = tolerated;
    }

    /**
     * Tries a reader out.
     *
     * @param documents makes valid documents
     * @param names that could be added, besides those of the documents
     * @param faults tells the faults of a document from failures of its reader
     * @param tolerated tells by JSON pointer and value what may be added without a difference
     */
    public static void makeADifference(
            String name,
            Function<Random, ObjectNode> documents,
            List<String> names,
            Reader reader,
            Predicate<RuntimeException> faults,
            BiPredicate<String, JsonNode> tolerated) {
        long seed = Long.getLong("stipple.seed", System.nanoTime());
        System.out.println("additions to " + name + ": seed " + seed);
        new Additions(name, new Random(seed), documents, names, faults, tolerated).run(reader, seed);
    }

    private void run(Reader reader, long seed) {
        int refused = 0;
        int other = 0;
        int nothing = 0;
        Document document = Document.of(documents.apply(random));
        Document donor = document;
        Optional<Object> whole = Optional.empty();
        for (int i = 0; refused + other < WANTED; i++) {
            if (i % A_DOCUMENT == 0) {
                donor = document;
                document = Document.of(documents.apply(random));
                whole = outcome(reader, document.text());
                assertThat(whole).as("seed %d: %s", seed, document.text()).isPresent();
            }
            Addition addition = addition(document, donor);
            Optional<Object> after = outcome(reader, addition.after());
            if (after.isEmpty()) {
                refused++;
            } else if (!after.equals(
                    addition.before().equals(document.text()) ? whole : outcome(reader, addition.before()))) {
                other++;
            } else {
                nothing++;
                JsonNode value = addition.value();
                assertThat(value != null
                                && (saysNothing(value)
                                        || isNoneAlone(addition, value)
                                        || tolerated.test(addition.place().toString(), value)))
                        .as("seed %d: %s at %s vanished%n%s", seed, value, addition.place(), addition.after())
                        .isTrue();
            }
        }
        System.out.printf(
                "additions to %s: %d refused, %d read, %d tolerated or saying nothing%n",
                name, refused, other, nothing);
        assertThat(refused).isPositive();
        assertThat(other).isPositive();
    }

    /** What is read; empty where there is a fault. */
    private Optional<Object> outcome(Reader reader, String document) {
        try {
            return Optional.of(reader.read(document.getBytes(StandardCharsets.UTF_8)));
        } catch (RuntimeException e) {
            if (!faults.test(e)) {
                throw new AssertionError(document, e);
            }
            return Optional.empty();
        }
    }

    /** Whether a faulty document is told as such by what every reader throws. */
    public static boolean isFault(RuntimeException problem) {
        return problem instanceof InvalidAnswers || problem instanceof StrictJson.Malformed;
    }

    private Addition addition(Document document, Document donor) {
        int kind = document.filled().isEmpty() || donor.filled().isEmpty() ? 9 : random.nextInt(10);
        if (kind == 0) {
            return twice(document, donor);
        }
        return kind < 3
                ? move(document, donor)
                : kind < 7
                        ? graft(document, donor)
                        : insert(document, donor, document.copy(), value(document, donor), "", document.text());
    }

    /** Puts a part of another document where it stood there, which most often fits. */
    private Addition graft(Document document, Document donor) {
        Placed part = one(donor.all());
        ObjectNode copy = document.copy();
        JsonNode target = copy.at(
                part.place().head() == null ? part.place() : part.place().head());
        if (target instanceof ArrayNode array) {
            array.add(part.node().deepCopy());
            return new Addition(document.text(), copy.toString(), part.place(), part.node());
        }
        String member = part.place().matches() ? null : part.place().last().getMatchingProperty();
        if (target instanceof ObjectNode object && member != null && !object.has(member)) {
            object.set(member, part.node().deepCopy());
            return new Addition(document.text(), copy.toString(), part.place(), part.node());
        }
        return insert(document, donor, copy, part.node(), "", document.text());
    }

    private Addition twice(Document document, Document donor) {
        Placed chosen = one(document.filled());
        String member = one(List.copyOf(chosen.node().propertyNames()));
        ObjectNode copy = document.copy();
        JsonNode value = random.nextBoolean() ? chosen.node().get(member) : value(document, donor);
        ((ObjectNode) copy.at(chosen.place())).set(TWICE, value);
        String after = copy.toString()
                .replace(
                        JSON.stringNode(TWICE).toString(),
                        JSON.stringNode(member).toString());
        return new Addition(document.text(), after, chosen.place().appendProperty(member), null);
    }

    private Addition move(Document document, Document donor) {
        Placed chosen = one(document.inside());
        ObjectNode copy = document.copy();
        JsonNode parent = copy.at(chosen.place().head());
        if (parent instanceof ObjectNode object) {
            object.remove(chosen.place().last().getMatchingProperty());
        } else if (parent instanceof ArrayNode array) {
            array.remove(chosen.place().last().getMatchingIndex());
        }
        return insert(
                document, donor, copy, chosen.node(), chosen.place().last().getMatchingProperty(), copy.toString());
    }

    /**
     * @param copy of the document, perhaps without what is moved
     * @param own the name that the value had where it was taken from; empty where it is new
     */
    private Addition insert(
            Document document, Document donor, ObjectNode copy, JsonNode value, String own, String before) {
        JsonPointer place = one(document.containers()).place();
        while (!copy.at(place).isContainer()) {
            place = one(document.containers()).place();
        }
        if (copy.at(place) instanceof ArrayNode array) {
            int index = random.nextInt(array.size() + 1);
            array.insert(index, value.deepCopy());
            return new Addition(before, copy.toString(), place.appendIndex(index), value);
        }
        ObjectNode object = (ObjectNode) copy.at(place);
        String member = !own.isEmpty() && random.nextInt(3) > 0 ? own : member(document, donor);
        if (object.has(member)) {
            member = member + "_";
        }
        object.set(member, value.deepCopy());
        return new Addition(before, copy.toString(), place.appendProperty(member), value);
    }

    private String member(Document document, Document donor) {
        var objects = (random.nextBoolean() ? document : donor).filled();
        return switch (random.nextInt(8)) {
            case 0 -> one(List.of("x", "", "a/b~c", "id", "extension"));
            case 1, 2, 3 -> one(names);
            default ->
                objects.isEmpty()
                        ? one(names)
                        : one(List.copyOf(one(objects).node().propertyNames()));
        };
    }

    private JsonNode value(Document document, Document donor) {
        return random.nextInt(3) == 0
                ? one(ODD)
                : one((random.nextInt(3) == 0 ? document : donor).all()).node();
    }

    /** Whether it stands alone in a list that was empty, which says the same. */
    private static boolean isNoneAlone(Addition addition, JsonNode value) {
        JsonNode around = JsonMapper.shared()
                .readTree(addition.before())
                .at(Objects.requireNonNullElse(addition.place().head(), JsonPointer.empty()));
        return value.asString("").equals("NONE") && around.isArray() && around.isEmpty();
    }

    /** Whether a value is only another way to say that nothing is known. */
    private static boolean saysNothing(JsonNode value) {
        if (value.isString()) {
            return value.stringValue().isBlank() || value.stringValue().equals(AnswersReader.NOT_SURE);
        }
        return value.isNull() || (value.isContainer() && value.valueStream().allMatch(Additions::saysNothing));
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** A value of a document, where it stands. */
    private record Placed(JsonPointer place, JsonNode node) {}

    /**
     * A document that is not changed, with its places listed once for all changes of copies of it.
     *
     * @param inside all but the whole
     * @param containers objects and arrays
     * @param filled objects with members
     */
    private record Document(
            ObjectNode root,
            String text,
            List<Placed> all,
            List<Placed> inside,
            List<Placed> containers,
            List<Placed> filled) {
        private static Document of(ObjectNode root) {
            var all = new ArrayList<Placed>();
            add(JsonPointer.empty(), root, all);
            return new Document(
                    root,
                    root.toString(),
                    all,
                    all.subList(1, all.size()),
                    all.stream().filter(each -> each.node().isContainer()).toList(),
                    all.stream()
                            .filter(each -> each.node() instanceof ObjectNode object && !object.isEmpty())
                            .toList());
        }

        private static void add(JsonPointer place, JsonNode node, List<Placed> all) {
            all.add(new Placed(place, node));
            node.properties().forEach(member -> add(place.appendProperty(member.getKey()), member.getValue(), all));
            if (node.isArray()) {
                for (int i = 0; i < node.size(); i++) {
                    add(place.appendIndex(i), node.get(i), all);
                }
            }
        }

        private ObjectNode copy() {
            return root.deepCopy();
        }
    }
}
