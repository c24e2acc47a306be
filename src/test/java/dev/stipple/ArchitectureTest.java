package dev.stipple;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The shape of the house: which package may know which. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.stipple");

    private static final Pattern DOMAIN = Pattern.compile(
            "(?i)\\b(hair|scalps?|scars?|skin|alopecia|norwood|ludwig|fitzpatrick|keloids?|transplants?|(micro)?pigment\\w*"
                    + "|tattoos?|allerg\\w*|pregnan\\w*|beard|medicines?|SMP)\\b");

    @Test
    void dependenciesPointOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("text")
                .definedBy("dev.stipple.text")
                .layer("questionnaire")
                .definedBy("dev.stipple.questionnaire")
                .layer("rulebook")
                .definedBy("dev.stipple.rulebook")
                .layer("assessment")
                .definedBy("dev.stipple.assessment")
                .layer("reasoning")
                .definedBy("dev.stipple.reasoning")
                .layer("authoring")
                .definedBy("dev.stipple.authoring")
                .layer("screening")
                .definedBy("dev.stipple.screening")
                .layer("access")
                .definedBy("dev.stipple.access..")
                .layer("web")
                .definedBy("dev.stipple.web..")
                .layer("api")
                .definedBy("dev.stipple.api..")
                .layer("cli")
                .definedBy("dev.stipple.cli")
                .layer("start")
                .definedBy("dev.stipple")
                .whereLayer("start")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("api")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("web")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("cli")
                .mayOnlyBeAccessedByLayers("start")
                .whereLayer("access")
                .mayOnlyBeAccessedByLayers("api", "web", "cli", "start")
                .whereLayer("screening")
                .mayOnlyBeAccessedByLayers("access", "api", "web", "cli", "start")
                .whereLayer("authoring")
                .mayOnlyBeAccessedByLayers("api", "web", "cli")
                .whereLayer("reasoning")
                .mayOnlyBeAccessedByLayers("authoring", "screening", "api", "web", "cli")
                .whereLayer("assessment")
                .mayOnlyBeAccessedByLayers("reasoning", "authoring", "screening", "api", "web", "cli")
                .whereLayer("rulebook")
                .mayOnlyBeAccessedByLayers("assessment", "reasoning", "authoring", "screening", "api", "web", "cli")
                .whereLayer("questionnaire")
                .mayOnlyBeAccessedByLayers(
                        "rulebook", "assessment", "reasoning", "authoring", "screening", "api", "web", "cli")
                .check(CLASSES);
    }

    @Test
    void accessPointsOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("accounts")
                .definedBy("dev.stipple.access.accounts")
                .layer("limits")
                .definedBy("dev.stipple.access.limits")
                .layer("signin")
                .definedBy("dev.stipple.access.signin")
                .whereLayer("signin")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("limits")
                .mayOnlyBeAccessedByLayers("signin")
                .check(CLASSES);
    }

    @Test
    void onlyTheRulebookKnowsDrools() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.stipple.rulebook")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.drools..", "org.kie..")
                .check(CLASSES);
    }

    @Test
    void onlyTheServiceKnowsSpring() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.stipple",
                        "dev.stipple.screening",
                        "dev.stipple.access..",
                        "dev.stipple.api..",
                        "dev.stipple.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..")
                .check(CLASSES);
    }

    /** Its data access is a plain library here; there is no context below the doors. */
    @Test
    void screeningsKnowOfSpringOnlyItsJdbc() {
        noClasses()
                .that()
                .resideInAPackage("dev.stipple.screening")
                .should()
                .dependOnClassesThat(resideInAPackage("org.springframework..")
                        .and(resideOutsideOfPackages(
                                "org.springframework.jdbc..",
                                "org.springframework.dao..",
                                "org.springframework.transaction..")))
                .check(CLASSES);
    }

    @Test
    void everyEndpointSaysInTheApiDescriptionWhatItDoes() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(RestController.class)
                .and()
                .areMetaAnnotatedWith(RequestMapping.class)
                .should()
                .beAnnotatedWith(Operation.class)
                .check(CLASSES);
    }

    @Test
    void everyPackageThatIsGuardedExists() {
        var packages = List.of(
                "text",
                "questionnaire",
                "rulebook",
                "assessment",
                "reasoning",
                "authoring",
                "screening",
                "api",
                "web",
                "cli");

        var missing = packages.stream()
                .filter(name -> !hasPackage("dev.stipple." + name))
                .toList();

        assertEquals(List.of(), missing);
    }

    @Test
    void noJavaLineKnowsTheDomain() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            var lines = files.filter(file -> file.toString().matches(".*\\.(java|properties|yaml|html|css|js)"))
                    .flatMap(ArchitectureTest::domainLines)
                    .toList();

            assertEquals(List.of(), lines);
        }
    }

    @Test
    void theDomainIsRecognised() {
        assertFalse(domainLines("x", Stream.of("a scalp condition")).toList().isEmpty());
    }

    private static boolean hasPackage(String name) {
        return CLASSES.stream().anyMatch(type -> type.getPackageName().equals(name));
    }

    private static Stream<String> domainLines(Path file) {
        try {
            return domainLines(file.toString(), Files.readAllLines(file).stream());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> domainLines(String file, Stream<String> lines) {
        return lines.filter(line -> DOMAIN.matcher(line).find()).map(line -> file + ": " + line.strip());
    }
}
