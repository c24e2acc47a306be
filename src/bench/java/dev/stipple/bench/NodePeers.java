package dev.stipple.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** GoRules zen (a decision table that collects the rules that fire) and Cedar (a policy a rule) from Node on the same rules. */
final class NodePeers {
    private static final Path SOURCES = Path.of("src/bench/npm");
    private static final Path FOLDER = Path.of("target/node-peers");

    private NodePeers() {}

    static List<Row> rows() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        for (String file : List.of("package.json", "package-lock.json", "rounds.mjs", "zen.mjs", "cedar.mjs")) {
            Files.write(FOLDER.resolve(file), Files.readAllBytes(SOURCES.resolve(file)));
        }
        run("npm", "install", "--silent", "--ignore-scripts", "--no-audit", "--no-fund");
        FlatRules flat = FlatRules.of(FlatBenchmark.RULES, FlatBenchmark.SEED);
        List<int[]> cases = FlatRules.cases(FlatBenchmark.CASES, FlatBenchmark.SEED);
        JsonMapper.shared()
                .writeValue(
                        FOLDER.resolve("input.json"),
                        Map.of(
                                "rules",
                                flat.rules().stream().map(NodePeers::rule).toList(),
                                "cases",
                                cases.stream().map(NodePeers::fields).toList(),
                                "fired",
                                cases.stream().map(flat::firing).toList()));
        return List.of(row("flat Zen from Node", "zen.mjs"), row("flat Cedar from Node", "cedar.mjs"));
    }

    private static Row row(String name, String script) throws IOException, InterruptedException {
        String[] said = run("node", script).strip().split(" ");
        return new Row(name, Double.parseDouble(said[0]), "us", Double.parseDouble(said[1]));
    }

    private static Map<String, Object> rule(FlatRules.FlatRule rule) {
        return Map.of(
                "name",
                rule.name(),
                "conditions",
                rule.comparisons().stream()
                        .collect(Collectors.toMap(
                                comparison -> "f" + comparison.field(),
                                comparison -> comparison.operator() + " " + comparison.constant())));
    }

    private static Map<String, Integer> fields(int[] values) {
        var fields = new HashMap<String, Integer>();
        IntStream.range(0, values.length).forEach(field -> fields.put("f" + field, values[field]));
        return fields;
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(FOLDER.toFile());
        File input = FOLDER.resolve("input.json").toFile();
        if (input.exists()) {
            builder.redirectInput(input);
        }
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " fails: " + said);
        }
        return said;
    }
}
