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
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** The service under wrk, beside an endpoint that only parses and echoes the same bodies. */
final class Http {
    private static final int FEW = 8;
    private static final int MANY = 64;
    private static final int STARTS = 3;
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
            rows.add(new Row(
                    "empty web application: start to the first answer", echo.startMillis, "ms", echo.startCpuMillis));
            rows.addAll(load("echo of the answers", echo, "summary", FEW));
            rows.addAll(load("stored answer of 60 KB", echo, "full", FEW));
        }
        for (Path java : Java.all()) {
            rows.addAll(starts(java));
        }
        try (Service stipple = Service.stipple(18080, Java.current())) {
            rows.add(Row.once("resident memory, ready", stipple.resident(), "MiB"));
            for (String detail : List.of("summary", "full")) {
                rows.addAll(load("assessments, " + detail, stipple, detail, FEW));
                rows.addAll(load("assessments, " + detail, stipple, detail, MANY));
            }
            rows.add(Row.once("resident memory, after this load", stipple.resident(), "MiB"));
        }
        return rows;
    }

    /** The best of some starts, the classes being archived and the rules compiled before. */
    private static List<Row> starts(Path java) throws Exception {
        double best = Double.POSITIVE_INFINITY;
        double cpu = 0;
        for (int i = 0; i < STARTS; i++) {
            try (Service service = Service.stipple(18080, java)) {
                best = Math.min(best, service.startMillis);
                cpu += service.startCpuMillis / STARTS;
            }
        }
        return List.of(new Row("serve: start to the first answer, " + Java.name(java), best, "ms", cpu));
    }

    private List<Row> load(String name, Service service, String detail, int connections)
            throws IOException, InterruptedException {
        wrk(service, detail, connections, 20, 0);
        double[] full = wrk(service, detail, connections, 20, 0);
        long wait = Math.max(1, Math.round(connections * 1000 / (full[0] / 2)));
        double[] half = wrk(service, detail, connections, 20, wait);
        String what = name + ", " + connections + " connections";
        return List.of(
                Row.once(what + ": throughput", full[0], "requests/s"),
                Row.once(what + ": not served", full[4], "requests"),
                Row.once(what + ": 99th percentile", full[2], "us"),
                Row.once(what + ": at about half load", half[0], "requests/s"),
                Row.once(what + ": 50th percentile at half load", half[1], "us"),
                Row.once(what + ": 99th percentile at half load", half[2], "us"));
    }

    private double[] wrk(Service service, String detail, int connections, int seconds, long wait)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                "wrk",
                "-t1",
                "-c" + connections,
                "-d" + seconds + "s",
                "--timeout",
                "10s",
                "-s",
                script.toString(),
                service.address + "?detail=" + detail);
        builder.environment().put("WAIT", Long.toString(wait));
        Process process = builder.redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        var result = RESULT.matcher(out);
        if (!result.find()) {
            throw new IllegalStateException(String.format(Locale.ROOT, "wrk says: %s", out));
        }
        return IntStream.rangeClosed(1, result.groupCount())
                .mapToDouble(i -> Double.parseDouble(result.group(i)))
                .toArray();
    }
}
