package dev.stipple.bench;

import dev.stipple.authoring.impact.Population;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.RulesFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** The service under wrk, beside an endpoint that only parses and echoes the same bodies. */
final class Http {
    private static final int CONNECTIONS = 8;
    private static final int BODIES = 100;
    private static final long SEED = 7;
    private static final Pattern RESULT = Pattern.compile("RESULT ([0-9.]+) ([0-9.]+) ([0-9.]+) ([0-9.]+) ([0-9]+)");

    private final Path script = Files.createTempFile("post", ".lua");

    Http() throws IOException {
        var population =
                new Population(Rulebook.load(RulesFolder.read(Path.of("rules"))).contents(), SEED);
        var lines = new ArrayList<String>();
        for (int i = 0; i < BODIES; i++) {
            lines.add(JsonMapper.shared()
                    .writeValueAsString(Map.of("answers", population.next().json())));
        }
        Path bodies = Files.write(Files.createTempFile("bodies", ".jsonl"), lines);
        Files.writeString(script, """
                local bodies = {}
                for line in io.lines("%s") do bodies[#bodies + 1] = line end
                local next = 0
                request = function()
                  next = next %% #bodies + 1
                  return wrk.format("POST", nil, {["Content-Type"] = "application/json"}, bodies[next])
                end
                local wait = tonumber(os.getenv("WAIT") or "0")
                if wait > 0 then delay = function() return wait end end
                done = function(summary, latency)
                  io.write(string.format("RESULT %%f %%f %%f %%f %%d\\n", summary.requests / (summary.duration / 1e6),
                    latency:percentile(50), latency:percentile(99), latency:percentile(99.9), summary.errors.status))
                end
                """.formatted(bodies));
    }

    List<Row> rows() throws Exception {
        var rows = new ArrayList<Row>();
        try (Service echo = Service.echo(18081)) {
            rows.add(Row.once("empty web application: start to the first answer", echo.startMillis, "ms"));
            rows.addAll(load("echo", echo));
        }
        try (Service stipple = Service.stipple(18080)) {
            rows.add(Row.once("serve: start to the first answer", stipple.startMillis, "ms"));
            rows.addAll(load("assessments", stipple));
        }
        return rows;
    }

    private List<Row> load(String name, Service service) throws IOException, InterruptedException {
        wrk(service, 20, 0);
        double[] full = wrk(service, 20, 0);
        long wait = Math.max(1, Math.round(CONNECTIONS * 1000 / (full[0] / 2)));
        double[] half = wrk(service, 20, wait);
        return List.of(
                Row.once(name + ": throughput", full[0], "requests/s"),
                Row.once(name + ": at about half load", half[0], "requests/s"),
                Row.once(name + ": 50th percentile", half[1], "us"),
                Row.once(name + ": 99th percentile", half[2], "us"),
                Row.once(name + ": 99.9th percentile", half[3], "us"));
    }

    private double[] wrk(Service service, int seconds, long wait) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                "wrk",
                "-t1",
                "-c" + CONNECTIONS,
                "-d" + seconds + "s",
                "--timeout",
                "10s",
                "-s",
                script.toString(),
                service.address.toString());
        builder.environment().put("WAIT", Long.toString(wait));
        Process process = builder.redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        var result = RESULT.matcher(out);
        if (!result.find() || !result.group(5).equals("0")) {
            throw new IllegalStateException(String.format(Locale.ROOT, "wrk says: %s", out));
        }
        return new double[] {
            Double.parseDouble(result.group(1)),
            Double.parseDouble(result.group(2)),
            Double.parseDouble(result.group(3)),
            Double.parseDouble(result.group(4))
        };
    }
}
