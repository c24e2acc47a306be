package dev.stipple.rulebook.dialect;

import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.rule.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code facts.drl}, the fact types that follow from a questionnaire. */
public final class FactsFile {
    public static final String NAME = "facts.drl";

    /** The one DRL package of all rule files. */
    public static final String PACKAGE = "stipple.rules";

    /** The fact that says which repeating groups were answered. */
    public static final String ANSWERED = "Answered";

    /** The fact that tells rules of the plan the verdict. */
    public static final String OUTCOME = "Outcome";

    /** The enum of verdicts that {@link #OUTCOME} holds. */
    public static final String VERDICT = "Verdict";

    /** What the file begins with: the package, and what all rule files may name without saying so. */
    public static final String HEADER = """
            package %s

            // Written from questionnaire.yaml by `stipple facts`: change the questionnaire, not this file.

            import static dev.stipple.rulebook.engine.Findings.waitDays;
            import static dev.stipple.rulebook.engine.Findings.waitWeeks;
            import static dev.stipple.rulebook.engine.Findings.waitMonths;

            global dev.stipple.rulebook.engine.Findings findings;

            """.formatted(PACKAGE);

    private FactsFile() {}

    /** The name of the enum that holds a question's options. */
    public static String enumName(Group group, Question question) {
        return group.fact()
                + question.id().substring(0, 1).toUpperCase(Locale.ROOT)
                + question.id().substring(1);
    }

    /** The whole text of the file. */
    public static String write(Questionnaire questionnaire) {
        var types = Stream.concat(
                questionnaire.groups().stream().map(FactsFile::group), Stream.of(answered(questionnaire), outcome()));
        return HEADER + types.collect(Collectors.joining("\n"));
    }

    private static String group(Group group) {
        String enums = group.closed().stream()
                .filter(question -> !question.options().isEmpty())
                .map(question -> enumeration(enumName(group, question), question.codes()) + "\n")
                .collect(Collectors.joining());
        return enums
                + declaration(
                        group.fact(),
                        group.closed().stream()
                                .map(question -> question.id() + " : " + type(group, question))
                                .toList());
    }

    private static String type(Group group, Question.Closed question) {
        return question.match(
                number -> "Integer", yesNo -> "Boolean", choice -> enumName(group, choice), choices -> "java.util.Set");
    }

    private static String answered(Questionnaire questionnaire) {
        return declaration(
                ANSWERED,
                questionnaire.groups().stream()
                        .filter(Group::repeats)
                        .map(group -> group.id() + " : Boolean")
                        .toList());
    }

    private static String outcome() {
        var codes = Stream.of(Verdict.values()).map(Verdict::name).toList();
        return enumeration(VERDICT, codes) + "\n" + declaration(OUTCOME, List.of("verdict : " + VERDICT));
    }

    private static String enumeration(String name, List<String> codes) {
        return "declare enum " + name + "\n    " + String.join(", ", codes) + ";\nend\n";
    }

    private static String declaration(String name, List<String> fields) {
        return "declare " + name + "\n"
                + fields.stream().map(field -> "    " + field + "\n").collect(Collectors.joining()) + "end\n";
    }
}
