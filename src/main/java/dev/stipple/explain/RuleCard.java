package dev.stipple.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stipple.authoring.scenario.FiringScenarios;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.rule.Direction;
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
        List<Dissenting> otherwise,
        List<Noted> notes,
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

    /**
     * A source that says otherwise, and what it says.
     *
     * @param effect what it would do to the verdict instead; {@code SILENT} where it would not object at all
     */
    public record Dissenting(Cited source, Direction direction, String effect, String says) {}

    /** What a source says on the same point without contradicting the rule. */
    public record Noted(Cited source, String says) {}

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
                rule.otherwise().stream()
                        .map(each -> dissenting(rule, each, language))
                        .toList(),
                rule.notes().stream()
                        .map(each -> new Noted(cited(each.source()), each.says().in(language)))
                        .toList(),
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

    private static Dissenting dissenting(Rule rule, Dissent dissent, Language language) {
        return new Dissenting(
                cited(dissent.source()),
                Direction.of(rule, dissent),
                dissent.code(),
                dissent.says().in(language));
    }

    private static Cited cited(Source source) {
        return new Cited(source.id(), source.title(), source.publisher(), source.year(), source.strength());
    }
}
