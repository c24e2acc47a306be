package dev.stipple.cli.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Needed;
import dev.stipple.ServiceProcess;
import dev.stipple.Small;
import dev.stipple.authoring.Planted;
import dev.stipple.text.RulesFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A whole editor, set up as {@code examples/editor} says, in which faults are typed. */
@Tag("whole")
class NeovimTest {
    private static final Pattern FAULT = Pattern.compile("(.+):(\\d+):(\\d+) (\\S+)");

    private static final String TYPE = """
        local missed = {}
        local function shows(buffer, each)
          for _, found in ipairs(vim.diagnostic.get(buffer)) do
            if found.lnum == each.line and found.col == each.column and found.user_data.lsp.code == each.kind then
              return true
            end
          end
          return false
        end
        for _, each in ipairs(vim.fn.json_decode(vim.fn.readfile(vim.env.PLANTED))) do
          if vim.api.nvim_buf_get_name(0) ~= each.file then
            vim.cmd("edit " .. each.file)
          end
          local buffer = vim.api.nvim_get_current_buf()
          local sound = vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
          vim.api.nvim_buf_set_lines(buffer, 0, -1, false, each.lines)
          if not vim.wait(30000, function() return shows(buffer, each) end, 20) then
            table.insert(missed, each.name .. " " .. vim.inspect(vim.diagnostic.get(buffer)))
          end
          vim.api.nvim_buf_set_lines(buffer, 0, -1, false, sound)
          if not vim.wait(30000, function() return #vim.diagnostic.get(buffer) == 0 end, 20) then
            table.insert(missed, each.name .. " stays when it is mended")
          end
        end
        vim.fn.writefile(vim.split(table.concat(missed, "\\n"), "\\n"), vim.env.MISSED)
        vim.cmd("qall!")
        """;

    /** Formats a rule file in disorder, and runs the lens of a scenario's line. */
    private static final String TRY = """
        local told = {}
        local shown = vim.lsp.handlers["window/showMessage"]
        vim.lsp.handlers["window/showMessage"] = function(error, result, context, config)
          table.insert(told, result.message)
          return shown(error, result, context, config)
        end
        vim.cmd("edit age.drl")
        local sound = vim.api.nvim_buf_get_lines(0, 0, -1, false)
        vim.api.nvim_buf_set_lines(0, 3, 4, false, { "  @id(AGE-01)   ", "" , "" })
        vim.wait(60000, function() return vim.lsp.buf_get_clients(0)[1] ~= nil end, 20)
        if vim.lsp.buf.format then vim.lsp.buf.format({ timeout_ms = 60000 }) else vim.lsp.buf.formatting_sync(nil, 60000) end
        local formatted = vim.api.nvim_buf_get_lines(0, 0, -1, false)
        table.remove(formatted, 5)
        if not vim.deep_equal(formatted, sound) then table.insert(told, vim.inspect(formatted)) end

        vim.cmd("edit! age.scenarios.yaml")
        vim.fn.search("At seventeen")
        vim.wait(60000, function()
          vim.lsp.codelens.refresh()
          vim.wait(500)
          return #vim.lsp.codelens.get(0) > 0
        end, 20)
        vim.ui.select = function(options, _, chosen) chosen(options[1], 1) end
        vim.lsp.codelens.run()
        vim.wait(60000, function() return #told > 0 end, 20)
        vim.fn.writefile(vim.split(table.concat(told, "\\n"), "\\n"), vim.env.MISSED)
        vim.cmd("qall!")
        """;

    /** Opens a rule file, and waits until it can be worked on. */
    private static final String WAIT = """
        vim.cmd("edit rules/age.drl")
        vim.wait(120000, function() return vim.fn.execute("messages"):match("Stipple: ready") ~= nil end, 20)
        vim.fn.writefile(vim.split(vim.fn.execute("messages"), "\\n"), vim.env.MISSED)
        vim.cmd("qall!")
        """;

    @TempDir
    private Path folder;

    /** A fault as Neovim counts: lines from 0, columns in bytes. */
    private record Typed(String name, String file, List<String> lines, int line, int column, String kind) {}

    @Test
    void everyPlantedFaultShowsAtItsPlaceAndGoesWhenItIsMended() throws Exception {
        Path neovim = Needed.program("nvim");
        Path rules = Files.createDirectory(folder.resolve("rules"));
        Small.write(Small.folder(), rules);
        List<Typed> typed = Planted.all().stream()
                .flatMap(planted -> typed(planted, rules).stream())
                .toList();
        assertThat(typed).hasSizeGreaterThan(40);

        assertThat(run(neovim, rules, true, TYPE, typed)).isBlank();
    }

