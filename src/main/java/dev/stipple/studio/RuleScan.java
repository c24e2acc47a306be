package dev.stipple.studio;

import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.rulebook.dialect.FactsFile;
import dev.stipple.studio.RuleWords.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goes through a rule file word by word, and knows at the end of it what may stand there. */
final class RuleScan {
    /** What part of a rule file a word stands in. */
    enum Part {
        BETWEEN,
        METADATA,
        WHEN,
        THEN
    }

    private final Questionnaire questionnaire;
    private final Mentions mentions;
    private final Map<String, Group> bound = new HashMap<>();
    private Part part = Part.BETWEEN;
    private String fact = "";
    private String binding = "";
    private int depth;
    private @Nullable Question field;
    private boolean compared;
    private Word last = new Word("", 0);
    private Word beforeLast = last;

    private RuleScan(String file, Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
        this.mentions = new Mentions(file, questionnaire);
    }

    static RuleScan of(String file, String text, Questionnaire questionnaire) {
        var scan = new RuleScan(file, questionnaire);
        for (Word word : RuleWords.of(text)) {
            scan.take(word);
            scan.beforeLast = scan.last;
            scan.last = word;
        }
        return scan;
    }

    List<Mention> mentions() {
        return mentions.all();
    }

    Part part() {
        return part;
    }

    /** The type of the pattern that is not closed yet; empty outside of one. */
    String fact() {
        return fact;
    }

    Optional<Group> group() {
        return questionnaire.groupOfFact(fact);
    }

    /** The question named last in this comparison, if any. */
    Optional<Question> field() {
        return Optional.ofNullable(field);
    }

    /** Whether a comparison of the question has begun. */
    boolean isCompared() {
        return compared;
    }

    private void take(Word word) {
        if (word.isAnnotation()) {
            annotation(word);
            return;
        }
        switch (part) {
            case BETWEEN -> part = word.text().equals("rule") ? Part.METADATA : part;
            case METADATA -> metadata(word);
            case WHEN -> condition(word);
            case THEN -> consequence(word);
        }
    }

    private void metadata(Word word) {
        if (last.text().equals("rule")) {
            String name = word.text().replace("\"", "");
            mentions.define(Symbol.Kind.TITLE, name, word.start() + (word.text().startsWith("\"") ? 1 : 0));
        } else if (word.text().equals("when")) {
            part = Part.WHEN;
            bound.clear();
            leave();
        }
    }

    private void leave() {
        fact = "";
        depth = 0;
        field = null;
        compared = false;
    }

    private void annotation(Word word) {
        int open = word.text().indexOf('(');
        if (open < 0) {
            return;
        }
        String rest = word.text().substring(open + 1).stripLeading();
        int start = word.end() - rest.length() + (rest.startsWith("\"") ? 1 : 0);
        String value = rest.replace("\"", "");
        switch (word.text().substring(1, open).strip()) {
            case "id" -> mentions.define(Symbol.Kind.RULE, value, start);
            case "effect" -> mentions.add(Symbol.Kind.EFFECT, value, start);
            case "recommend" -> mentions.add(Symbol.Kind.TOPIC, value, start);
            case "source" -> mentions.items(Symbol.Kind.SOURCE, value, start);
            case "otherwise", "note" -> mentions.voices(value, start);
            case "asksFor", "despite", "about" -> mentions.paths(value, start);
            default -> {
                // What else is said names nothing.
            }
        }
    }

    private void condition(Word word) {
        switch (word.text()) {
            case "then" -> {
                part = Part.THEN;
                leave();
            }
            case "(" -> open();
            case ")" -> close();
            case ",", "&&", "||" -> separate(word);
            case ":" -> binding = last.text().startsWith("$") ? last.text() : binding;
            default -> name(word);
        }
    }

    private void open() {
        if (!fact.isEmpty()) {
            depth++;
        } else if (isFact(last.text())) {
            fact = last.text();
            depth = 1;
            group().ifPresent(group -> {
                mentions.add(new Symbol(Symbol.Kind.GROUP, group.id()), last.start(), last.end(), false);
                if (!binding.isEmpty()) {
                    bound.put(binding, group);
                }
            });
        }
        binding = fact.isEmpty() ? binding : "";
    }

    private boolean isFact(String word) {
        return questionnaire.groupOfFact(word).isPresent()
                || word.equals(FactsFile.ANSWERED)
                || word.equals(FactsFile.OUTCOME);
    }

    private void close() {
        if (!fact.isEmpty() && --depth == 0) {
            leave();
        }
    }

    /** A comma between the constants of a list ends no comparison. */
    private void separate(Word word) {
        if (depth == 1 || !word.text().equals(",")) {
            field = null;
            compared = false;
        }
    }

    private void name(Word word) {
        if (fact.equals(FactsFile.ANSWERED)) {
            questionnaire
                    .group(word.text())
                    .ifPresent(group -> mentions.add(Symbol.Kind.GROUP, group.id(), word.start()));
        } else if (fact.equals(FactsFile.OUTCOME)) {
            verdict(word);
        } else {
            group().ifPresent(group -> inside(group, word));
        }
    }

    private void verdict(Word word) {
        compared |= word.text().equals("==") || word.text().equals("in");
        if (last.text().equals(".")) {
            mentions.add(Symbol.Kind.VERDICT, word.text(), word.start());
        }
    }

    private void inside(Group group, Word word) {
        Question named = field;
        if (named == null) {
            group.question(word.text()).ifPresent(question -> {
                field = question;
                mentions.add(Symbol.question(question.path()), word.start(), word.end(), false);
            });
        } else if (last.text().equals(".")) {
            mentions.option(named.path(), word.text(), word.start());
        } else if (word.text().equals(FactsFile.enumName(group, named))) {
            mentions.capital(named, word.start() + group.fact().length());
        } else {
            compared |= !word.text().equals("not");
        }
    }

    private void consequence(Word word) {
        if (word.text().equals("end")) {
            part = Part.BETWEEN;
        } else if (last.text().equals(".")
                && word.text().startsWith("get")
                && word.text().length() > 3) {
            String id = word.text().substring(3, 4).toLowerCase(Locale.ROOT)
                    + word.text().substring(4);
            Optional.ofNullable(bound.get(beforeLast.text()))
                    .flatMap(group -> group.question(id))
                    .ifPresent(question -> mentions.capital(question, word.start() + "get".length()));
        }
    }
}
