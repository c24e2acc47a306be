package dev.stipple.rulebook.dialect;

import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.rule.Condition;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Source;
import dev.stipple.rule.Span;
import dev.stipple.rulebook.dialect.RuleFile.Draft;
import dev.stipple.rulebook.translation.Translations;
import dev.stipple.text.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes rules of drafts: what their metadata says, checked against sources, translations and each other. */
public final class RuleMetadata {
    public static final List<String> EFFECTS =
            Stream.of(Effect.values()).map(Effect::name).toList();

    private final Questionnaire questionnaire;
    private final SourcesFile sources;
    private final Faults faults;
    private final ClaimsReader claims;
    private final VoicesReader voices;
    private final Set<String> names = new HashSet<>();
    private final Map<String, Place> ids = new HashMap<>();
    private final Set<String> cited = new HashSet<>();

    public RuleMetadata(Questionnaire questionnaire, SourcesFile sources, Faults faults) {
        this.questionnaire = questionnaire;
        this.sources = sources;
        this.faults = faults;
        this.claims = new ClaimsReader(questionnaire, faults);
        this.voices = new VoicesReader(this::source, faults);
    }

    /** The keys of all sources that the rules so far cite, or name as saying otherwise. */
    public Set<String> cited() {
        return cited;
    }

    /** Checks what can be told only once all rules are read. */
    public void checkAll() {
        claims.checkSubjects();
    }

    /** The rule of a draft; what is wrong is added to the faults. */
    public Rule rule(Draft draft, String factor, Translations translations) {
        String id = id(draft);
        String title = title(draft, factor);
        Effect effect = effect(draft);
        String because = required(draft, "because");
        var cites = cites(draft);
        return new Rule(
                id,
                draft.name(),
                factor,
                translations.of(id, "title", title).map(RuleMetadata::sentence),
                effect,
                effect == null ? draft.value("recommend") : null,
                translations.of(id, "because", because),
                cites,
                voices.dissents(draft, id, effect, translations),
                voices.notes(draft, id, translations),
                claims.read(draft, effect),
                draft.condition(),
                draft.countdown(),
                draft.span(),
                draft.metadata().spans());
    }

    /** The text with a capital. */
    public static String sentence(String text) {
        return text.isEmpty() ? "" : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private String id(Draft draft) {
        String id = required(draft, "id");
        if (!id.isEmpty() && !id.matches("[A-Z]{3}-\\d{2,3}")) {
            faults.add(draft.at("id").place(), "metadata", "'" + id + "' is not a rule id", "write one such as TRA-02");
            return "";
        }
        Place first = ids.putIfAbsent(id, draft.at("id").place());
        if (first != null && !id.isEmpty()) {
            faults.add(
                    draft.at("id").place(),
                    "duplicate-id",
                    "the id " + id + " is used at " + first,
                    "take the next free number");
        }
        return id;
    }

    private String title(Draft draft, String factor) {
        if (!names.add(draft.name())) {
            faults.add(
                    draft.span().place(),
                    "duplicate-name",
                    "another rule is named '" + draft.name() + "'",
                    "rename one");
        }
        if (!draft.name().startsWith(factor + ": ")) {
            faults.add(
                    draft.span().place(),
                    "rule-name",
                    "the rule's name does not start with its factor",
                    "write rule \"" + factor + ": what is the case\"");
            return draft.name();
        }
        return draft.name().substring(factor.length() + 2);
    }

    private @Nullable Effect effect(Draft draft) {
        String topic = draft.value("recommend");
        String effect = draft.value("effect");
        if (topic.isEmpty() == effect.isEmpty()
                && !draft.metadata().isRefused("effect")
                && !draft.metadata().isRefused("recommend")) {
            faults.add(
                    draft.span().place(),
                    "metadata",
                    "a rule has either @effect or @recommend",
                    "write @effect(...) for a verdict or @recommend(...) for the plan");
        }
        if (!topic.isEmpty()) {
            if (!questionnaire.topics().containsKey(topic)) {
                faults.unknown(
                        draft.at("recommend").place(),
                        "topic",
                        topic,
                        questionnaire.topics().keySet());
            }
            return null;
        }
        checkUndecided(draft);
        if (!effect.isEmpty() && !EFFECTS.contains(effect)) {
            faults.unknown(draft.at("effect").place(), "effect", effect, EFFECTS);
            return null;
        }
        return effect.isEmpty() ? null : Effect.valueOf(effect);
    }

    private void checkUndecided(Draft draft) {
        draft.condition()
                .nodes()
                .filter(Condition.Decided.class::isInstance)
                .forEach(node -> faults.add(
                        ((Condition.Decided) node).span().place(),
                        "verdict-circle",
                        "a rule with an effect cannot ask for the verdict",
                        "test the answers themselves"));
    }

    private String required(Draft draft, String annotation) {
        String value = draft.value(annotation);
        if (value.isBlank() && !draft.metadata().isRefused(annotation)) {
            faults.add(
                    draft.at(annotation).place(),
                    "metadata",
                    "@" + annotation + " is missing",
                    "add @" + annotation + "(...)");
        }
        return value;
    }

    private List<Source> cites(Draft draft) {
        var found = new ArrayList<Source>();
        for (String id : required(draft, "source").split(",", -1)) {
            if (!id.isBlank()) {
                source(id.strip(), draft.at("source")).ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    private Optional<Source> source(String id, Span span) {
        cited.add(id);
        Source source = sources.sources().get(id);
        if (source == null && !sources.sources().isEmpty()) {
            faults.unknown(span.place(), "source", id, sources.sources().keySet());
        }
        return Optional.ofNullable(source);
    }
}