    @Test
    void aFileIsFormattedAndAScenarioRunWhereItStands() throws Exception {
        Path neovim = Needed.program("nvim");
        Path rules = Files.createDirectory(folder.resolve("rules"));
        Small.write(Small.folder(), rules);

        assertThat(run(neovim, rules, true, TRY, List.of()))
                .isEqualTo("'At seventeen it is too early' passes: NOT_SUITABLE\n");
    }

    @Test
    void theScriptBesideTheRulesIsStartedAndTheLineBelowSaysWhenTheRulesAreRead() throws Exception {
        Path neovim = Needed.program("nvim");
        Small.write(Small.folder(), Files.createDirectory(folder.resolve("rules")));

        assertThat(run(neovim, folder, false, WAIT, List.of()))
                .contains("Stipple: reading the rules", "Stipple: ready");
    }

    /** Those in one file that is there already, whose first fault stands in it; editors take a byte order mark away. */
    private static List<Typed> typed(Planted planted, Path rules) {
        RulesFolder sound = Small.folder();
        var changed = planted.folder().texts().keySet().stream()
                .filter(file ->
                        !planted.folder().text(file).equals(sound.texts().get(file)))
                .toList();
        var fault =
                FAULT.matcher(planted.faults().isEmpty() ? "" : planted.faults().get(0));
        if (changed.size() != 1
                || !sound.has(changed.get(0))
                || !changed.get(0).matches(".*\\.(drl|yaml)")
                || !fault.matches()
                || !fault.group(1).equals(changed.get(0))
                || !planted.folder().pictures().equals(sound.pictures())
                || planted.folder().text(changed.get(0)).startsWith("\uFEFF")) {
            return List.of();
        }
        String text = planted.folder().text(changed.get(0));
        var lines = List.of(text.replaceFirst("\\n\\z", "").split("\n", -1));
        int line = Integer.parseInt(fault.group(2)) - 1;
        int column = Math.min(
                Integer.parseInt(fault.group(3)) - 1,
                line < lines.size() ? lines.get(line).length() : 0);
        int bytes =
                line < lines.size() ? lines.get(line).substring(0, column).getBytes(StandardCharsets.UTF_8).length : 0;
        return List.of(new Typed(
                planted.name(), rules.resolve(changed.get(0)).toString(), lines, line, bytes, fault.group(4)));
    }

    /** @param named whether the command is named, and not found where Neovim is started */
    private String run(Path neovim, Path at, boolean named, String commands, List<Typed> typed)
            throws IOException, InterruptedException {
        Path stipple = Files.createFile(
                folder.resolve("stipple"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(
                stipple,
                "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin", "java")
                        + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '" + ServiceProcess.shippedClassPath()
                        + "' dev.stipple.Stipple \"$@\"\n");
        Path script = Files.writeString(folder.resolve("commands.lua"), commands);
        Path planted = Files.writeString(
                folder.resolve("planted.json"), JsonMapper.shared().writeValueAsString(typed));
        Path missed = folder.resolve("missed");
        var builder = new ProcessBuilder(
                        neovim.toString(),
                        "--headless",
                        "-n",
                        "-i",
                        "NONE",
                        "-u",
                        Path.of("examples/editor/neovim/stipple.lua")
                                .toAbsolutePath()
                                .toString(),
                        "-S",
                        script.toString())
                .directory(at.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        builder.environment()
                .putAll(Map.of(
                        "PLANTED", planted.toString(),
                        "MISSED", missed.toString(),
                        "XDG_CONFIG_HOME", folder.toString(),
                        "XDG_CONFIG_DIRS", folder.toString(),
                        "XDG_DATA_HOME", folder.toString(),
                        "XDG_DATA_DIRS", folder.toString(),
                        "XDG_STATE_HOME", folder.toString(),
                        "XDG_CACHE_HOME", folder.toString()));
        builder.environment().remove("STIPPLE");
        if (named) {
            builder.environment().put("STIPPLE", stipple.toString());
        }
        Process process = builder.start();
        try {
            assertThat(process.waitFor(15, TimeUnit.MINUTES)).isTrue();
        } finally {
            Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroy);
        }
        assertThat(missed).as(Files.readString(folder.resolve("said"))).exists();
        return Files.readString(missed);
    }
}
