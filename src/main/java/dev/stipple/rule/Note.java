package dev.stipple.rule;

import dev.stipple.wording.Wording;

/** What a source says on the point of a rule without contradicting its effect, such as another length of time. */
public record Note(Source source, Wording says) {}
