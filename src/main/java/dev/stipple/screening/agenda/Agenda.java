package dev.stipple.screening.agenda;

import dev.stipple.assessment.summary.Coming;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is to come for a person, and what of it is done; in the order in which it came up. */
public record Agenda(List<Due> items) {
    public static final Agenda EMPTY = new Agenda(List.of());

    /** How long a question that is put to somebody may stay without an answer. */
    private static final int DAYS_TO_ANSWER = 14;

    public static Agenda of(List<Coming> coming) {
        return new Agenda(coming.stream()
                .map(each ->
                        new Due(each.kind(), each.name(), each.text(), each.waiting(), each.day(), each.rules(), false))
                .toList());
    }

    /**
     * The agenda after another assessment: what is no longer called for is done, and questions stay. A wait that is called for
     * again goes on as long as the later assessment says; what was to be done by a day is not put off.
     *
     * @param sameAnswers whether the answers are those of before, so that a wait still ends on the day that was told
     */
    public Agenda followedBy(Agenda later, LocalDate today, boolean sameAnswers) {
        var all = new ArrayList<Due>();
        items.forEach(old -> all.add(
                old.isQuestion()
                        ? old
                        : later.same(old)
                                .map(now -> carriedOn(old, now, today, sameAnswers))
                                .orElse(old.withDone(true))));
        later.items.stream().filter(now -> same(now).isEmpty()).forEach(all::add);
        return new Agenda(List.copyOf(all));
    }

    private static Due carriedOn(Due old, Due now, LocalDate today, boolean sameAnswers) {
        boolean told = sameAnswers && !old.done() && old.day().isAfter(today);
        return now.waiting() && !told ? now : now.withDay(old.day()).withDone(old.done());
    }

    private Optional<Due> same(Due other) {
        return items.stream().filter(each -> each.isSameAs(other)).findFirst();
    }

    /** With a question put to the person on a day. */
    public Agenda asking(String text, LocalDate today) {
        var question = new Due(Due.QUESTION, null, text, false, today.plusDays(DAYS_TO_ANSWER), List.of(), false);
        return new Agenda(Stream.concat(items.stream(), Stream.of(question)).toList());
    }

    /** The questions that were put to the person and not answered yet. */
    public List<Due> questions() {
        return items.stream().filter(each -> each.isQuestion() && !each.done()).toList();
    }

    /** With all questions answered. */
    public Agenda answered() {
        return new Agenda(items.stream()
                .map(each -> each.isQuestion() ? each.withDone(true) : each)
                .toList());
    }

    /** Without what is still to come. */
    public Agenda closed() {
        return new Agenda(items.stream().filter(Due::done).toList());
    }

    /** With one of them, counted from 1, done or not. */
    public Agenda marked(int number, boolean done) {
        var all = new ArrayList<>(items);
        all.set(number - 1, items.get(number - 1).withDone(done));
        return new Agenda(List.copyOf(all));
    }

    /** The next thing to come, which may be overdue; empty where nothing is. */
    public Optional<Due> next() {
        return open().reduce((one, other) -> other.day().isBefore(one.day()) ? other : one);
    }

    /** The first day after one on which something falls due. */
    public Optional<LocalDate> wake(LocalDate after) {
        return open().map(Due::day).filter(day -> day.isAfter(after)).min(LocalDate::compareTo);
    }

    private Stream<Due> open() {
        return items.stream().filter(each -> !each.done());
    }

    /** Nothing of the person, so that none of it ends in a log. */
    @Override
    public String toString() {
        return items.size() + " things to come";
    }
}
