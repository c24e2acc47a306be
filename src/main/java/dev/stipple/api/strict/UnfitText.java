package dev.stipple.api.strict;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/** A text that is not taken as it was sent. Its original message says why, in words for whoever sent it, and not which. */
public final class UnfitText extends MismatchedInputException {
    private static final long serialVersionUID = 1L;

    UnfitText(JsonParser parser, String why) {
        super(parser, why);
    }
}
