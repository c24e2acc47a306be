package dev.stipple.screening.kept;

import dev.stipple.answers.Answers;
import dev.stipple.wording.Language;

/**
 * What a person hands in to be kept.
 *
 * @param consent the version of the text that the person agreed to
 */
public record Submission(Answers answers, Language language, Contact contact, String consent) {}
