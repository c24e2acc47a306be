package dev.stipple.api;

import dev.stipple.assessment.Assessment;
import dev.stipple.assessment.Assessor;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Counts and times assessments by verdict, and findings by rule; never by what somebody answered. */
final class AssessmentMeters implements Assessor.Observer {
    private final MeterRegistry meters;

    AssessmentMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void assessed(Assessment assessment, Duration took) {
        Timer.builder("stipple.assessments")
                .tag("verdict", assessment.verdict().name())
                .publishPercentileHistogram()
                .register(meters)
                .record(took);
        assessment
                .findings()
                .forEach(finding -> meters.counter(
                                "stipple.findings", "rule", finding.rule().id())
                        .increment());
    }
}
