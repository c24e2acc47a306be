package dev.stipple.authoring.scenario;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes results of scenarios in the XML that build servers read from JUnit. */
public final class JUnitFile {
    private JUnitFile() {}

    /** The whole text of the file. */
    public static String write(List<ScenarioResult> results) {
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "scenarios");
            xml.writeAttribute("tests", Integer.toString(results.size()));
            long failures = results.stream().filter(result -> !result.passed()).count();
            xml.writeAttribute("failures", Long.toString(failures));
            for (ScenarioResult result : results) {
                write(result, xml);
            }
            xml.writeEndDocument();
            xml.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text takes whatever is written to it", e);
        }
    }

    private static void write(ScenarioResult result, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", result.scenario().factor());
        xml.writeAttribute("name", result.scenario().name());
        xml.writeAttribute("file", result.scenario().place().file());
        xml.writeAttribute("line", Integer.toString(result.scenario().place().line()));
        if (!result.passed()) {
            xml.writeStartElement("failure");
            xml.writeAttribute("message", String.join("; ", result.differences()));
            xml.writeCharacters(String.join("\n", new ScenarioReport(result).lines()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
}
