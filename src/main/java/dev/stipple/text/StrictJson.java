package dev.stipple.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON read in one pass without losing a name that is written twice.
 *
 * @param tree the document; of a name written twice, the first value
 * @param duplicates JSON pointers of names written twice
 */
public record StrictJson(JsonNode tree, List<String> duplicates) {
    /** How many objects and arrays may stand inside each other; the deepest that anybody means is a third of that. */
    public static final int DEEPEST = 64;

    /** How many bytes tell the charset of a document. */
    public static final int BEGINNING = 4;

    private static final int HIGHEST_IN_UTF_8 = 0xF4;

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final int NAMED = 3;

    /** What was read is not JSON. */
    public static class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Malformed(String problem, int line, int column) {
            super("line " + line + ", column " + column + ": " + problem);
        }
    }

    /** What was read is nested deeper than {@link #DEEPEST}. */
    public static final class TooDeep extends Malformed {
        public static final String PROBLEM = "this is nested deeper than " + DEEPEST + " levels";

        private static final long serialVersionUID = 1L;

        private final String pointer;

        private TooDeep(String pointer, TokenStreamLocation at) {
            super(PROBLEM, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
            this.pointer = pointer;
        }

        /** JSON pointer to the outer part that is nested so deeply. */
        public String pointer() {
            return pointer;
        }
    }

    /**
     * Reads one document and nothing after it.
     *
     * @throws Malformed where this is not JSON in UTF-8, or has a text that is not {@link PlainText}
     */
    public static StrictJson read(byte[] json) {
        if (isOtherCharset(json)) {
            throw new Malformed("this is not UTF-8; save it so", 1, 1);
        }
        try (JsonParser parser = MAPPER.createParser(json)) {
            return read(parser);
        } catch (JacksonException e) {
            throw malformed("this is not JSON", e.getLocation());
        }
    }

    /** Whether JSON that begins with these bytes is UTF-16 or UTF-32: it has a zero there, or a mark of the order of bytes. */
    public static boolean isOtherCharset(byte[] beginning) {
        for (int i = 0; i < Math.min(BEGINNING, beginning.length); i++) {
            int read = Byte.toUnsignedInt(beginning[i]);
            if (read == 0 || read > HIGHEST_IN_UTF_8) {
                return true;
            }
        }
        return false;
    }

    private static StrictJson read(JsonParser parser) {
        var duplicates = new ArrayList<String>();
        try {
            if (parser.nextToken() == null) {
                throw new Malformed("nothing is written here", 1, 1);
            }
            JsonNode tree = node(parser, duplicates);
            if (parser.nextToken() != null) {
                throw malformed("more follows after the end of the document", parser.currentTokenLocation());
            }
            return new StrictJson(tree, List.copyOf(duplicates));
        } catch (StreamConstraintsException e) {
            throw malformed("this number or name is too long", parser.currentLocation());
        }
    }

    private static Malformed malformed(String problem, @Nullable TokenStreamLocation at) {
        return at == null
                ? new Malformed(problem, 1, 1)
                : new Malformed(problem, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }

    private static TooDeep tooDeep(JsonParser parser) {
        TokenStreamContext outer = parser.streamReadContext();
        while (outer.getNestingDepth() > NAMED) {
            outer = outer.getParent();
        }
        return new TooDeep(outer.pathAsPointer().toString(), parser.currentTokenLocation());
    }

    private static JsonNode node(JsonParser parser, List<String> duplicates) {
        if (parser.streamReadContext().getNestingDepth() > DEEPEST) {
            throw tooDeep(parser);
        }
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = plain(parser.currentName(), parser);
                parser.nextToken();
                JsonNode value = node(parser, duplicates);
                if (object.has(name)) {
                    duplicates.add(parser.streamReadContext().pathAsPointer().toString());
                } else {
                    object.set(name, value);
                }
            }
            return object;
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                array.add(node(parser, duplicates));
            }
            return array;
        }
        return leaf(parser);
    }

    private static JsonNode leaf(JsonParser parser) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (parser.currentToken()) {
            case VALUE_STRING -> nodes.stringNode(plain(parser.getString(), parser));
            case VALUE_TRUE -> nodes.booleanNode(true);
            case VALUE_FALSE -> nodes.booleanNode(false);
            case VALUE_NULL -> nodes.nullNode();
            default -> parser.readValueAsTree();
        };
    }

    private static String plain(String text, JsonParser parser) {
        if (!PlainText.is(text)) {
            throw malformed(PlainText.FAULT, parser.currentTokenLocation());
        }
        return text;
    }
}
