package dev.stipple.reasoning;

import dev.stipple.Small;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.rulebook.Contents;
import dev.stipple.text.RulesFolder;

/** What the reasoner needs of small rules, read without compiling. */
public final class SmallRules {
    private SmallRules() {}

    public static Rules rules() {
        return of(Small.folder());
    }

    /** The small rules with one place of a file written anew. */
    public static Rules with(String file, String find, String put) {
        return of(Small.with(file, find, put));
    }

    public static Rules of(RulesFolder folder) {
        return of(Contents.read(folder));
    }

    public static Rules of(Contents contents) {
        if (!contents.faults().isEmpty()) {
            throw new IllegalArgumentException(contents.faults().toString());
        }
        return new Rules(
                contents.questionnaire(), contents.rules(), contents.factors().keySet());
    }
}
