package dev.stipple.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stipple.authoring.scenario.FiringScenarios;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.rule.Dissent;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Source;
import dev.stipple.rulebook.Contents;
import dev.stipple.wording.Language;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One rule as a card for reading, in one language.
 *
 * @param effect code of its effect, or of the topic of the plan that it belongs to
 * @param when its condition line by line; parts stand deeper than what they belong to
 * @param scenarios those in which it fires
 * @param file where it stands, with its line
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleCard(
        String id,
        String factor,
        String title,
        String effect,
        String effectName,
        String because,
        List<Line> when,
        List<Cited> sources,
        List<Objection> otherwise,
        List<Fired> scenarios,
        String file,
        int line) {

    /** One line of a condition; the outermost has depth 0. */
    public record Line(int depth, String text) {}

    /** A source that the rule rests on. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Cited(
            String id,
            String title,
            String publisher,
            @Nullable Integer year,
            String strength) {}

    /** A source that says otherwise, and what it says. */
    public record Objection(Cited source, String says) {}

    /** A scenario in which the rule fires, and where it stands. */
    public record Fired(String name, String file, int line) {}

    /** The card of a rule of the contents. */
    public static RuleCard of(Contents contents, FiringScenarios scenarios, Rule rule, Language language) {
        return new RuleCard(
                rule.id(),
                rule.factor(),
                rule.title().in(language),
                rule.effect() == null
                        ? Objects.requireNonNull(rule.topic())
                        : rule.effect().name(),
                effectName(contents.questionnaire(), rule, language),
                rule.because().in(language),
                new ConditionWords(contents.questionnaire(), language).lines(rule.condition()),
                rule.sources().stream().map(RuleCard::cited).toList(),
                rule.otherwise().stream().map(each -> objection(each, language)).toList(),
                scenarios.of(rule).stream()
                        .map(each -> new Fired(
                                each.name(), each.place().file(), each.place().line()))
                        .toList(),
                rule.span().file(),
                rule.span().place().line());
    }

    private static String effectName(Questionnaire questionnaire, Rule rule, Language language) {
        Effect effect = rule.effect();
        var names = effect == null ? questionnaire.topics() : questionnaire.effects();
        return Objects.requireNonNull(names.get(effect == null ? rule.topic() : effect.name()))
                .in(language);
    }

    private static Objection objection(Dissent dissent, Language language) {
        return new Objection(cited(dissent.source()), dissent.says().in(language));
    }

    private static Cited cited(Source source) {
        return new Cited(source.id(), source.title(), source.publisher(), source.year(), source.strength());
    }
}
