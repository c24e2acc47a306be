package dev.stipple.rule;

import dev.stipple.wording.Wording;

/** What a source says otherwise than the rule. */
public record Dissent(Source source, Wording says) {}
