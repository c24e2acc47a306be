package dev.stipple.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.Shipped;
import dev.stipple.authoring.check.Check;
import dev.stipple.text.InvalidRules;
import dev.stipple.text.RulesFolder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One factor of the shipped rules as a rules folder of its own, without faults, and changes to its files.
 *
 * @param files the files that are changed
 */
record RealFactor(RulesFolder folder, List<String> files) {
    private static final RulesFolder SHIPPED = RulesFolder.read(Shipped.FOLDER);
    private static final Pattern WORD =
            Pattern.compile("\\s+|\"[^\"\\n]*\"|[\\w$.]+|[=!<>]=|&&|\\|\\||.", Pattern.DOTALL);
    private static final Pattern CITED = Pattern.compile("\\bS?[A-Z][A-Z0-9]*\\b");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** What authors type by mistake, and what parsers stumble over. */
    private static final List<String> STRANGE = List.of(
            "(",
            ")",
            "((((((((((",
            "[",
            "]",
            "{",
            "}",
            "\"",
            "'",
            "/*",
            "*/",
            "//",
            "\\",
            "#",
            "@",
            "@effect(DEFER)",
            "@id(AGE-01)",
            "when",
            "then",
            "end",
            "rule \"x\"",
            "rule",
            "query",
            "declare",
            "global",
            "package",
            "import",
            "function",
            "not",
            "exists",
            "forall",
            "eval( true )",
            "accumulate(",
            "from",
            "collect",
            "over window:time(1s)",
            "or",
            "and",
            "||",
            "&&",
            "!",
            "/",
            ":=",
            ":",
            "$x : ",
            "?",
            "?/",
            ".",
            "..",
            ",",
            ";",
            "==",
            "=",
            "!=",
            "<",
            "in (",
            "not in",
            "contains",
            "matches",
            "memberOf",
            "soundslike",
            "null",
            "true",
            "010",
            "0x1F",
            "1e9",
            "99999999999",
            "-1",
            "1.5",
            "'c'",
            "this",
            "new",
            "instanceof",
            "|",
            "&",
            "->",
            "=>",
            "::",
            "\u0000",
            "\u202e",
            "\ufeff",
            "\u0430",
            "\ud83d",
            "\r",
            "\t",
            "%",
            "~",
            "^",
            "`",
            "<b>",
            "&amp;",
            "waitMonths(-1)",
            "waitDays(3 - $x.getDaysAgo())",
            "findings.add(drools);",
            "drools.halt();",
            "---",
            "- ",
            "  ",
            "[[",
            "{{",
            "&a",
            "*a",
            "<<: *a",
            "!!java.util.Date",
            "|",
            ">",
            "%YAML 1.2",
            "? ",
            "null:",
            "en: ",
            "fr: ",
            "~");

    /** The factor, or the part of one, that stands beside this rule file. */
    static RealFactor of(String stem) {
        var texts = new TreeMap<String, String>();
        for (String file : List.of(stem + ".drl", stem + ".fr.yaml", "facts.drl", "never-say.yaml")) {
            texts.put(file, SHIPPED.text(file));
        }
        String cited = texts.get(stem + ".drl");
        Set<String> keys =
                CITED.matcher(cited).results().map(MatchResult::group).collect(Collectors.toSet());
        texts.put(
                "sources.yaml",
                Arrays.stream(SHIPPED.text("sources.yaml").split("\n(?=- id: )", -1))
                        .filter(source -> !source.startsWith("- id: ")
                                || keys.contains(
                                        source.substring(6).lines().findFirst().orElse("")))
                        .collect(Collectors.joining("\n", "", "\n")));
        texts.put("questionnaire.yaml", questionnaire(RulesFolder.factor(stem)));
        var folder = new RulesFolder(texts, SHIPPED.pictures());
        return new RealFactor(
                folder, List.of(stem + ".drl", stem + ".drl", stem + ".drl", stem + ".fr.yaml", "sources.yaml"));
    }

    private static String questionnaire(String factor) {
        String text = SHIPPED.text("questionnaire.yaml");
        int start = text.indexOf("\nfactors:") + "\nfactors:".length();
        int end = text.indexOf("\ngroups:", start);
        return text.substring(0, start)
                + text.substring(start, end)
                        .lines()
                        .filter(line -> !line.matches("  [a-z-]+:.*") || line.startsWith("  " + factor + ":"))
                        .collect(Collectors.joining("\n"))
                + text.substring(end);
    }

    /** The folder with some words of one file changed. */
    RulesFolder changed(RandomGenerator random) {
        String file = files.get(random.nextInt(files.size()));
        List<String> words = WORD.matcher(folder.text(file))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(ArrayList::new));
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            change(words, random);
        }
        return folder.with(file, String.join("", words));
    }

    private static void change(List<String> words, RandomGenerator random) {
        int at = random.nextInt(words.size());
        String word = words.get(at);
        switch (random.nextInt(9)) {
            case 0 -> words.remove(at);
            case 1 -> words.add(at, word);
            case 2 -> words.add(at, STRANGE.get(random.nextInt(STRANGE.size())));
            case 3 -> words.set(at, STRANGE.get(random.nextInt(STRANGE.size())));
            case 4 -> words.set(at, words.get(random.nextInt(words.size())));
            case 5 -> words.add(at, words.get(random.nextInt(words.size())));
            case 6 -> words.set(at, NUMBER.matcher(word).replaceAll(Integer.toString(random.nextInt(2000) - 1000)));
            case 7 -> {
                int to = Math.min(words.size(), at + 1 + random.nextInt(60));
                words.addAll(at, List.copyOf(words.subList(at, to)));
            }
            default ->
                words.set(
                        at,
                        random.nextBoolean()
                                ? word.toUpperCase(Locale.ROOT)
                                : new StringBuilder(word).reverse().toString());
        }
    }

    /** Checks a folder: everything that is wrong has a place in it, and no fault is one of Stipple itself. */
    static void check(RulesFolder changed) {
        try {
            Check check = Check.of(changed);
            Claims.placed(check.faults(), changed);
            assertTrue(
                    Stream.of("defect", "engine", "unreadable", "cross-check")
                            .allMatch(kind -> check.faults().stream()
                                    .noneMatch(fault -> fault.kind().equals(kind))),
                    () -> check.faults().toString());
        } catch (InvalidRules e) {
            Claims.placed(e.faults(), changed);
        }
    }
}
