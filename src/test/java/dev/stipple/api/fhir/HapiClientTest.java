package dev.stipple.api.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.exceptions.FhirClientConnectionException;
import ca.uhn.fhir.rest.gclient.ICriterion;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import dev.stipple.Service;
import dev.stipple.Shipped;
import dev.stipple.api.Running;
import dev.stipple.api.Stories;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.GuidanceResponse;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The FHIR door as HAPI's own client meets it, which asks for /metadata first. */
@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class HapiClientTest {
    private static final FhirContext R4 = FhirContext.forR4();

    @LocalServerPort
    private int port;

    private IGenericClient client;

    @BeforeEach
    void connect() {
        client = R4.newRestfulGenericClient(new Running(port).address("/fhir"));
    }

    @Test
    void aClientWithDefaultSettingsHasAResponseAssessed() {
        var answers = Stories.answers(Shipped.rulebook().questionnaire(), "man-recent-transplant");
        var response = R4.newJsonParser()
                .parseResource(
                        QuestionnaireResponse.class,
                        Responses.of(answers, "completed").toString());

        var outcome = client.create().resource(response).execute();

        assertThat(outcome.getResource())
                .isInstanceOfSatisfying(
                        GuidanceResponse.class,
                        guidance -> assertThat(guidance.getStatus().toCode()).isEqualTo("success"));
    }

    @Test
    void itSaysWhatItCanDo() {
        var statement = client.capabilities().ofType(CapabilityStatement.class).execute();

        assertThat(statement.getRestFirstRep().getResource())
                .extracting(CapabilityStatement.CapabilityStatementRestResourceComponent::getType)
                .containsExactly("Questionnaire", "QuestionnaireResponse", "CodeSystem", "ValueSet");
        assertValid(R4.newJsonParser().encodeResourceToString(statement));
    }

    @Test
    void theQuestionnaireIsFoundByAddressAndName() {
        var read = client.read().resource(Questionnaire.class).withId("intake").execute();
        String versioned = read.getUrl() + "|" + read.getVersion();

        assertThat(List.of(
                        found(Questionnaire.URL.matches().value(read.getUrl())),
                        found(Questionnaire.URL.matches().value(versioned)),
                        found(Questionnaire.NAME.matches().value("int")),
                        found(Questionnaire.NAME.matchesExactly().value("Intake")),
                        found(Questionnaire.URL.matches().value("urn:another")),
                        found(Questionnaire.URL.matches().value(read.getUrl() + "|older")),
                        found(Questionnaire.NAME.matches().value("take")),
                        found(Questionnaire.NAME.matchesExactly().value("intake"))))
                .containsExactly(1, 1, 1, 1, 0, 0, 0, 0);
    }

    private int found(ICriterion<?> criterion) {
        return client.search()
                .forResource(Questionnaire.class)
                .where(criterion)
                .returnBundle(Bundle.class)
                .execute()
                .getTotal();
    }

    @Test
    void everyOptionOfTheQuestionnaireIsInACodeSystemAndAValueSet() {
        Bundle systems = client.search()
                .forResource(CodeSystem.class)
                .returnBundle(Bundle.class)
                .execute();
        Bundle sets = client.search()
                .forResource(ValueSet.class)
                .returnBundle(Bundle.class)
                .execute();
        var codes = systems.getEntry().stream()
                .map(entry -> (CodeSystem) entry.getResource())
                .flatMap(system -> system.getConcept().stream().map(each -> system.getUrl() + "#" + each.getCode()))
                .toList();
        Questionnaire questionnaire =
                client.read().resource(Questionnaire.class).withId("intake").execute();

        assertThat(codes).doesNotHaveDuplicates().containsAll(options(questionnaire.getItem()));
        assertThat(sets.getTotal()).isEqualTo(systems.getTotal()).isGreaterThan(50);
        assertValid(R4.newJsonParser().encodeResourceToString(systems));
        assertValid(R4.newJsonParser().encodeResourceToString(sets));
        var one = client.read().resource(ValueSet.class).withId("scars-any").execute();
        assertThat(one.getCompose().getIncludeFirstRep().getSystem()).isEqualTo(Fhir.codes("scars-any"));
    }

    private static List<String> options(List<Questionnaire.QuestionnaireItemComponent> items) {
        return items.stream()
                .flatMap(item -> Stream.concat(
                        item.getAnswerOption().stream()
                                .map(option -> option.getValueCoding().getSystem() + "#"
                                        + option.getValueCoding().getCode()),
                        options(item.getItem()).stream()))
                .toList();
    }

    @Test
    void aClientThatInsistsOnXmlIsToldWhatThereIs() {
        client.setEncoding(EncodingEnum.XML);

        assertThatThrownBy(() -> client.search()
                        .forResource(Questionnaire.class)
                        .returnBundle(Bundle.class)
                        .execute())
                .isInstanceOfAny(BaseServerResponseException.class, FhirClientConnectionException.class)
                .hasMessageContaining("406")
                .hasMessageContaining("application/fhir+json");
    }

    @Test
    void whatIsNotThereIsAnOperationOutcome() {
        assertThatThrownBy(() ->
                        client.read().resource(CodeSystem.class).withId("other").execute())
                .hasMessageContaining("404")
                .hasMessageContaining("No question has this id");
    }

    private static void assertValid(String resource) {
        assertThat(FhirValidator.errors(resource)).isEmpty();
    }
}
