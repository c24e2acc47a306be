package dev.stipple.mail;

import dev.stipple.text.Fault;
import dev.stipple.text.RulesFolder;
import dev.stipple.text.YamlFile;
import dev.stipple.text.YamlNode;
import dev.stipple.wording.Language;
import dev.stipple.wording.Wording;
import dev.stipple.wording.WordingReader;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads a rules folder's {@code mail.yaml}. */
public final class MailFile {
    public static final String NAME = "mail.yaml";

    private static final String SUBJECT = "subject";
    private static final String FOOTER = "footer";
    private static final int LONGEST_SUBJECT = 100;

    private MailFile() {}

    /** What the file says; empty without the file. */
    public static Optional<MailTexts> read(RulesFolder folder, WordingReader words, Collection<Fault> faults) {
        if (!folder.has(NAME)) {
            return Optional.empty();
        }
        YamlNode root = YamlFile.read(NAME, folder.text(NAME), faults);
        root.only(Stream.concat(
                        Stream.of(SUBJECT, FOOTER), Stream.of(About.values()).map(About::key))
                .toList());
        Wording subject = words.read(root.need(SUBJECT));
        each(root.at(SUBJECT), words, MailFile::checkSubject);
        var texts = new EnumMap<About, Wording>(About.class);
        for (About about : About.values()) {
            texts.put(about, words.read(root.need(about.key())));
            each(root.at(about.key()), words, MailFile::checkText);
        }
        Wording footer = words.read(root.need(FOOTER));
        each(root.at(FOOTER), words, text -> checkPlaces(text, text.string()));
        return Optional.of(new MailTexts(subject, texts, footer));
    }

    private static void each(YamlNode node, WordingReader words, Consumer<YamlNode> check) {
        words.languages().all().stream()
                .map(Language::tag)
                .map(node::at)
                .filter(text -> !text.isAbsent())
                .forEach(check);
    }

    private static void checkSubject(YamlNode text) {
        String subject = text.string();
        if (subject.isBlank() || subject.contains("\n") || subject.length() > LONGEST_SUBJECT) {
            text.fault(
                    "mail",
                    "a subject is one line of at most " + LONGEST_SUBJECT + " characters",
                    "write one short line");
        }
        checkPlaces(text, subject);
    }

    private static void checkText(YamlNode text) {
        List<String> lines = text.string().lines().map(String::strip).toList();
        if (lines.stream().filter(MailTexts.LINK::equals).count() != 1) {
            text.fault(
                    "mail",
                    "the person’s link has no place here",
                    "write " + MailTexts.LINK + " once, on a line of its own");
        }
        checkPlaces(text, text.string().replace(MailTexts.LINK, ""));
    }

    /** Nothing of a person but the link can be written, so that no text tries. */
    private static void checkPlaces(YamlNode text, String rest) {
        if (rest.contains("{") || rest.contains("}")) {
            text.fault("mail", "nothing is filled in here", "take the braces out");
        }
    }
}
