package dev.stipple.assessment;

import dev.stipple.assessment.Explanation.Citation;
import dev.stipple.assessment.Explanation.Otherwise;
import dev.stipple.rulebook.Rule;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.rulebook.Source;
import dev.stipple.text.Language;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;

/** What the rules of a rulebook cite, put into words once for each language, as it is most of every explanation. */
final class Citations {
    private static final Map<Rulebook, Map<Language, Citations>> WORDED =
            Collections.synchronizedMap(new WeakHashMap<>());

    private final Map<String, List<Citation>> sources = new HashMap<>();
    private final Map<String, List<Otherwise>> otherwise = new HashMap<>();

    private Citations(Rulebook rulebook, Language language) {
        for (Rule rule : rulebook.rules()) {
            sources.put(
                    rule.id(),
                    rule.sources().stream()
                            .map(source -> citation(source, language))
                            .toList());
            otherwise.put(
                    rule.id(),
                    rule.otherwise().stream()
                            .map(dissent -> new Otherwise(
                                    citation(dissent.source(), language),
                                    dissent.says().in(language)))
                            .toList());
        }
    }

    static Citations of(Rulebook rulebook, Language language) {
        return Objects.requireNonNull(
                WORDED.computeIfAbsent(rulebook, Citations::all).get(language));
    }

    private static Map<Language, Citations> all(Rulebook rulebook) {
        var all = new HashMap<Language, Citations>();
        for (Language language : Language.values()) {
            all.put(language, new Citations(rulebook, language));
        }
        return all;
    }

    List<Citation> sources(Rule rule) {
        return Objects.requireNonNull(sources.get(rule.id()));
    }

    List<Otherwise> otherwise(Rule rule) {
        return Objects.requireNonNull(otherwise.get(rule.id()));
    }

    private static Citation citation(Source source, Language language) {
        return new Citation(
                source.id(),
                source.title(),
                source.publisher(),
                source.year(),
                source.kind(),
                source.address(),
                source.strength(),
                source.note() == null ? null : source.note().in(language));
    }
}
