package dev.stipple.rulebook.dialect;

import dev.stipple.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.antlr4.DRL10Lexer;
import org.drools.drl.parser.antlr4.DRL10ParserHelper;
import org.jspecify.annotations.Nullable;

/** Reads DRL into Drools' syntax tree. Goes below its own parser, which prints errors to the terminal. */
final class DrlSyntax {
    private static final List<String> KEYWORDS = List.of("package", "rule", "when", "then", "end");

    /** What authors write out of habit and this grammar does not know, and what to write instead. */
    private static final Map<String, String> FOREIGN = Map.of(
            "agenda", "remove it: the order of rules means nothing here",
            "||", "write ( P or Q ) between patterns",
            "and", "inside a pattern write a comma, and the field again: x > 1, x < 5",
            "or", "inside a pattern write ||, and the field again: x < 1 || x > 5",
            "=", "write == to compare");

    private static final Pattern UNCLOSED_NAME = Pattern.compile("(?m)^\\s*rule\\s*(\")[^\"\n]*$");

    private static final Map<String, String> TURNED = Map.of("=<", "<=", "=>", ">=");

    private static final Pattern HALF_COMPARISON = Pattern.compile("(?:&&|\\|\\|)\\s*[<>=!]");

    private record Problem(int line, int column, String token, String message) {}

    private final SourceText source;
    private final String text;
    private final List<Problem> problems = new ArrayList<>();

    private DrlSyntax(SourceText source) {
        this.source = source;
        this.text = Metadata.blank(source.text());
    }

    /** The tree of a file, without its annotations; null where it has syntax errors, which are added to the faults. */
    static @Nullable PackageDescr parse(SourceText source, Faults faults) {
        var syntax = new DrlSyntax(source);
        if (!LayoutCheck.passes(new SourceText(source.file(), syntax.text), faults)) {
            return null;
        }
        try {
            PackageDescr tree = syntax.parse(PredictionMode.SLL);
            if (tree == null) {
                // The quick way of reading may fail where the thorough one does not.
                syntax.problems.clear();
                tree = syntax.parse(PredictionMode.LL);
            }
            syntax.problems.stream().limit(1).forEach(problem -> syntax.fault(problem, faults));
            return tree;
        } catch (RuntimeException | StackOverflowError e) {
            // Drools builds its tree without looking whether all parts of it are there.
            faults.add(
                    source.place(0),
                    "syntax",
                    "this file is not DRL, and where it ceases to be cannot be told ("
                            + e.getClass().getSimpleName() + ")",
                    "take back the last change to it, or halve it until the place is found");
            return null;
        }
    }

    private @Nullable PackageDescr parse(PredictionMode mode) {
        var listener = new BaseErrorListener() {
            @Override
            public void syntaxError(
                    Recognizer<?, ?> recognizer,
                    @Nullable Object token,
                    int line,
                    int column,
                    String message,
                    @Nullable RecognitionException e) {
                problems.add(new Problem(line, column, wordAt(line, column), message));
            }
        };
        var parser = DRL10ParserHelper.createDrlParser(text);
        var lexer = (DRL10Lexer) parser.getTokenStream().getTokenSource();
        lexer.removeErrorListeners();
        lexer.addErrorListener(listener);
        parser.removeErrorListeners();
        parser.addErrorListener(listener);
        parser.getInterpreter().setPredictionMode(mode);
        var tree = parser.compilationUnit();
        return problems.isEmpty()
                ? DRL10ParserHelper.compilationUnitContext2PackageDescr(tree, parser.getTokenStream(), null)
                : null;
    }

    private String wordAt(int line, int column) {
        String rest = line(line);
        var tokens = new Tokens(new SourceText(source.file(), rest), Math.min(column, rest.length()), rest.length());
        return tokens.peek();
    }

    /** The sign right after the word that is the problem. */
    private String after(Problem problem) {
        String line = line(problem.line());
        int end = problem.column() + problem.token().length();
        return end < line.length() ? line.substring(end, end + 1) : "";
    }

    private String line(int line) {
        return text.lines().skip(line - 1L).findFirst().orElse("");
    }

    private void fault(Problem problem, Faults faults) {
        var place = source.place(problem.line(), problem.column());
        Matcher name = UNCLOSED_NAME.matcher(text);
        if (name.find() && source.place(name.start(1)).line() <= problem.line()) {
            faults.add(
                    source.place(name.start(1)),
                    "syntax",
                    "this name is not closed",
                    "write its second \" on this line");
            return;
        }
        Matcher half = HALF_COMPARISON.matcher(line(problem.line()));
        if (half.find() && half.start() < problem.column()) {
            var at = source.place(problem.line(), half.start());
            faults.add(at, "dialect", "this comparison names no field", "repeat the field: write x > 1, x < 5");
            return;
        }
        String word = problem.token();
        String turned = TURNED.get(word + after(problem));
        if (turned != null) {
            faults.add(place, "dialect", "'" + word + after(problem) + "' is not of this dialect", "write " + turned);
            return;
        }
        String foreign = FOREIGN.get(word);
        if (foreign != null) {
            faults.add(place, "dialect", "'" + word + "' is not of this dialect", foreign);
            return;
        }
        String what =
                word.isEmpty() ? "the file ends here or a line is cut short" : "'" + word + "' is not expected here";
        String remedy = Nearest.to(word, KEYWORDS)
                .filter(keyword -> !keyword.equals(word))
                .map(keyword -> "write '" + keyword + "'")
                .orElse("close what was opened before, or mend the line");
        faults.add(place, "syntax", "this is not DRL: " + what, remedy);
    }
}
