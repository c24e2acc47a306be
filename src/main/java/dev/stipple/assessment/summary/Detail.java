package dev.stipple.assessment.summary;

import dev.stipple.assessment.Assessment;
import dev.stipple.assessment.Explanation;
import dev.stipple.wording.Language;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How much of an assessment is told. */
public enum Detail {
    SUMMARY {
        @Override
        public Explained of(Assessment assessment, Language language, LocalDate day) {
            return BriefAssessment.of(assessment, Summary.of(assessment, language, day), language);
        }
    },
    FULL {
        @Override
        public Explained of(Assessment assessment, Language language, LocalDate day) {
            return new FullAssessment(
                    Summary.of(assessment, language, day),
                    new OpenQuestions(assessment, new Phrases(language)).next(),
                    Explanation.of(assessment, language));
        }
    };

    /** Puts an assessment into words, as of a day from which waits count. */
    public abstract Explained of(Assessment assessment, Language language, LocalDate day);

    /** As requests name it: {@code summary}, {@code full}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Detail> of(String key) {
        return Stream.of(values()).filter(detail -> detail.key().equals(key)).findFirst();
    }
}
