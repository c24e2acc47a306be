package dev.stipple.cli.author;

import dev.stipple.authoring.mutation.ExactDistinguisher;
import dev.stipple.authoring.mutation.MutationRun;
import dev.stipple.authoring.mutation.MutationScore;
import dev.stipple.authoring.scenario.Scenarios;
import dev.stipple.cli.arguments.ExitCode;
import dev.stipple.cli.arguments.RulesFolderArgument;
import dev.stipple.rule.Rule;
import dev.stipple.rulebook.Contents;
import dev.stipple.rulebook.Rulebook;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Changes the rules a little, many times over, and tells which changes no scenario notices. */
@Command(
        name = "mutate",
        mixinStandardHelpOptions = true,
        description = {
            "Changes operators, thresholds, options, effects, conditions and rules one by one, and tells which"
                    + " changes no scenario notices, with scenarios that would. Changes that nobody could notice, as it"
                    + " is proved that nothing comes out differently for anyone, are told too and do not count."
        })
public final class MutateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RulesFolderArgument rules = new RulesFolderArgument();

    @Mixin
    private OnlyOption only = new OnlyOption();

    @Option(
            names = "--min",
            paramLabel = "PERCENT",
            description = "fail where fewer of the changes that could be noticed are")
    private int min;

    @Override
    public Integer call() {
        Contents contents = rules.sound();
        List<Rule> chosen = only.of(
                contents.rules(), "rule", rule -> rule.span().place().file() + ": " + rule.id() + " " + rule.name());
        Scenarios scenarios = Scenarios.load(contents);
        var distinguisher = new ExactDistinguisher(
                Rulebook.compile(contents), scenarios.people().values());
        var run = new MutationRun(contents, scenarios, distinguisher);
        MutationScore score = score(run, chosen);
        var out = spec.commandLine().getOut();
        score.survivors().forEach(survivor -> {
            survivor.forEach(out::println);
            out.println();
        });
        var equivalents = score.equivalents();
        if (!equivalents.isEmpty()) {
            out.println("nobody could notice, so they do not count:");
            equivalents.forEach(line -> out.println("  " + line));
            out.println();
        }
        out.printf(
                Locale.ROOT,
                "%d changes noticed, %d survived, %d equivalent (%d more are refused by check): %.1f %%%n",
                score.noticed(),
                score.survived(),
                score.equivalent(),
                score.refused(),
                score.percent());
        return score.percent() < min ? ExitCode.FAILED : ExitCode.DONE;
    }

    /** With a bar that goes to standard error, and only where somebody watches. */
    private static MutationScore score(MutationRun run, List<Rule> rules) {
        if (!Ansi.AUTO.enabled()) {
            return run.run(rules, () -> {});
        }
        try (var bar = new ProgressBar("rules", rules.size())) {
            return run.run(rules, bar::step);
        }
    }
}
