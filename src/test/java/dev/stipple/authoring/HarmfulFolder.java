package dev.stipple.authoring;

import dev.stipple.Needed;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A rules folder that is meant to harm whoever reads it: by its size, by what takes longer the more there is of it, by what
 * does something, or by what is no file at all.
 *
 * @param planting turns a clean folder into it
 */
public record HarmfulFolder(String name, Planting planting) {
    private static final String SOBER = "Person( smokes == true )";
    private static final String PICTURE = "pictures/tone.svg";

    /** Changes the files of a folder. */
    public interface Planting {
        void plant(Path rules) throws IOException;
    }

    public static List<HarmfulFolder> all() {
        var all = new ArrayList<HarmfulFolder>();
        all.addAll(files());
        all.addAll(yaml());
        all.addAll(rules());
        all.addAll(questionnaires());
        all.addAll(pictures());
        return all;
    }

    private static List<HarmfulFolder> files() {
        return List.of(
                append("a rule file of two megabytes", "age.drl", "// ".repeat(700_000)),
                of("ten megabytes in all", rules -> {
                    for (int i = 0; i < 11; i++) {
                        Files.writeString(rules.resolve("notes-" + i + ".md"), "x".repeat(990_000));
                    }
                }),
                of("eleven hundred files", rules -> {
                    Path many = Files.createDirectory(rules.resolve("many"));
                    for (int i = 0; i < 1_100; i++) {
                        Files.createFile(many.resolve("f" + i + ".drl"));
                    }
                }),
                write("one letter in place of the rules", "age.drl", "p"),
                write("no questionnaire", "questionnaire.yaml", ""),
                encoded("a byte order mark", "age.drl", StandardCharsets.UTF_8, "\ufeff"::concat),
                encoded("rules in UTF-16", "age.drl", StandardCharsets.UTF_16, text -> text),
                encoded("French in Latin 1", "age.fr.yaml", StandardCharsets.ISO_8859_1, text -> text),
                edit("a NUL in a name", "age.drl", "rule \"", "rule \"\0"),
                link("a link to an endless device", "age.drl", "/dev/zero"),
                link("a link to itself", "self", "self.drl"),
                of("a pipe", rules -> pipe(rules.resolve("pipe.drl"))),
                of("a pipe in place of a file", rules -> {
                    Files.delete(rules.resolve("age.drl"));
                    pipe(rules.resolve("age.drl"));
                }),
                of("a folder that is called like a file", rules -> Files.createDirectory(rules.resolve("more.drl"))),
                of("folders in folders", rules -> Files.createDirectories(rules.resolve("a/".repeat(100)))));
    }

    private static List<HarmfulFolder> yaml() {
        return List.of(
                write(
                        "aliases that double",
                        "never-say.yaml",
                        "a0: &a0 [x, x]\n"
                                + repeated(30, i -> "a%d: &a%d [*a%d, *a%d]\n".formatted(i + 1, i + 1, i, i))),
                write(
                        "a long text under many aliases",
                        "age.fr.yaml",
                        "AGE-01: [&x \"" + "<b>x ".repeat(780) + "\", " + "*x, ".repeat(230_000) + "1]\n"),
                write("an anchor that holds itself", "people.yaml", "people: &a {ADULT: *a}\n"),
                write(
                        "a tag that names a class",
                        "sources.yaml",
                        "sources: !!java.net.URL [\"http://127.0.0.1:1/\"]\n"),
                write("a hundred thousand brackets", "people.yaml", "people: " + "[".repeat(100_000)),
                write("a million items", "people.yaml", "people: [" + "1,".repeat(490_000) + "1]\n"),
                append("two documents", "questionnaire.yaml", "\n---\ntitle: other\n"),
                append("everything twice", "age.fr.yaml", "AGE-01: {title: encore, because: Encore.}\n".repeat(9_000)),
                append("a thousand faults", "age.fr.yaml", repeated(9_000, i -> "K%d: {a: <b>}\n".formatted(i))),
                edit("a number of many digits", "questionnaire.yaml", "max: 120", "max: " + "9".repeat(900_000)),
                append(
                        "very many scenarios",
                        "age.scenarios.yaml",
                        repeated(
                                9_000, i -> "- {name: s%d, like: ADULT, expect: {verdict: SUITABLE}}\n".formatted(i))));
    }

