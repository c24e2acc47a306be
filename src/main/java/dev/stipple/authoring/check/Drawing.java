package dev.stipple.authoring.check;

import dev.stipple.text.Characters;
import dev.stipple.text.Fault;
import dev.stipple.text.Place;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An SVG drawing that shows something and does nothing: browsers also run what others hold, and fetch what they name. */
final class Drawing {
    private static final Set<String> ELEMENTS = Set.of(
            "svg",
            "g",
            "defs",
            "symbol",
            "use",
            "title",
            "desc",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "text",
            "tspan",
            "linearGradient",
            "radialGradient",
            "stop",
            "clipPath",
            "mask",
            "pattern",
            "marker");

    private static final int DEEPEST = 50;
    private static final Pattern ELSEWHERE = Pattern.compile("url\\(\\s*['\"]?\\s*(?!#)|:\\s*//|(?i:javascript|data):");
    private static final String REMEDY = "save it as plain SVG, with nothing but shapes and text";

    private final String file;
    private final String text;
    private final List<Fault> faults = new ArrayList<>();

    private Drawing(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /** What is wrong with a drawing; the first of it, where it cannot be read on. */
    static List<Fault> faults(String file, String text) {
        var strange = Characters.faults(file, text).toList();
        if (!strange.isEmpty()) {
            return strange;
        }
        var drawing = new Drawing(file, text);
        drawing.read();
        return drawing.faults;
    }

    private void read() {
        var readers = XMLInputFactory.newFactory();
        readers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        readers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = readers.createXMLStreamReader(new StringReader(text));
            int depth = 0;
            while (reader.hasNext() && faults.isEmpty()) {
                int event = reader.next();
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT -> element(reader, depth++);
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    case XMLStreamConstants.DTD,
                            XMLStreamConstants.ENTITY_REFERENCE,
                            XMLStreamConstants.PROCESSING_INSTRUCTION ->
                        fault(reader.getLocation(), "a declaration or an instruction stands here");
                    default -> {
                        // Text and comments say nothing to a browser.
                    }
                }
            }
        } catch (XMLStreamException e) {
            fault(e.getLocation(), "this is not a drawing in SVG");
        }
    }

    private void element(XMLStreamReader reader, int depth) {
        String name = reader.getLocalName();
        if (depth == 0 && !name.equals("svg")) {
            fault(reader.getLocation(), "this is not a drawing in SVG");
        } else if (depth == DEEPEST) {
            fault(reader.getLocation(), "more than " + DEEPEST + " elements stand in each other");
        } else if (!ELEMENTS.contains(name)) {
            fault(reader.getLocation(), "'" + name + "' has no place in a drawing");
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String attribute = reader.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
            String value = reader.getAttributeValue(i);
            boolean leaves = attribute.equals("href")
                    ? !value.startsWith("#")
                    : ELSEWHERE.matcher(value).find();
            if (attribute.startsWith("on") || leaves) {
                fault(reader.getLocation(), "'" + attribute + "' does more than to show something");
            }
        }
    }

    private void fault(Location at, String problem) {
        int offset = Math.max(0, Math.min(at == null ? 0 : at.getCharacterOffset(), text.length()));
        faults.add(new Fault(Place.at(file, text, offset), "drawing", problem, REMEDY));
    }
}
