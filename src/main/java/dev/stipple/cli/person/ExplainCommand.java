package dev.stipple.cli.person;

import dev.stipple.answers.Answers;
import dev.stipple.assessment.Assessment;
import dev.stipple.assessment.Assessor;
import dev.stipple.assessment.Outlook;
import dev.stipple.authoring.scenario.FiringScenarios;
import dev.stipple.authoring.scenario.Scenarios;
import dev.stipple.cli.arguments.ExitCode;
import dev.stipple.cli.arguments.LanguageArgument;
import dev.stipple.cli.arguments.PersonFile;
import dev.stipple.cli.arguments.RulesFolderArgument;
import dev.stipple.cli.arguments.RulesOption;
import dev.stipple.cli.arguments.UnusableInput;
import dev.stipple.explain.RuleCard;
import dev.stipple.explain.RuleCardText;
import dev.stipple.explain.WhyNotCard;
import dev.stipple.explain.WhyNotText;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.rule.Rule;
import dev.stipple.rulebook.Contents;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.Nearest;
import dev.stipple.wording.Language;
import dev.stipple.wording.Languages;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one rule as a card. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Shows one rule: its condition in the words of the questionnaire, effect, reason, sources, scenarios;"
                        + " or why it fires or does not fire on somebody's answers.")
public final class ExplainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "RULE", description = "the id of a rule")
    private String id = "";

    @Mixin
    private RulesOption rules = new RulesOption();

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            description = "a language of the rules, such as fr (default: the first)")
    private @Nullable String lang;

    @Option(names = "--json", description = "print it as JSON")
    private boolean json;

    @Option(
            names = "--for",
            paramLabel = "ANSWERS",
            description = "tell why the rule fires or does not fire on these answers; - reads standard input")
    private @Nullable String answers;

    @Override
    public Integer call() throws IOException {
        Contents contents = RulesFolderArgument.sound(rules.path);
        Languages languages = contents.questionnaire().languages();
        Language language = lang == null ? languages.original() : LanguageArgument.of(lang, languages);
        Rule rule = contents.rule(id).orElseThrow(() -> new UnusableInput(unknown(contents)));
        if (answers != null) {
            var card = WhyNotCard.of(assess(contents, answers), rule, language);
            print(card, new WhyNotText(card, language).lines());
        } else {
            var card = RuleCard.of(contents, FiringScenarios.of(contents, Scenarios.read(contents)), rule, language);
            print(card, new RuleCardText(card, language).lines());
        }
        return ExitCode.DONE;
    }

    private static Assessment assess(Contents contents, String file) throws IOException {
        Answers answers = PersonFile.read(contents.questionnaire(), file).answers();
        Rulebook rulebook = Rulebook.compile(contents);
        return new Assessor(rulebook, new Reasoner(rulebook), Outlook.Depth.VERDICTS).assess(answers);
    }

    private void print(Object card, List<String> lines) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(AssessCommand.JSON.writeValueAsString(card));
        } else {
            lines.forEach(out::println);
        }
    }

    private String unknown(Contents contents) {
        var ids = contents.rules().stream().map(Rule::id).toList();
        return "there is no rule '" + id + "'; "
                + Nearest.to(id, ids)
                        .map(nearest -> "did you mean " + nearest + "?")
                        .orElse("see: stipple table");
    }
}
