package dev.stipple.studio;

import dev.stipple.authoring.check.WrittenPages;
import dev.stipple.rulebook.Contents;
import dev.stipple.rulebook.dialect.FactsFile;
import dev.stipple.studio.Renaming.Edit;
import dev.stipple.text.Fault;
import dev.stipple.text.RulesFolder;
import dev.stipple.wording.Language;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an editor can do about a fault by itself, where the remedy says it to the letter.
 *
 * @param title what is done
 * @param file the file that changes, which need not be the one with the fault
 */
public record Remedy(String title, String file, Edit edit) {
    private static final Pattern NEAREST =
            Pattern.compile("write '([^']+)'|write ([A-Z]\\w*\\.[A-Z]\\w*|\\d+|true|false)");
    private static final Pattern NAMED =
            Pattern.compile("there is no .*?'([^']+)'|'([^']+)' is |/([^/:]+): there is no such (?:question|group)");
    private static final Pattern BEFORE = Pattern.compile("write '([^']+(?:' and '[^']+)*)' before it");
    private static final Pattern BESIDE = Pattern.compile("write '([^']+)' beside it");
    private static final Pattern UNTRANSLATED = Pattern.compile("([A-Z]{3}-\\d{2,3}) is not translated");
    private static final Pattern WORD = Pattern.compile("\"?-?[\\w.$@-]+\"?");

    /** The remedy of a fault; empty where a person has to think. */
    public static Optional<Remedy> of(Contents contents, RulesFolder folder, Fault fault) {
        String file = fault.place().file();
        var lines = new TextLines(folder.text(file));
        int at = lines.offset(fault.place().line() - 1, fault.place().column() - 1);
        return switch (fault.kind()) {
            case "negation" -> guard(fault, lines, at);
            case "stale-facts" ->
                whole(folder, FactsFile.NAME, FactsFile.write(contents.questionnaire()), "Write the fact types anew");
            case "stale-table" ->
                Optional.ofNullable(WrittenPages.of(contents).get(file))
                        .flatMap(page -> whole(folder, file, page, "Write this page anew"));
            case "translation" -> translation(fault, lines);
            default -> nearest(fault, lines, at);
        };
    }

    private static Optional<Remedy> whole(RulesFolder folder, String file, String text, String title) {
        return Optional.of(new Remedy(title, file, new Edit(0, folder.text(file).length(), text)));
    }

    /** What makes sure that an answer is known, before the negation or beside it. */
    private static Optional<Remedy> guard(Fault fault, TextLines lines, int at) {
        String file = fault.place().file();
        Matcher before = BEFORE.matcher(fault.remedy());
        Matcher beside = BESIDE.matcher(fault.remedy());
        if (before.find()) {
            String indent = " ".repeat(lines.column(at));
            String text = before.group(1).replace("' and '", "\n" + indent) + "\n" + indent;
            String title = "Write " + before.group(1).replace("' and '", " and ");
            return Optional.of(new Remedy(title, file, new Edit(at, at, text)));
        }
        return beside.find()
                ? Optional.of(new Remedy("Write " + beside.group(1), file, new Edit(at, at, beside.group(1) + ", ")))
                : Optional.empty();
    }

    /** A scaffold of what is missing in another language, to be filled in. */
    private static Optional<Remedy> translation(Fault fault, TextLines lines) {
        Matcher missing = UNTRANSLATED.matcher(fault.problem());
        if (!missing.matches()) {
            return Optional.empty();
        }
        String file = fault.place().file();
        String tag = file.replaceFirst(".*\\.(" + Language.TAG + ")\\.yaml", "$1");
        String language = Language.isTag(tag) ? new Language(tag).inEnglish() : tag;
        String open = "\"FILL IN: the " + language + " of ";
        int end = lines.text().length();
        String text = (lines.text().endsWith("\n") || end == 0 ? "" : "\n") + missing.group(1) + ":\n  title: " + open
                + "its title\"\n  because: " + open + "its reason\"\n";
        return Optional.of(
                new Remedy("Begin the " + language + " of " + missing.group(1), file, new Edit(end, end, text)));
    }

    /** The name that was probably meant, in place of the one that is written. */
    private static Optional<Remedy> nearest(Fault fault, TextLines lines, int at) {
        Matcher meant = NEAREST.matcher(fault.remedy());
        if (!meant.matches()) {
            return Optional.empty();
        }
        String name = meant.group(1) == null ? meant.group(2) : meant.group(1);
        return written(fault, lines, at)
                .map(edit ->
                        new Remedy("Write " + name, fault.place().file(), new Edit(edit.start(), edit.end(), name)));
    }

    /** Where what is wrong stands: the name that the fault quotes, at its place or elsewhere on the line; else the word there. */
    private static Optional<Edit> written(Fault fault, TextLines lines, int at) {
        Matcher named = NAMED.matcher(fault.problem());
        if (named.find()) {
            String name = Stream.of(1, 2, 3)
                    .map(named::group)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow();
            Matcher here = Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])")
                    .matcher(lines.text());
            int line = lines.line(at);
            return Stream.of(at, lines.offset(line, 0))
                    .filter(from -> here.find(from) && lines.line(here.start()) == line)
                    .map(from -> new Edit(here.start(), here.end(), ""))
                    .findFirst();
        }
        Matcher word = WORD.matcher(lines.text()).region(at, lines.text().length());
        return word.lookingAt() ? Optional.of(new Edit(word.start(), word.end(), "")) : Optional.empty();
    }
}
