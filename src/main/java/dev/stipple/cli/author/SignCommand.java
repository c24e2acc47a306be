package dev.stipple.cli.author;

import dev.stipple.cli.arguments.ExitCode;
import dev.stipple.cli.arguments.RulesFolderArgument;
import dev.stipple.text.RulesSignature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Signs a rules folder, for services that take only signed rules. */
@Command(
        name = "sign",
        mixinStandardHelpOptions = true,
        description = "Signs a sound rules folder, for services that take only rules signed by a key they trust.")
public final class SignCommand implements Callable<Integer> {
    @Mixin
    private RulesFolderArgument rules = new RulesFolderArgument();

    @Option(
            names = "--key",
            paramLabel = "FILE",
            required = true,
            description = "an Ed25519 private key, as 'openssl genpkey -algorithm ed25519' writes it")
    private Path key = Path.of("");

    @Override
    public Integer call() throws IOException {
        var folder = rules.sound().folder();
        Files.writeString(
                rules.path.resolve(RulesSignature.NAME), RulesSignature.of(folder, RulesSignature.privateKey(key)));
        return ExitCode.DONE;
    }
}
