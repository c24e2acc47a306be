package dev.stipple.wording;

import java.util.Collection;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The languages that a rulebook speaks.
 *
 * @param all the one that the rules are written in first, and never none
 */
public record Languages(List<Language> all) {
    public Languages {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("nothing is said in no language");
        }
    }

    /** The one that the rules are written in. */
    public Language original() {
        return all.get(0);
    }

    /** Those that the rules are translated into. */
    public List<Language> translated() {
        return all.subList(1, all.size());
    }

    public List<String> tags() {
        return all.stream().map(Language::tag).toList();
    }

    /** All tags as a choice: {@code en or fr}. */
    public String choice() {
        return String.join(" or ", tags());
    }

    /** The one that somebody names by its tag, perhaps with a region: {@code fr-CH} is French. */
    public Optional<Language> of(String tag) {
        try {
            Locale named = new Locale.Builder().setLanguageTag(tag).build();
            return suiting(List.of(named));
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }

    /** The one that suits best whoever prefers these locales, in this order; {@code fr} suits {@code fr-CA} too. */
    public Optional<Language> suiting(Collection<Locale> locales) {
        var ranges = locales.stream()
                .map(Locale::toLanguageTag)
                .filter(tag -> !tag.equals("und"))
                .map(Locale.LanguageRange::new)
                .toList();
        return Optional.ofNullable(Locale.lookupTag(ranges, tags())).flatMap(this::with);
    }

    private Optional<Language> with(String tag) {
        return all.stream().filter(language -> language.tag().equals(tag)).findFirst();
    }

    /** The one that suits this locale, else the one that the rules are written in. */
    public Language suiting(Locale locale) {
        return suiting(List.of(locale)).orElseGet(this::original);
    }

    /** The language itself where the rulebook speaks it, else the one that the rules are written in. */
    public Language spoken(Language language) {
        return all.contains(language) ? language : original();
    }
}
