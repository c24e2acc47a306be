package dev.stipple.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stipple.reasoning.proof.Certificate;
import dev.stipple.reasoning.proof.Failure;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Verdict;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is proved of the rules.
 *
 * @param holds whether everything is proved
 * @param answerSets how many complete answer sets that speaks for, as a decimal number too large for most programs
 * @param outside ids of rules for which nothing is claimed
 * @param unfinished what was not looked for to the end, as the time was over
 */
record CertificateView(
        String rulebook,
        boolean holds,
        String answerSets,
        int rules,
        List<String> outside,
        List<FailureView> failures,
        List<Failure.Kind> unfinished) {

    /**
     * Something that does not hold.
     *
     * @param example answers that show it, whatever else is answered
     * @param verdict what somebody with these answers gets
     * @param instead another answer of theirs that should not be judged milder but is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FailureView(
            Failure.Kind kind,
            String subject,
            List<String> rules,
            @Nullable Map<String, Object> example,
            @Nullable Verdict verdict,
            @Nullable InsteadView instead) {}

    /**
     * Another answer in one place.
     *
     * @param pointer where it stands in the answers
     * @param verdict what somebody with it gets
     */
    record InsteadView(String pointer, Object better, Object worse, Verdict verdict) {
        static @Nullable InsteadView of(Failure.@Nullable Instead instead) {
            return instead == null
                    ? null
                    : new InsteadView(
                            instead.slot().pointer(),
                            instead.better().json(),
                            instead.worse().json(),
                            instead.verdict());
        }
    }

    static CertificateView of(Certificate certificate) {
        return new CertificateView(
                certificate.digest(),
                certificate.holds(),
                certificate.answerSets().toString(),
                certificate.rules(),
                certificate.outside(),
                certificate.failures().stream().map(CertificateView::failure).toList(),
                certificate.unfinished());
    }

    private static FailureView failure(Failure failure) {
        var example = failure.example();
        return new FailureView(
                failure.kind(),
                failure.subject(),
                failure.rules().stream().map(Rule::id).toList(),
                example == null ? null : example.json(),
                failure.verdict(),
                InsteadView.of(failure.instead()));
    }
}
