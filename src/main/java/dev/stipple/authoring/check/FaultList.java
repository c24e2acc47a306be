package dev.stipple.authoring.check;

import dev.stipple.text.Fault;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Faults in the forms that people and tools read.
 *
 * @param folder the rules folder, as named on the command line
 */
public record FaultList(Path folder, List<Fault> faults) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /** One line a fault: {@code file:line:column: what is wrong; what to write instead}. */
    public List<String> text() {
        return faults.stream()
                .map(fault -> file(fault) + ":" + fault.place().line() + ":"
                        + fault.place().column() + ": " + fault.problem() + "; " + fault.remedy())
                .toList();
    }

    /** An array with one object a fault. */
    public String json() {
        return pretty(faults.stream().map(this::json).toList());
    }

    /** SARIF 2.1.0, as code hosts and editors read it. */
    public String sarif() {
        var kinds = faults.stream()
                .map(Fault::kind)
                .distinct()
                .sorted()
                .map(kind -> Map.of("id", kind))
                .toList();
        var driver = Map.of("name", "stipple", "rules", kinds);
        var run = Map.of(
                "tool",
                Map.of("driver", driver),
                "columnKind",
                "utf16CodeUnits",
                "results",
                faults.stream().map(this::result).toList());
        return pretty(ordered("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(run)));
    }

    private Map<String, Object> json(Fault fault) {
        var json = ordered(
                "file",
                file(fault),
                "line",
                fault.place().line(),
                "column",
                fault.place().column());
        json.putAll(ordered("kind", fault.kind(), "problem", fault.problem(), "remedy", fault.remedy()));
        return json;
    }

    private Map<String, Object> result(Fault fault) {
        var region = ordered(
                "startLine", fault.place().line(), "startColumn", fault.place().column());
        var location =
                Map.of("physicalLocation", ordered("artifactLocation", Map.of("uri", uri(fault)), "region", region));
        var message = Map.of("text", fault.problem() + "; " + fault.remedy());
        var result = ordered("ruleId", fault.kind(), "level", "error", "message", message);
        result.put("locations", List.of(location));
        return result;
    }

    private String file(Fault fault) {
        String file = fault.place().file();
        return file.equals(folder.toString())
                ? file
                : folder.resolve(file).normalize().toString();
    }

    private String uri(Fault fault) {
        return Path.of(file(fault)).toString().replace('\\', '/').replace(" ", "%20");
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    private static String pretty(Object value) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }
}
