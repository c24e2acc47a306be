package dev.stipple.cli;

import dev.stipple.authoring.FiringScenarios;
import dev.stipple.authoring.RuleCard;
import dev.stipple.authoring.RuleCardText;
import dev.stipple.authoring.Scenarios;
import dev.stipple.rulebook.Contents;
import dev.stipple.rulebook.Rule;
import dev.stipple.text.Language;
import dev.stipple.text.Nearest;
import java.util.concurrent.Callable;
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
                "Shows one rule: its condition in the words of the questionnaire, effect, reason, sources, scenarios.")
final class ExplainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "RULE", description = "the id of a rule")
    private String id = "";

    @Mixin
    private RulesOption rules = new RulesOption();

    @Option(names = "--lang", paramLabel = "LANG", defaultValue = "en", description = "en or fr (default: en)")
    private String lang = "en";

    @Override
    public Integer call() {
        Language language = Language.of(lang)
                .orElseThrow(() -> new UnusableInput("there is no language '" + lang + "'; use en or fr"));
        Contents contents = RulesFolderArgument.sound(rules.path);
        Rule rule = contents.rule(id).orElseThrow(() -> new UnusableInput(unknown(contents)));
        RuleCard card = RuleCard.of(contents, FiringScenarios.of(contents, Scenarios.read(contents)), rule, language);
        new RuleCardText(card, language).lines().forEach(spec.commandLine().getOut()::println);
        return Cli.DONE;
    }

    private String unknown(Contents contents) {
        var ids = contents.rules().stream().map(Rule::id).toList();
        return "there is no rule '" + id + "'; "
                + Nearest.to(id, ids)
                        .map(nearest -> "did you mean " + nearest + "?")
                        .orElse("see: stipple table");
    }
}
