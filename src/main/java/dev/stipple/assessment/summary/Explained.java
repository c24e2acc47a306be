package dev.stipple.assessment.summary;

/** An assessment in words, the short answer first. */
public sealed interface Explained permits BriefAssessment, FullAssessment {
    Summary summary();
}
