package dev.stipple.web.intake;

import dev.stipple.interview.Help;
import dev.stipple.web.intake.form.FieldFault;
import dev.stipple.web.intake.form.Visit;
import dev.stipple.wording.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A control, as it is shown.
 *
 * @param caption what it belongs to, where that is not said around it
 * @param kind {@code number}, {@code one}, {@code many} or {@code text}: how it is answered
 * @param value what stands in the field of a number or of free words
 * @param unit of a number
 * @param picture drawing of the whole question; null where there is none or each option has its own
 * @param unsure whether the person said that they are not sure, for a list perhaps beside ticks
 * @param others whether some may be ticked although the person is not sure about the others
 * @param when what has to be answered on the page for it to be asked; empty where nothing has to
 * @param unless the question that is not asked where the chosen line of another control answers it
 * @param seen whether it is asked as things stand
 * @param why what the answer can mean; null where that is told elsewhere
 */
record Field(
        String name,
        String anchor,
        @Nullable String caption,
        String text,
        @Nullable String hint,
        String kind,
        List<Row> rows,
        String value,
        @Nullable String unit,
        @Nullable String picture,
        boolean unsure,
        boolean others,
        String when,
        String unless,
        boolean seen,
        @Nullable String why,
        @Nullable FieldFault fault) {
    /** Whether something is entered or chosen. */
    boolean isAnswered() {
        return unsure || !value.isEmpty() || rows.stream().anyMatch(Row::holds);
    }

    /**
     * Choices that belong together.
     *
     * @param folded whether they are shown only when somebody looks for them
     */
    record Row(@Nullable String title, boolean folded, List<Choice> choices) {
        /** Whether the choices have drawings. */
        public boolean drawn() {
            return choices.stream().anyMatch(choice -> choice.picture() != null);
        }

        /** Whether one of them is chosen, so that the row is not folded. */
        public boolean holds() {
            return choices.stream().anyMatch(Choice::chosen);
        }
    }

    /**
     * Something that can be chosen.
     *
     * @param sets what answers it stands for, for the questions that hang on them
     * @param number of the part of the drawing that shows it; 0 where none does
     * @param alone whether it excludes all others
     * @param help where whoever chooses it finds help; null where none is offered
     */
    record Choice(
            String code,
            String text,
            @Nullable String picture,
            String sets,
            int number,
            boolean chosen,
            boolean alone,
            @Nullable Helping help) {}

    /** Where help is found, in one language. */
    record Helping(String text, String link, String address) {
        static Helping of(Help help, Language language) {
            return new Helping(help.text().in(language), help.link().in(language), help.address());
        }

        /** What helps at once whoever gave these answers. */
        static List<Helping> of(Visit visit) {
            return visit.assessor().rulebook().interview().help().stream()
                    .filter(help -> help.isWanted(visit.answers()))
                    .map(help -> of(help, visit.language()))
                    .toList();
        }
    }
}