    private static List<HarmfulFolder> rules() {
        return List.of(
                rule("Java in a consequence", SOBER, "Runtime.getRuntime().halt(1); findings.add(drools);"),
                rule("Java behind a comment", SOBER, "findings.add(drools); // \\u000a System.exit(1);"),
                rule("a consequence that never ends", SOBER, "while (true) {}"),
                rule("a call in a pattern", "Person( smokes == ( System.exit(3) ) )", "findings.add(drools);"),
                rule("a class in a pattern", "Person( this.class.forName(\"x\") != null )", "findings.add(drools);"),
                rule("a pattern for texts", "Person( smokes matches \"(a+)+$\" )", "findings.add(drools);"),
                rule("a window over time", SOBER + " over window:time(1s)", "findings.add(drools);"),
                rule("brackets in brackets", "( ".repeat(5_000) + SOBER + " )".repeat(5_000), "findings.add(drools);"),
                rule(
                        "negations in negations",
                        "not ( ".repeat(60) + "Scar()" + " )".repeat(60),
                        "findings.add(drools);"),
                rule(
                        "alternatives that multiply",
                        ("( " + "Person( ageYears == 20 ) or ".repeat(13) + "Person( ageYears == 50 ) )\n").repeat(6),
                        "findings.add(drools);"),
                rule(
                        "a list of many numbers",
                        "Person( ageYears in ( " + "1, ".repeat(100_000) + "2 ) )",
                        "findings.add(drools);"),
                rule("twelve scars", "Scar( kind != null )\n".repeat(12), "findings.add(drools);"),
                rule("a name of many letters", "Person( " + "a".repeat(900_000) + " == 1 )", "findings.add(drools);"),
                append("rules without end", "age.drl", "\nrule \"x\" when then end".repeat(40_000)),
                append(
                        "three hundred rules of one name",
                        "age.drl",
                        text(SOBER, "findings.add(drools);").repeat(298)),
                append("a query and a type", "age.drl", "\nquery \"q\" Person() end\ndeclare Evil a : Integer end\n"),
                edit("a function", "age.drl", "package stipple.rules", """
                    package stipple.rules
                    import java.lang.Runtime;
                    function boolean evil() { Runtime.getRuntime().halt(1); return true; }\
                    """),
                append("a rule among the fact types", "facts.drl", "\nrule \"x\" when then System.exit(1); end\n"),
                edit("a program in a reason", "age.drl", "Too young.", "<script>alert(1)</script>"),
                edit("words from right to left", "age.drl", "Too young.", "Not \u202esuitable"),
                edit("a wait that overflows", "scars.drl", "6 - $s", "2147483648 - $s"));
    }

    private static List<HarmfulFolder> questionnaires() {
        return List.of(
                questions("questions that hang on each other in a row", 480, i -> asked(i, i - 1)),
                questions("questions that hang on each other in ever more ways", 60, i -> asked(i, i - 1, i - 2)),
                questions("questions that hang on each other in a circle", 60, i -> asked(i, (i + 1) % 60)),
                questions("thousands of questions", 4_000, i -> asked(i)),
                edit(
                        "thousands of options",
                        "questionnaire.yaml",
                        "    - {code: LIGHT,",
                        repeated(9_000, i -> "    - {code: O%d, text: {en: o %d, fr: p %d}}\n".formatted(i, i, i))
                                + "    - {code: LIGHT,"),
                edit("bounds the wrong way round", "questionnaire.yaml", "max: 120", "max: -2000000000"));
    }

