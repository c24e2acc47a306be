package dev.stipple.fuzz;

import dev.stipple.api.cds.HookFuzz;
import dev.stipple.api.strict.BodyFuzz;
import dev.stipple.api.surveyjs.SurveyFuzz;
import dev.stipple.authoring.scenario.ScenarioFuzz;
import dev.stipple.screening.exchange.SubmissionFuzz;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lets Jazzer look for texts that break what reads them, a process a target: {@code ./mvnw -Pfuzz verify
 * -Dfuzz.minutes=10}. What it learns stays in {@code target/fuzz}; what breaks is printed and kept there as {@code
 * crash-*}, to be moved to {@code src/test/resources/fuzz} once a test of its own tells what was wrong.
 */
public final class Fuzz {
    static final Path CORPUS = Path.of("src/test/resources/fuzz");
    static final List<Class<?>> TARGETS = List.of(
            AnswersFuzz.class,
            BodyFuzz.class,
            FhirFuzz.class,
            HookFuzz.class,
            ImportFuzz.class,
            QuestionnaireFuzz.class,
            RealRulesFuzz.class,
            RulesFuzz.class,
            ScenarioFuzz.class,
            SubmissionFuzz.class,
            SurveyFuzz.class);

    private static final String READERS = "dev.stipple.**:org.apache.commons.csv.**:org.yaml.snakeyaml.**";
    private static final Path FOUND = Path.of("target/fuzz");
    private static final long SEED = Long.getLong("fuzz.seed", 1L);
    private static final Pattern EXECUTED = Pattern.compile("stat::number_of_executed_units: *(\\d+)");

    private Fuzz() {}

    /**
     * Begins.
     *
     * @param arguments minutes a target, and which target where not all
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        long seconds = Math.round(60 * Double.parseDouble(arguments[0]));
        String only = arguments.length > 1 ? arguments[1] : "";
        int broken = 0;
        for (Class<?> target : TARGETS) {
            if (name(target).startsWith(only)) {
                broken += run(target, seconds) ? 0 : 1;
            }
        }
        System.exit(broken);
    }

    static String name(Class<?> target) {
        return target.getSimpleName().replace("Fuzz", "").toLowerCase(Locale.ROOT);
    }

    private static boolean run(Class<?> target, long seconds) throws IOException, InterruptedException {
        Path learned = Files.createDirectories(FOUND.resolve(name(target)));
        Path log = FOUND.resolve(name(target) + ".log");
        var process = new ProcessBuilder(command(target, seconds, learned))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int outcome = process.waitFor();
        String told = Files.readString(log, StandardCharsets.ISO_8859_1);
        long executed = EXECUTED.matcher(told)
                .results()
                .mapToLong(each -> Long.parseLong(each.group(1)))
                .max()
                .orElse(0);
        boolean broken = outcome != 0 || told.contains("== Java Exception");
        System.out.printf(
                "%-14s %d texts in %d s, %s%n",
                name(target), executed, seconds, broken ? "BROKEN, see " + log : "none breaks it");
        return !broken;
    }

    private static List<String> command(Class<?> target, long seconds, Path learned) {
        return Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + target.getName(),
                        "--instrumentation_includes=" + READERS,
                        "--instrumentation_excludes=dev.stipple.fuzz.**:" + target.getName(),
                        "--custom_hook_includes=" + READERS,
                        "--custom_hook_excludes=dev.stipple.fuzz.**:" + target.getName(),
                        "--keep_going=10",
                        "--reproducer_path=" + FOUND,
                        "-artifact_prefix=" + learned + "-",
                        "-max_total_time=" + seconds,
                        // The first text waits for all classes, which takes minutes on a busy machine.
                        "-timeout=600",
                        "-seed=" + SEED,
                        "-max_len=8192",
                        "-print_final_stats=1",
                        "-dict=" + CORPUS.resolve("words.dict"),
                        learned.toString(),
                        CORPUS.resolve(name(target)).toString())
                .toList();
    }
}
