package dev.stipple.offline;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stipple.rule.Direction;
import dev.stipple.rule.Dissent;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Note;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Source;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What fires, what it says, and on whose word. */
record RuleTables(Texts texts) {
    private static final Comparator<Rule> STRICTEST_FIRST = Comparator.comparing(
                    Rule::effect, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Rule::id);

    /**
     * A rule.
     *
     * @param when its condition, as {@link Conditions} writes it
     * @param delay how long to wait: a number, its unit and, where an answer is counted down, its question and what it is bound to
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record OfRule(
            String id,
            String factor,
            @Nullable Effect effect,
            @Nullable String topic,
            int title,
            int because,
            List<String> sources,
            List<Otherwise> otherwise,
            List<Noted> notes,
            List<Object> when,
            @Nullable List<Object> delay) {}

    /** What another source says instead. */
    record Otherwise(String source, Direction direction, int says) {}

    /** What another source says on the same point. */
    record Noted(String source, int says) {}

    /** A source. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfSource(
            String title, String publisher, @Nullable Integer year, String strength) {
        static OfSource of(Source source) {
            return new OfSource(source.title(), source.publisher(), source.year(), source.strength());
        }
    }

    /** All rules in the order in which findings are told: strictest first, those of the plan last. */
    List<OfRule> of(Collection<Rule> rules) {
        return rules.stream().sorted(STRICTEST_FIRST).map(this::of).toList();
    }

    private OfRule of(Rule rule) {
        return new OfRule(
                rule.id(),
                rule.factor(),
                rule.effect(),
                rule.topic(),
                texts.of(rule.title()),
                texts.of(rule.because()),
                rule.sources().stream().map(Source::id).toList(),
                rule.otherwise().stream().map(each -> of(rule, each)).toList(),
                rule.notes().stream().map(this::of).toList(),
                Conditions.of(rule.condition()),
                rule.countdown() == null ? null : Conditions.of(rule.countdown()));
    }

    private Otherwise of(Rule rule, Dissent dissent) {
        return new Otherwise(dissent.source().id(), Direction.of(rule, dissent), texts.of(dissent.says()));
    }

    private Noted of(Note note) {
        return new Noted(note.source().id(), texts.of(note.says()));
    }
}
