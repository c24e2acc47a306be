package dev.stipple.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Spoken;
import dev.stipple.authoring.Shipped;
import dev.stipple.rulebook.dialect.Faults;
import dev.stipple.text.Fault;
import dev.stipple.text.Place;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NeverSayTest {
    private final Faults faults = new Faults();
    private final NeverSay shipped = NeverSay.read(Shipped.CONTENTS.folder(), Spoken.BOTH, faults);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Stop taking warfarin two days before.",
                "Please pause your blood-thinning medicine before you come.",
                "Two days before the session, skip your tablets.",
                "Come off your medication first.",
                "Do not take aspirin that week.",
                "Wait a month. Discontinue the treatment.",
                "Arrêtez de prendre votre traitement.",
                "Suspendez l'anticoagulant deux jours avant.",
                "Ne prenez pas d’aspirine cette semaine-là.",
            })
    void adviceToStopAMedicineIsRefused(String text) {
        shipped.check(Place.startOf("a.drl"), text);

        assertThat(faults.list()).extracting(Fault::kind).containsExactly("advice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Do not stop taking it.",
                "Never stop a prescribed medicine on your own.",
                "Don't pause your treatment without asking.",
                "Stop smoking for two weeks.",
                "Stop shaving. Tell us which medicine you take.",
                "You stopped taking it a month ago.",
                "If you stop taking it, tell us when.",
                "N'arrêtez jamais un traitement de vous-même.",
                "N’arrêtez pas votre traitement.",
                "Arrêtez de fumer deux semaines avant.",
                "Vous ne prenez plus de médicament qui fluidifie le sang.",
            })
    void whatIsNoSuchAdviceIsNot(String text) {
        shipped.check(Place.startOf("a.drl"), text);

        assertThat(faults.list()).isEmpty();
    }
}
