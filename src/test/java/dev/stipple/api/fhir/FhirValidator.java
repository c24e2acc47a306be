package dev.stipple.api.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Questionnaire;
import org.jspecify.annotations.Nullable;

/** HAPI's validator for FHIR R4, built once for all tests. */
public final class FhirValidator {
    private static final FhirContext R4 = FhirContext.forR4();

    private FhirValidator() {}

    /** Every error that the validator has with a resource; those it has to know for the resource may be given. */
    public static List<String> errors(String resource, String... known) {
        IValidationSupport support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(R4),
                new CommonCodeSystemsTerminologyService(R4),
                new InMemoryTerminologyServerValidationSupport(R4),
                new Known(List.of(known)));
        var module = new FhirInstanceValidator(support);
        return R4.newValidator().registerValidatorModule(module).validateWithResult(resource).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(FhirValidator::text)
                .toList();
    }

    /** Questionnaires that responses answer, by their canonical address. */
    private record Known(List<String> questionnaires) implements IValidationSupport {
        @Override
        public FhirContext getFhirContext() {
            return R4;
        }

        @Override
        public <T extends IBaseResource> @Nullable T fetchResource(Class<T> type, String address) {
            return questionnaires.stream()
                    .map(json -> R4.newJsonParser().parseResource(Questionnaire.class, json))
                    .filter(questionnaire -> Questionnaire.class.equals(type)
                            && questionnaire.getUrl().equals(address.replaceFirst("\\|.*", "")))
                    .map(type::cast)
                    .findFirst()
                    .orElse(null);
        }
    }

    private static String text(SingleValidationMessage message) {
        return message.getLocationString() + ": " + message.getMessage();
    }
}