    private static List<HarmfulFolder> pictures() {
        return List.of(
                drawing("a program in a drawing", "<script>alert(1)</script>"),
                drawing("a page in a drawing", "<foreignObject><body onload='alert(1)'/></foreignObject>"),
                drawing("a drawing that listens", "<g onclick='alert(1)'/>"),
                drawing("a drawing that leads elsewhere", "<use href='http://127.0.0.1:1/x.svg#a'/>"),
                drawing("a drawing that fetches", "<rect fill='url(http://127.0.0.1:1/x)'/>"),
                drawing("a drawing of many depths", "<g>".repeat(20_000) + "</g>".repeat(20_000)),
                picture(
                        "a drawing that multiplies",
                        "<!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'><!ENTITY c SYSTEM"
                                + " 'file:///etc/hostname'>]><svg><text>&b;&c;</text></svg>"),
                picture("a drawing that is none", "GIF89a"),
                picture("a drawing of two megabytes", "<svg>" + " ".repeat(2_000_000) + "</svg>"));
    }

    private static HarmfulFolder of(String name, Planting planting) {
        return new HarmfulFolder(name, planting);
    }

    private static HarmfulFolder write(String name, String file, String text) {
        return of(name, rules -> Files.writeString(rules.resolve(file), text));
    }

    private static HarmfulFolder append(String name, String file, String text) {
        return encoded(name, file, StandardCharsets.UTF_8, before -> before + text);
    }

    private static HarmfulFolder edit(String name, String file, String find, String put) {
        return encoded(name, file, StandardCharsets.UTF_8, before -> before.replace(find, put));
    }

    private static HarmfulFolder encoded(String name, String file, Charset charset, Function<String, String> edit) {
        return of(name, rules -> {
            String before = Files.readString(rules.resolve(file));
            Files.write(rules.resolve(file), edit.apply(before).getBytes(charset));
        });
    }

    private static HarmfulFolder link(String name, String file, String target) {
        return of(name, rules -> {
            Files.deleteIfExists(rules.resolve(file));
            Files.createSymbolicLink(rules.resolve(file.endsWith(".drl") ? file : file + ".drl"), Path.of(target));
        });
    }

    private static void pipe(Path file) throws IOException {
        try {
            new ProcessBuilder(Needed.program("mkfifo").toString(), file.toString())
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HarmfulFolder rule(String name, String condition, String consequence) {
        return append(name, "age.drl", text(condition, consequence));
    }

    private static String text(String condition, String consequence) {
        return """

            rule "age: planted"
                @id(AGE-90)
                @effect(CONDITIONS)
                @because("Planted.")
                @source("S1")
            when
                %s
            then
                %s
            end
            """.formatted(condition, consequence);
    }

    private static HarmfulFolder questions(String name, int count, IntFunction<String> question) {
        return edit(
                name,
                "questionnaire.yaml",
                "- group: skin\n",
                "- group: more\n  fact: More\n  title: {en: More, fr: Plus}\n  questions:\n"
                        + repeated(count, question)
                        + "- group: skin\n");
    }

    private static String asked(int number, int... others) {
        String when = IntStream.of(others)
                .filter(other -> other >= 0)
                .mapToObj(other -> "more.q" + other + ": [true]")
                .collect(Collectors.joining(", "));
        return "  - {id: q%d, type: boolean, text: {en: \"Q %d?\", fr: \"Q %d ?\"}%s}\n"
                .formatted(number, number, number, when.isEmpty() ? "" : ", askedWhen: {" + when + "}");
    }

    private static HarmfulFolder drawing(String name, String inside) {
        return picture(name, "<svg xmlns=\"http://www.w3.org/2000/svg\">" + inside + "</svg>");
    }

    private static HarmfulFolder picture(String name, String drawing) {
        return of(name, rules -> {
            edit("", "questionnaire.yaml", "  - id: tone\n", "  - id: tone\n    picture: tone.svg\n")
                    .planting
                    .plant(rules);
            Files.createDirectories(rules.resolve("pictures"));
            Files.writeString(rules.resolve(PICTURE), drawing);
        });
    }

    private static String repeated(int times, IntFunction<String> text) {
        return IntStream.range(0, times).mapToObj(text).collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return name;
    }
}
