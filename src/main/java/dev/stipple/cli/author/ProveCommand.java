package dev.stipple.cli.author;

import dev.stipple.authoring.impact.CertificateText;
import dev.stipple.authoring.scenario.Scenarios;
import dev.stipple.cli.arguments.ExitCode;
import dev.stipple.cli.arguments.RulesFolderArgument;
import dev.stipple.reasoning.proof.Proof;
import dev.stipple.rulebook.Rulebook;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Proves what holds of a rulebook for every possible answer. */
@Command(
        name = "prove",
        mixinStandardHelpOptions = true,
        description =
                "Proves for every complete set of answers that exactly one verdict comes out and every factor speaks,"
                        + " that no rule is dead, repeated or contradicted, and that no worse answer, letter in hand or praise"
                        + " is judged the wrong way; prints a certificate, or people who show what does not hold.")
public final class ProveCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RulesFolderArgument rules = new RulesFolderArgument();

    @Override
    public Integer call() {
        Rulebook rulebook = Rulebook.compile(RulesFolderArgument.sound(rules.path));
        Scenarios scenarios = Scenarios.load(rulebook.contents());
        var certificate = Proof.of(rulebook, scenarios.people().values());
        new CertificateText(certificate, scenarios)
                .lines()
                .forEach(spec.commandLine().getOut()::println);
        return certificate.holds() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
