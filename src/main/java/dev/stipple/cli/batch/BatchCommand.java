package dev.stipple.cli.batch;

import dev.stipple.answers.AnswersFile;
import dev.stipple.answers.BrokenTable;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.assessment.Assessor;
import dev.stipple.assessment.Outlook;
import dev.stipple.cli.arguments.ExitCode;
import dev.stipple.cli.arguments.LanguageArgument;
import dev.stipple.cli.arguments.RulesOption;
import dev.stipple.cli.arguments.UnusableInput;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.DecodedText;
import dev.stipple.text.RulesFolder;
import dev.stipple.wording.Language;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonPointer;

/** Assesses many people at once. */
@Command(
        name = "batch",
        mixinStandardHelpOptions = true,
        description = {
            "Assesses the people of a file, in order and on all cores, and writes a JSON line for each.",
            "A line of IN is {\"id\": \"a-1\", \"answers\": {...}}; without an id, its number stands for it.",
            "A table (IN ends in .csv) has a column group.question a question, options separated by |, a column group"
                    + " with a JSON array for a group of many entries, and perhaps a column id; empty is unknown.",
            "IN may be - for standard input, and OUT - for standard output; what is rejected is then told on standard error. What"
                    + " ends in .gz is compressed.",
            "Lines that cannot be assessed go to OUT.rejects, with the reason, as does what follows a row of a table whose"
                    + " quotes do not match; the exit code is then 1.",
            "A run that was cut short, as by Ctrl-C, goes on where it was when the same command is given again; one through a"
                    + " pipe begins anew."
        })
public final class BatchCommand implements Callable<Integer> {
    static final Path PIPE = Path.of("-");

    private static final Map<String, JsonPointer> COLUMNS =
            Map.of(AnswersFile.ID, JsonPointer.empty().appendProperty(AnswersFile.ID));

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RulesOption rules = new RulesOption();

    @Parameters(index = "0", paramLabel = "IN", description = "people, as JSON Lines or CSV")
    private Path in = Path.of("");

    @Parameters(index = "1", paramLabel = "OUT", description = "the file to write")
    private Path out = Path.of("");

    @Option(names = "--csv", description = "IN is a table, whatever its name")
    private boolean csv;

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            description = "put the assessments into words, in a language of the rules such as fr")
    private @Nullable String lang;

    @Option(
            names = "--only-changed-from",
            paramLabel = "OLD_RULES",
            description = "write only the people whose verdict was another by these rules")
    private @Nullable Path old;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!in.equals(PIPE) && !Files.isReadable(in)) {
            throw new UnusableInput("there is no file " + in + "; name a file of people");
        }
        Assessor assessor = assessor(rules.load());
        Language language = lang == null
                ? null
                : LanguageArgument.of(lang, assessor.rulebook().questionnaire().languages());
        Assessor before = old == null ? null : assessor(Rulebook.load(RulesFolder.read(old)));
        BatchProgress start = start(job(assessor, before));
        try (var watched = BatchBar.open(in);
                var text = new DecodedText(Uncompressed.of(watched), StandardCharsets.UTF_8)) {
            AnswersFile people = isTable()
                    ? AnswersFile.csv(text, assessor.rulebook().questionnaire(), COLUMNS)
                    : AnswersFile.jsonLines(text);
            var ids = new SeenIds();
            for (long i = 0; i < start.people(); i++) {
                ids.add(SeenIds.Named.of(people.next()));
            }
            var batch = new Batch(new BatchAssessor(assessor, before, language), out, start, ids, watched::show);
            var signal = new StopOnSignal(batch);
            try {
                return report(batch, batch.run(people), ids);
            } finally {
                signal.ended();
            }
        } catch (InvalidAnswers e) {
            throw new UnusableInput(
                    e.faults().stream().map(fault -> in + ":" + fault).collect(Collectors.joining("\n")));
        } catch (BrokenTable e) {
            throw new UnusableInput(in + ": " + e.getMessage());
        } catch (EOFException | ZipException e) {
            throw damaged();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof EOFException || e.getCause() instanceof ZipException) {
                throw damaged();
            }
            throw e;
        }
    }

    private UnusableInput damaged() {
        return new UnusableInput(in + ": what is compressed is damaged or ends too early; compress it again");
    }

    private boolean isTable() {
        return csv || in.toString().replaceFirst("[.]gz$", "").endsWith(".csv");
    }

    private int report(Batch batch, BatchProgress end, SeenIds ids) {
        var told = spec.commandLine().getErr();
        ids.told().forEach(told::println);
        var print = out.equals(PIPE) ? told : spec.commandLine().getOut();
        print.println(end.people() + " people, " + end.rejected() + " rejected"
                + (end.rejected() == 0 || out.equals(PIPE) ? "" : ": see " + Batch.rejects(out)));
        if (batch.isStopped()) {
            print.println("stopped" + (out.equals(PIPE) ? "" : "; the same command goes on from here"));
        }
        print.flush();
        return end.rejected() == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** The beginning, or where the same job was cut short. */
    private BatchProgress start(String job) throws IOException {
        if (in.equals(PIPE) || out.equals(PIPE)) {
            if (!out.equals(PIPE) && Files.exists(out)) {
                throw new UnusableInput(out + " is there already; name another file, or remove it");
            }
            return new BatchProgress(job, 0, 0, 0, 0);
        }
        Optional<BatchProgress> kept = BatchProgress.read(out);
        if (kept.isPresent() && !kept.get().job().equals(job)) {
            throw new UnusableInput(
                    out + " was begun from another input, by other rules or with other options; give the"
                            + " same again, or remove it and " + BatchProgress.file(out));
        }
        if (kept.isEmpty() && Files.exists(out)) {
            throw new UnusableInput(out + " is there already; name another file, or remove it");
        }
        kept.ifPresent(
                progress -> spec.commandLine().getErr().println("goes on after " + progress.people() + " people"));
        return kept.orElse(new BatchProgress(job, 0, 0, 0, 0));
    }

    private String job(Assessor assessor, @Nullable Assessor before) throws IOException {
        if (in.equals(PIPE)) {
            return "-";
        }
        return String.join(
                " ",
                in.toAbsolutePath().normalize().toString(),
                Long.toString(Files.size(in)),
                Files.getLastModifiedTime(in).toString(),
                assessor.rulebook().digest(),
                before == null ? "-" : before.rulebook().digest(),
                lang == null ? "-" : lang);
    }

    private static Assessor assessor(Rulebook rulebook) {
        return new Assessor(rulebook, new Reasoner(rulebook), Outlook.Depth.VERDICTS);
    }
}
