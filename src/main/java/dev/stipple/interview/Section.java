package dev.stipple.interview;

import dev.stipple.wording.Wording;
import java.util.List;

/** Pages on one topic, which follow each other. */
public record Section(String id, Wording title, List<Page> pages) {}
