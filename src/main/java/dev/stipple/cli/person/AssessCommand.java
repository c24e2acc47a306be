package dev.stipple.cli.person;

import dev.stipple.answers.AssessmentRequest;
import dev.stipple.assessment.Assessment;
import dev.stipple.assessment.Assessor;
import dev.stipple.assessment.Explanation;
import dev.stipple.assessment.summary.Detail;
import dev.stipple.assessment.summary.Summary;
import dev.stipple.cli.arguments.ExitCode;
import dev.stipple.cli.arguments.LanguageArgument;
import dev.stipple.cli.arguments.PersonFile;
import dev.stipple.cli.arguments.RulesOption;
import dev.stipple.reasoning.change.CounterfactualEngine;
import dev.stipple.reasoning.change.Counterfactuals;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.wording.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Assesses the answers of people given as files. */
@Command(name = "assess", mixinStandardHelpOptions = true, description = "Assesses answers and explains the verdict.")
public final class AssessCommand implements Callable<Integer> {
    /** Writes JSON for reading. */
    static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RulesOption rules = new RulesOption();

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "answers as JSON, or a request as the API takes it; - reads standard input")
    private List<String> files = List.of();

    @Option(
            names = "--json",
            description = "print everything as JSON, the short answer first; of several files, a line each")
    private boolean json;

    @Option(
            names = "--full",
            description = "after the short answer, print every finding with its sources, and the plan")
    private boolean full;

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description = "the day from which waits count, such as 2026-11-28 (default: today)")
    private @Nullable LocalDate asOf;

    @Option(names = "--what-if", description = "also tell the smallest changes that would lead to a milder verdict")
    private boolean whatIf;

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            description = "a language of the rules, such as fr (default: what the request names, else the first)")
    private @Nullable String lang;

    @Override
    public Integer call() throws IOException {
        Rulebook rulebook = rules.load();
        Language named = lang == null
                ? null
                : LanguageArgument.of(lang, rulebook.questionnaire().languages());
        var assessor = new Assessor(rulebook, new Reasoner(rulebook));
        PrintWriter out = spec.commandLine().getOut();
        CounterfactualEngine counterfactuals = whatIf ? new CounterfactualEngine(rulebook) : null;
        for (String file : files) {
            AssessmentRequest request = PersonFile.read(rulebook.questionnaire(), file);
            Language language = named == null ? request.answeredIn() : named;
            print(out, assessor.assess(request.answers()), language, counterfactuals);
        }
        return ExitCode.DONE;
    }

    private void print(
            PrintWriter out, Assessment assessment, Language language, @Nullable CounterfactualEngine counterfactuals) {
        LocalDate day = asOf == null ? LocalDate.now(ZoneId.systemDefault()) : asOf;
        Counterfactuals ways = counterfactuals == null
                ? null
                : Counterfactuals.of(
                        counterfactuals.of(assessment.answers()),
                        assessment.rulebook().questionnaire(),
                        language,
                        day);
        if (json) {
            JsonMapper mapper = files.size() > 1 ? JsonMapper.shared() : JSON;
            var explained = Detail.FULL.of(assessment, language, day);
            out.println(mapper.writeValueAsString(
                    ways == null ? explained : Map.of("assessment", explained, "whatIf", ways)));
            return;
        }
        new SummaryText(Summary.of(assessment, language, day), assessment, language, full).print(out);
        if (full) {
            new ExplanationText(Explanation.of(assessment, language), assessment, language).print(out);
        }
        if (ways != null) {
            new CounterfactualsText(ways, language).print(out);
        }
    }
}
