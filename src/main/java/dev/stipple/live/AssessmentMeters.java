package dev.stipple.live;

import dev.stipple.assessment.Assessment;
import dev.stipple.assessment.Assessor;
import dev.stipple.rule.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts and times assessments by verdict, and findings by rule; never by what somebody answered. */
final class AssessmentMeters implements Assessor.Observer {
    private final MeterRegistry meters;
    private final Map<Verdict, Timer> assessments;
    private final Map<String, Counter> findings = new ConcurrentHashMap<>();

    AssessmentMeters(MeterRegistry meters) {
        this.meters = meters;
        this.assessments =
                Arrays.stream(Verdict.values()).collect(Collectors.toUnmodifiableMap(Function.identity(), this::timer));
    }

    private Timer timer(Verdict verdict) {
        return Timer.builder("stipple.assessments")
                .tag("verdict", verdict.name())
                .publishPercentileHistogram()
                .register(meters);
    }

    @Override
    public void assessed(Assessment assessment, Duration took) {
        Objects.requireNonNull(assessments.get(assessment.verdict())).record(took);
        assessment
                .findings()
                .forEach(finding -> findings.computeIfAbsent(finding.rule().id(), this::counter)
                        .increment());
    }

    private Counter counter(String rule) {
        return meters.counter("stipple.findings", "rule", rule);
    }
}
