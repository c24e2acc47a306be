package dev.stipple.cli.author;

import dev.stipple.authoring.check.Check;
import dev.stipple.authoring.check.FaultList;
import dev.stipple.authoring.check.Scaffold;
import dev.stipple.cli.arguments.ExitCode;
import dev.stipple.cli.arguments.RulesFolderArgument;
import dev.stipple.cli.arguments.RulesOption;
import dev.stipple.cli.arguments.UnusableInput;
import dev.stipple.questionnaire.Group;
import dev.stipple.rulebook.Contents;
import dev.stipple.rulebook.dialect.FactsFile;
import dev.stipple.text.Nearest;
import dev.stipple.text.RulesFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scaffolds a rule or a question, and tells what is left to fill in. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = "Scaffolds a rule or a question; check names what is left to fill in.")
public final class NewCommand implements Runnable {
    private static final Pattern STEM = Pattern.compile("[a-z][a-z0-9-]*(?:/[a-z][a-z0-9-]*)?");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "rule", mixinStandardHelpOptions = true, description = "Adds a rule, its scenario and its French.")
    int rule(
            @Parameters(paramLabel = "FILE", description = "the rule file without .drl, such as age or age/years")
                    String stem,
            @Parameters(paramLabel = "CASE", description = "what is the case, as a short statement") String what,
            @Mixin RulesOption rules)
            throws IOException {
        if (!STEM.matcher(stem).matches()) {
            throw new UnusableInput("'" + stem + "' is not a rule file; write lower-case words joined by hyphens");
        }
        Contents contents = RulesFolderArgument.sound(rules.path);
        if (!contents.folder().has(stem + RulesFolder.RULES)) {
            checkMeant(stem, contents.folder(), rules.path);
        }
        Scaffold scaffold = Scaffold.of(contents);
        return write(scaffold, scaffold.rule(stem, what), rules.path);
    }

    /** Refuses a new file whose name is nearly that of another, or that of a folder. */
    private static void checkMeant(String stem, RulesFolder folder, Path path) {
        var stems = folder.names(RulesFolder.RULES).stream()
                .map(RulesFolder::stem)
                .filter(each -> !each.equals(RulesFolder.stem(FactsFile.NAME)))
                .toList();
        var inside = stems.stream().filter(each -> each.startsWith(stem + "/")).toList();
        if (!inside.isEmpty()) {
            throw new UnusableInput("'" + stem + "' is a folder; write one of: " + String.join(", ", inside));
        }
        Nearest.to(stem, stems).ifPresent(meant -> {
            throw new UnusableInput("there is no rule file '" + stem + "'; write '" + meant
                    + "', or write the first rule of "
                    + path.resolve(stem + RulesFolder.RULES) + " by hand");
        });
    }

    @Command(name = "question", mixinStandardHelpOptions = true, description = "Adds a question to a group.")
    int question(
            @Parameters(paramLabel = "GROUP.FIELD", description = "the group and the id of the question") String path,
            @Mixin RulesOption rules)
            throws IOException {
        Contents contents = RulesFolderArgument.sound(rules.path);
        int dot = path.indexOf('.');
        if (dot < 0 || !path.substring(dot + 1).matches("[a-z][A-Za-z0-9]*")) {
            throw new UnusableInput("'" + path + "' is not a question; write GROUP.FIELD");
        }
        String id = path.substring(0, dot);
        Group group = contents.questionnaire().group(id).orElseThrow(() -> new UnusableInput(unknown(contents, id)));
        if (group.question(path.substring(dot + 1)).isPresent()) {
            throw new UnusableInput("there is a question " + path + " already");
        }
        Scaffold scaffold = Scaffold.of(contents);
        return write(scaffold, scaffold.question(group, path.substring(dot + 1)), rules.path);
    }

    private static String unknown(Contents contents, String group) {
        var ids = contents.questionnaire().groups().stream().map(Group::id).toList();
        return "there is no group '" + group + "'; " + Nearest.remedy(group, ids);
    }

    private int write(Scaffold scaffold, RulesFolder changed, Path folder) throws IOException {
        var out = spec.commandLine().getOut();
        for (String file : scaffold.changed(changed)) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), changed.text(file));
            out.println("wrote " + folder.resolve(file));
        }
        out.println("left to do:");
        new FaultList(folder, Check.of(changed).faults()).text().forEach(line -> out.println("  " + line));
        return ExitCode.DONE;
    }
}
