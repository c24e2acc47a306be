package dev.stipple.cli.author;

import dev.stipple.assessment.Assessor;
import dev.stipple.assessment.Outlook;
import dev.stipple.authoring.check.Watch;
import dev.stipple.cli.arguments.ExitCode;
import dev.stipple.cli.arguments.RulesFolderArgument;
import dev.stipple.reasoning.outlook.Reasoner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks and tests on each save. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = "Checks the rules folder on each save, and runs the scenarios that are affected. Ctrl-C ends it.")
public final class WatchCommand implements Callable<Integer> {
    private static final long LOOK = 100;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RulesFolderArgument rules = new RulesFolderArgument();

    @Override
    public Integer call() {
        var watch = new Watch(
                rules.path, rulebook -> new Assessor(rulebook, new Reasoner(rulebook), Outlook.Depth.VERDICTS));
        print(watch);
        try {
            while (true) {
                Thread.sleep(LOOK);
                if (watch.changed()) {
                    print(watch);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.DONE;
        }
    }

    private void print(Watch watch) {
        var out = spec.commandLine().getOut();
        out.println();
        watch.report().forEach(out::println);
        out.flush();
    }
}
