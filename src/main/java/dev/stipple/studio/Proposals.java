package dev.stipple.studio;

import dev.stipple.rulebook.Contents;
import dev.stipple.text.RulesFolder;
import java.util.List;
import java.util.stream.Stream;

/**
 * What can be written at a place.
 *
 * @param all whatever may stand there; editors choose by what is written already
 * @param start where the word that is being written begins
 */
public record Proposals(List<Proposal> all, int start) {
    /** What can be written in a file at this offset. */
    public static Proposals at(Contents contents, RulesFolder folder, String file, int offset) {
        String before = folder.text(file).substring(0, offset);
        boolean rules = file.endsWith(RulesFolder.RULES);
        int start = start(before, rules && !isInAnnotation(before) ? "_$." : "_.-@");
        Stream<Proposal> all = rules
                ? new RuleProposals(contents, file).of(before, start)
                : new YamlProposals(contents, folder, file, before.substring(0, start)).all();
        return new Proposals(all.distinct().toList(), start);
    }

    private static boolean isInAnnotation(String before) {
        return before.substring(before.lastIndexOf('\n') + 1).stripLeading().startsWith("@");
    }

    private static int start(String before, String signs) {
        int start = before.length();
        while (start > 0
                && (Character.isLetterOrDigit(before.charAt(start - 1))
                        || signs.indexOf(before.charAt(start - 1)) >= 0)) {
            start--;
        }
        return start;
    }
}
