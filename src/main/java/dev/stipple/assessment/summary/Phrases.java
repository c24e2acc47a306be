package dev.stipple.assessment.summary;

import dev.stipple.wording.Language;
import dev.stipple.wording.Wording;
import dev.stipple.wording.Words;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** What holds the texts of rules together, in one language. */
record Phrases(Language language) {
    /** From how many days on the month is enough. */
    private static final int FAR = 45;

    private static final double WEEK = 7;
    private static final double MONTH = 30;
    private static final double YEAR = 365;

    String say(String key, Object... arguments) {
        String pattern = Words.of("summary", language).getString(key);
        return new MessageFormat(pattern, language.locale()).format(arguments);
    }

    String say(Wording wording) {
        return wording.in(language);
    }

    /** Roughly when the longest wait is over: a month where months are waited for, else a day. */
    String about(Waits waits) {
        LocalDate until = waits.until();
        if (until == null) {
            throw new IllegalStateException("there is nothing to wait for");
        }
        String form = waits.inMonths() ? "month" : "day";
        return say(
                "about." + form,
                DateTimeFormatter.ofPattern(say(form), language.locale()).format(until));
    }

    /** Without a capital at the beginning, unless the first word is written in capitals. */
    static String clause(String text) {
        boolean ordinary = text.length() > 1 && !Character.isUpperCase(text.charAt(1));
        return ordinary ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
    }

    /** A day as people say it: of days far from another one, the month. */
    String roughly(LocalDate day, LocalDate from) {
        String form = day.isAfter(from.plusDays(FAR)) ? "month" : "day";
        return DateTimeFormatter.ofPattern(say(form), language.locale()).format(day);
    }

    /** How long after something else, roughly. */
    String later(int days) {
        if (days == 0) {
            return say("then");
        }
        if (days < MONTH) {
            return say("later.weeks", Math.round(days / WEEK));
        }
        return days < YEAR
                ? say("later.months", Math.round(days / MONTH))
                : say("later.years", Math.round(days / YEAR));
    }

    /** With a capital at the beginning. */
    static String sentence(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
