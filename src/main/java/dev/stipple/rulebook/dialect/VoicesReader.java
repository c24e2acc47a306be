package dev.stipple.rulebook.dialect;

import dev.stipple.rule.Dissent;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Note;
import dev.stipple.rule.Source;
import dev.stipple.rule.Span;
import dev.stipple.rulebook.dialect.RuleFile.Draft;
import dev.stipple.rulebook.translation.Translations;
import dev.stipple.rulebook.translation.Voices;
import dev.stipple.wording.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what other sources say: {@code @otherwise} where they contradict the effect of a rule, {@code @note} where not. */
final class VoicesReader {
    private static final String OTHERWISE = "otherwise";
    private static final String NOTE = "note";
    private static final Pattern INSTEAD = Pattern.compile("(.*?)\\s*\\(\\s*(.*?)\\s*\\)");

    private final BiFunction<String, Span, Optional<Source>> sources;
    private final Faults faults;

    VoicesReader(BiFunction<String, Span, Optional<Source>> sources, Faults faults) {
        this.sources = sources;
        this.faults = faults;
    }

    /**
     * What contradicts a rule.
     *
     * @param effect of the rule; null where it has none, or none that could be read
     */
    List<Dissent> dissents(Draft draft, String id, @Nullable Effect effect, Translations translations) {
        Span place = draft.at(OTHERWISE);
        if (draft.metadata().values().containsKey(OTHERWISE)
                && draft.value("effect").isEmpty()) {
            faults.add(
                    place.place(),
                    "metadata",
                    "a rule of the plan has no effect that a source could contradict",
                    "write @note(\"KEY: what it says. | KEY: what it says.\")");
        }
        var effects = new LinkedHashMap<String, String>();
        var said = new LinkedHashMap<String, String>();
        Voices.all(draft.value(OTHERWISE)).forEach(voice -> {
            Matcher instead = INSTEAD.matcher(voice.key());
            String key = instead.matches() ? instead.group(1) : voice.key();
            if (isNew(place, key, said)) {
                effects.put(key, instead.matches() ? instead.group(2) : "");
                said.put(key, voice.says());
            }
        });
        var dissents = new ArrayList<Dissent>();
        voices(place, id, OTHERWISE, said, translations).forEach((source, says) -> {
            String instead = effects.getOrDefault(source.id(), "");
            if (isEffect(place, source.id(), instead, effect)) {
                dissents.add(
                        new Dissent(source, instead.equals(Dissent.SILENT) ? null : Effect.valueOf(instead), says));
            }
        });
        return List.copyOf(dissents);
    }

    private boolean isEffect(Span place, String source, String instead, @Nullable Effect effect) {
        if (instead.isEmpty()) {
            faults.add(
                    place.place(),
                    "metadata",
                    "what " + source + " would do instead is not said",
                    "write " + source + " (EFFECT): with one of " + String.join(", ", Dissent.EFFECTS));
            return false;
        }
        if (!Dissent.EFFECTS.contains(instead)) {
            faults.unknown(place.place(), "effect", instead, Dissent.EFFECTS);
            return false;
        }
        boolean same = effect == (instead.equals(Dissent.SILENT) ? Effect.SUPPORTS : Effect.valueOf(instead));
        if (same) {
            faults.add(
                    place.place(),
                    "dissent",
                    source + " (" + instead + ") leads to the same verdict as the rule itself",
                    "write what it would do instead, or write it in @note(\"" + source + ": what it says.\")");
        }
        return !same;
    }

    /** What sources say on the point of a rule without contradicting it. */
    List<Note> notes(Draft draft, String id, Translations translations) {
        Span place = draft.at(NOTE);
        var said = new LinkedHashMap<String, String>();
        Voices.all(draft.value(NOTE)).forEach(voice -> {
            if (isNew(place, voice.key(), said)) {
                said.put(voice.key(), voice.says());
            }
        });
        return voices(place, id, NOTE, said, translations).entrySet().stream()
                .map(voice -> new Note(voice.getKey(), voice.getValue()))
                .toList();
    }

    private boolean isNew(Span place, String key, Map<String, String> said) {
        if (said.containsKey(key)) {
            faults.add(
                    place.place(),
                    "metadata",
                    key + " speaks twice",
                    "write all that it says in one part, behind its key");
        }
        return !said.containsKey(key);
    }

    private Map<Source, Wording> voices(
            Span place, String id, String part, Map<String, String> said, Translations translations) {
        if (!said.containsValue("")) {
            translations.checkVoices(id, part, said.keySet());
        }
        var voices = new LinkedHashMap<Source, Wording>();
        said.forEach((key, says) -> {
            if (says.isEmpty()) {
                faults.add(
                        place.place(),
                        "metadata",
                        "'" + key + "' does not say which source says so",
                        part.equals(NOTE)
                                ? "write @note(\"KEY: what it says. | KEY: what it says.\")"
                                : "write @otherwise(\"KEY (EFFECT): what it says. | KEY (EFFECT): what it says.\")");
            } else {
                Wording wording = translations.ofVoice(id, part, key, says, place.place());
                sources.apply(key, place).ifPresent(source -> voices.put(source, wording));
            }
        });
        return voices;
    }
}
