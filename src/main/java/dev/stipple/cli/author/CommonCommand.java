package dev.stipple.cli.author;

import dev.stipple.authoring.impact.HowCommon;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.rulebook.summary.CommonFile;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes how common it is that a rule fires. */
@Command(
        name = "common",
        mixinStandardHelpOptions = true,
        description = "Counts for how many made-up people each supporting or recommending rule fires, so that an answer"
                + " begins with what few others have; prints common.yaml, or writes it.")
public final class CommonCommand implements Callable<Integer> {
    private static final int PEOPLE = 8_000;

    @Mixin
    private GeneratedFile file = new GeneratedFile();

    @Override
    public Integer call() throws IOException {
        String counts = HowCommon.file(Rulebook.load(file.folder()), PEOPLE);
        return file.give(CommonFile.NAME, counts);
    }
}
