package dev.stipple.studio;

import dev.stipple.rulebook.Contents;
import dev.stipple.rulebook.dialect.FactsFile;
import dev.stipple.text.RulesFolder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Where everything that has a name is mentioned in a folder; each file is gone through when it is first asked about. */
public final class Index {
    private final Contents contents;
    private final RulesFolder folder;
    private final Map<String, List<Mention>> byFile = new ConcurrentHashMap<>();

    /** @param contents what is known of questions, rules and sources, which may be older than the texts */
    public Index(Contents contents, RulesFolder folder) {
        this.contents = contents;
        this.folder = folder;
    }

    /** The same for other texts; what was found in those that are the same is kept. */
    @SuppressWarnings("ReferenceEquality") // another reading may find other things in the same texts
    Index in(Contents now, RulesFolder texts) {
        var index = new Index(now, texts);
        if (now == contents) {
            byFile.forEach((file, mentions) -> {
                if (texts.text(file).equals(folder.text(file))) {
                    index.byFile.put(file, mentions);
                }
            });
        }
        return index;
    }

    public Contents contents() {
        return contents;
    }

    public RulesFolder folder() {
        return folder;
    }

    /** The mentions of a file, in the order in which they are found. */
    public List<Mention> of(String file) {
        return byFile.computeIfAbsent(file, this::read);
    }

    private List<Mention> read(String file) {
        String text = folder.text(file);
        if (file.equals(FactsFile.NAME)) {
            return List.of();
        }
        if (file.endsWith(RulesFolder.RULES)) {
            return RuleScan.of(file, text, contents.questionnaire()).mentions();
        }
        return file.endsWith(".yaml") ? YamlMentions.of(file, text, contents) : List.of();
    }

    /** What is mentioned at this offset; the shortest where one lies in another. */
    public Optional<Mention> at(String file, int offset) {
        return of(file).stream()
                .filter(mention -> mention.holds(offset))
                .min(Comparator.<Mention>comparingInt(mention -> offset < mention.end() ? 0 : 1)
                        .thenComparingInt(mention -> mention.end() - mention.start()));
    }

    public Stream<Mention> all() {
        return folder.texts().keySet().stream().flatMap(file -> of(file).stream());
    }

    /** Every mention of one thing, by file and place. */
    public List<Mention> all(Symbol symbol) {
        return all().filter(mention -> mention.symbol().equals(symbol)).toList();
    }
}
