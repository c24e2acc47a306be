package dev.stipple.interview;

import dev.stipple.answers.Entry;
import dev.stipple.questionnaire.Group;
import dev.stipple.wording.Wording;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is asked at once. */
public record Page(String id, Wording title, @Nullable Wording hint, List<Item> items) {
    /** The lines of all its tick lists. */
    List<Line> lines() {
        return items.stream()
                .flatMap(item -> item instanceof Item.Ticks ticks ? ticks.lines().stream() : Stream.of())
                .toList();
    }

    /** The line that an entry is of, where its kind is known. */
    public Optional<Line> lineOf(Group group, Entry entry) {
        return lines().stream()
                .filter(line -> line.target() instanceof Line.Entry own
                        && own.group().id().equals(group.id())
                        && !own.kind().isEmpty()
                        && own.of(entry) == Mark.YES)
                .findFirst();
    }

    /** The value that a question has where no line about it is ticked; null where the none line sets none. */
    @Nullable
    Setting otherwise(String question) {
        return items.stream()
                .flatMap(item -> item instanceof Item.Ticks ticks ? ticks.none().sets().stream() : Stream.of())
                .filter(setting -> setting.question().path().equals(question))
                .findFirst()
                .orElse(null);
    }

    /** By id, as pages are looked up all the time and are large. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Page page && page.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
