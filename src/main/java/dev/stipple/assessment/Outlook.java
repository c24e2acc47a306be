package dev.stipple.assessment;

import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Slot;
import dev.stipple.rule.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What holds for every way in which the questions that are still open can be answered. */
public interface Outlook {
    /**
     * What is known of partial answers.
     *
     * @param possible the verdicts that some completion reaches, strictest first; never empty
     * @param deciding the unanswered slots that can still change the verdict, the one to ask next first
     * @param reason answers that force the verdict whatever the others are, as few as can be; empty while more than one
     *     verdict is possible
     * @param idle the answered slots that could not have mattered to the verdict, whatever the answer
     * @param together where no single answer could change the verdict, the fewest that together could, at most three; else
     *     empty
     * @param beside of the answered scales on which people may be off by some stages, those on which one of these stages
     *     leads to another verdict, and to which; undecided where more than one would be possible
     * @param dispute what hangs on rules that another source contradicts
     */
    record View(
            Set<Verdict> possible,
            List<Slot> deciding,
            List<Slot> reason,
            List<Slot> idle,
            List<Slot> together,
            Map<Slot, Verdict> beside,
            Dispute dispute) {
        /** The possible verdicts alone, without what takes longer to find. */
        public static View ofVerdicts(Set<Verdict> possible) {
            return ahead(possible, List.of());
        }

        /** What is needed to ask on, without what takes longer to find. */
        public static View ahead(Set<Verdict> possible, List<Slot> deciding) {
            return new View(possible, deciding, List.of(), List.of(), List.of(), Map.of(), Dispute.none(possible));
        }
    }

    /**
     * What would be possible if sources that contradict rules were followed instead. A rule of which its source would say
     * nothing has no effect, but its factor has still spoken: to drop an objection must not make a factor silent.
     *
     * @param all where sources are followed on every point at once
     * @param findings by the id of each contradicted rule that fired, where they are followed on that point alone
     */
    record Dispute(Swayed all, Map<String, Swayed> findings) {
        /** Where nothing that is contradicted weighs. */
        static Dispute none(Set<Verdict> possible) {
            return new Dispute(new Swayed(possible, possible), Map.of());
        }
    }

    /**
     * The verdicts that are possible where other sources are followed, strictest first.
     *
     * @param milder on each point, the one that goes farthest to the milder side, where there is one
     * @param stricter the same to the stricter side
     */
    record Swayed(Set<Verdict> milder, Set<Verdict> stricter) {}

    /** How much is looked for; each finds what the one before it does. */
    enum Depth {
        /** The possible verdicts. */
        VERDICTS,
        /** What is needed to ask on: the deciding slots. */
        AHEAD,
        /** Everything. */
        WHOLE
    }

    /**
     * What is known of partial answers.
     *
     * @throws TooBusy where it is not known in the time there is
     */
    View of(Answers answers, Depth depth);
}
