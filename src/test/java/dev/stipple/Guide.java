package dev.stipple;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A document that is followed to the letter: its snippets go where the sentence before them says, its commands print what is shown. */
final class Guide {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\n(.*?)^```$");
    private static final Pattern EDIT =
            Pattern.compile("(?:(?:^|\\W)[Ww]rite `(?<write>[^`]+)`|(?:^|\\W)[Aa]t the end of `(?<end>[^`]+)`, add"
                    + "|(?:^|\\W)[Ii]n `(?<file>[^`]+)`, (?<where>above the line|below the line|below each line|in place of(?: the (?:rule|entry|scenario))?)"
                    + " `(?<what>[^`]+)`, (?:add|write)):$");

    private Guide() {}

    /** What is to be done, told at a line of the document. */
    sealed interface Step permits Edit, Command {
        int line();
    }

    /**
     * A snippet that goes into a file.
     *
     * @param where in the file: {@code above the line} and so on; nothing for a file of its own, {@code end} for its end
     * @param what stands there
     */
    record Edit(int line, String file, String where, String what, String text) implements Step {
        /** The file with the snippet in it. */
        String in(String before) {
            return switch (where) {
                case "" -> text;
                case "end" -> before + text;
                case "above the line" -> replaced(before, whole(what), text + "$0");
                case "below the line", "below each line" -> replaced(before, whole(what), "$0" + text);
                case "in place of" -> replaced(before, Pattern.quote(what), text.strip());
                case "in place of the rule" ->
                    replaced(before, "(?s)^rule \"[^\n]*\n    @id\\(" + what + "\\)\n.*?^end\n", text);
                case "in place of the entry" -> replaced(before, "^" + what + ":\n(?: .*\n)*", text);
                case "in place of the scenario" ->
                    replaced(before, "^- name: \"?" + Pattern.quote(what) + "\"?\n(?: .*\n)*", text);
                default -> throw new IllegalStateException(where);
            };
        }

        private static String whole(String line) {
            return "^ *" + Pattern.quote(line) + "\n";
        }

        private String replaced(String before, String pattern, String after) {
            Matcher found = Pattern.compile("(?m)" + pattern).matcher(before);
            long times = found.results().count();
            if (times == 0 || (times > 1 && !where.contains("each"))) {
                throw new AssertionError("line " + line + ": '" + what + "' stands " + times + " times in " + file);
            }
            boolean kept = after.contains("$0");
            return found.reset()
                    .replaceAll(each -> Matcher.quoteReplacement(kept ? after.replace("$0", each.group()) : after));
        }
    }

    /** A command, and what it prints as far as the document shows it: {@code ...} stands for anything. */
    record Command(int line, String command, List<String> shown) implements Step {
        boolean prints(String said) {
            String pattern = shown.stream()
                    .map(each -> each.equals("...") ? "(?s:.*?)(?<![^\n])" : inside(each) + "\n")
                    .collect(Collectors.joining());
            return said.lines()
                    .map(each -> each.stripTrailing() + "\n")
                    .collect(Collectors.joining())
                    .matches(pattern);
        }

        private static String inside(String line) {
            return Stream.of(line.split("\\.\\.\\.", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        }
    }

    static List<Step> steps(String document) {
        var steps = new ArrayList<Step>();
        for (MatchResult block : BLOCK.matcher(document).results().toList()) {
            int line = (int) document.substring(0, block.start()).lines().count() + 1;
            if (block.group(1).equals("console")) {
                steps.addAll(commands(line, block.group(2)));
            } else {
                steps.add(edit(line, document.substring(0, block.start()), block.group(2)));
            }
        }
        return steps;
    }

    private static List<Command> commands(int line, String block) {
        return Stream.of(block.split("(?m)^\\$ "))
                .skip(1)
                .map(each -> new Command(
                        line,
                        each.lines().findFirst().orElseThrow(),
                        each.lines().skip(1).toList()))
                .toList();
    }

    private static Edit edit(int line, String before, String text) {
        String[] paragraphs = before.strip().split("\n\n", -1);
        String paragraph = paragraphs[paragraphs.length - 1].replaceAll("\\s+", " ");
        Matcher said = EDIT.matcher(paragraph);
        if (!said.find()) {
            throw new AssertionError("line " + line + ": nothing says where this snippet goes: " + paragraph);
        }
        if (said.group("write") != null) {
            return new Edit(line, said.group("write"), "", "", text);
        }
        return said.group("end") != null
                ? new Edit(line, said.group("end"), "end", "", text)
                : new Edit(line, said.group("file"), said.group("where"), said.group("what"), text);
    }
}
