package dev.stipple.questionnaire;

import dev.stipple.wording.Wording;

/**
 * One thing that can be chosen.
 *
 * @param code the upper-case word used in answers and rules
 * @param position from 0, in the clinical order in which the options are written
 */
public record Option(String code, int position, Wording text) {
    /** The code of the option that stands alone and says that none of the others applies. */
    public static final String NONE = "NONE";
}
