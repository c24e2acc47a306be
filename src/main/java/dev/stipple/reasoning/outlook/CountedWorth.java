package dev.stipple.reasoning.outlook;

import dev.stipple.questionnaire.Slot;
import dev.stipple.reasoning.diagram.Reading;

/** What questions are worth, counted by the diagram. */
record CountedWorth(Reading reading) implements NextQuestion.Worth {
    @Override
    public double ends(Slot slot) {
        return reading.ends(slot);
    }

    @Override
    public double tells(Slot slot) {
        return reading.tells(slot);
    }
}
