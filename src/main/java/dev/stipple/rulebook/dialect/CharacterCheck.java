package dev.stipple.rulebook.dialect;

import dev.stipple.rule.Span;
import dev.stipple.text.Characters;

/** Refuses characters that look like others: what a rule says outside its texts and comments is written in ASCII. */
public final class CharacterCheck {
    private CharacterCheck() {}

    /** Whether a file can be read as it looks; what is wrong is added to the faults. */
    public static boolean passes(SourceText source, Faults faults) {
        int before = faults.count();
        Characters.faults(source.file(), source.text()).forEach(faults.collection()::add);
        if (faults.count() == before) {
            checkWords(source, faults);
        }
        return faults.count() == before;
    }

    private static void checkWords(SourceText source, Faults faults) {
        var tokens = new Tokens(source, 0, source.text().length());
        while (!tokens.atEnd()) {
            Span span = tokens.take();
            String word = span.in(source.text());
            boolean text = word.length() > 1 && (word.startsWith("\"") || word.startsWith("'"));
            if (!text && word.codePointAt(0) > '~') {
                faults.collection()
                        .add(Characters.fault(
                                span.place(),
                                Characters.name(word.codePointAt(0)) + " is not a sign of this language"));
            }
        }
    }
}
