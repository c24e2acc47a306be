package dev.stipple;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The shape of the house: which package may know which. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.stipple");

    private static final List<String> HEAVY = List.of(
            "org.springframework.boot.test.context.SpringBootTest",
            "org.springframework.boot.builder.SpringApplicationBuilder",
            "com.microsoft.playwright",
            "io.zonky.test.db.postgres",
            "java.lang.ProcessBuilder");

    private static final Pattern DOMAIN = Pattern.compile(
            "(?i)\\b(hair|scalps?|scars?|skin|alopecia|norwood|ludwig|fitzpatrick|keloids?|transplants?|(micro)?pigment\\w*"
                    + "|tattoos?|allerg\\w*|pregnan\\w*|beard|medicines?|SMP)\\b");

    /**
     * The storeys of the house, lowest first: a room knows those of lower storeys, those of its own storey only where it is
     * the same room.
     */
    private static final List<List<String>> STOREYS = List.of(
            List.of("text"),
            List.of("wording"),
            List.of("questionnaire"),
            List.of("answers"),
            List.of("interview", "mail", "rule"),
            List.of("rulebook"),
            List.of("assessment"),
            List.of("reasoning"),
            List.of("authoring", "store"),
            List.of("events", "uploads"),
            List.of("access", "explain", "intake", "screening"),
            List.of("live", "studio", "offline"),
            List.of("api", "web", "cli"),
            List.of(""));

    @Test
    void roomsKnowOnlyLowerStoreys() {
        classes()
                .should(new ArchCondition<>("know only lower storeys") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getDirectDependenciesFromSelf().stream()
                                .filter(each -> isAbove(room(each.getTargetClass()), room(type)))
                                .forEach(
                                        each -> events.add(SimpleConditionEvent.violated(type, each.getDescription())));
                    }
                })
                .check(CLASSES);
    }

    @Test
    void everyRoomHasItsStorey() {
        var known = STOREYS.stream().flatMap(List::stream).collect(Collectors.toSet());

        assertEquals(known, CLASSES.stream().map(ArchitectureTest::room).collect(Collectors.toSet()));
    }

    @Test
    void noTwoPackagesKnowEachOther() {
        slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return SliceIdentifier.of(type.getPackageName());
                    }

                    @Override
                    public String getDescription() {
                        return "packages";
                    }
                })
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void noPackageHoldsOverTwentyFiles() {
        var crowded = CLASSES.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(each -> each.getValue() > 20)
                .toList();

        assertEquals(List.of(), crowded);
    }

    private static boolean isAbove(@Nullable String target, @Nullable String from) {
        return target != null && from != null && !target.equals(from) && storey(target) >= storey(from);
    }

    private static int storey(String room) {
        return IntStream.range(0, STOREYS.size())
                .filter(each -> STOREYS.get(each).contains(room))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no storey for " + room));
    }

    /** The room a type of ours lies in, the empty one for the start; null for a library's type. */
    private static @Nullable String room(JavaClass type) {
        String name = type.getPackageName();
        if (!(name + ".").startsWith("dev.stipple.")) {
            return null;
        }
        String inside = name.substring("dev.stipple".length());
        return inside.isEmpty() ? "" : inside.substring(1).replaceAll("\\..*", "");
    }

    @Test
    void accessPointsOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("accounts")
                .definedBy("dev.stipple.access.accounts")
                .layer("address")
                .definedBy("dev.stipple.access.address")
                .layer("limits")
                .definedBy("dev.stipple.access.limits")
                .layer("signin")
                .definedBy("dev.stipple.access.signin")
                .whereLayer("signin")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("limits")
                .mayOnlyBeAccessedByLayers("signin")
                .whereLayer("accounts")
                .mayOnlyBeAccessedByLayers("limits", "signin")
                .check(CLASSES);
    }

    /** The same page has many spellings; matchers and decoded paths know them. */
    @Test
    void noLimitAndNoRightHangsOnHowAPathIsSpelled() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.stipple.access.limits..", "dev.stipple.access.signin..")
                .should()
                .callMethodWhere(target(name("getRequestURI")))
                .check(CLASSES);
    }

    @Test
    void onlyTheRulebookKnowsDrools() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.stipple.rulebook..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.drools..", "org.kie..")
                .check(CLASSES);
    }

    @Test
    void onlyTheLanguageServerKnowsItsProtocol() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.stipple.cli.lsp")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.lsp4j..")
                .check(CLASSES);
    }

    @Test
    void onlyTheServiceKnowsSpring() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.stipple",
                        "dev.stipple.store..",
                        "dev.stipple.events..",
                        "dev.stipple.screening..",
                        "dev.stipple.intake..",
                        "dev.stipple.access..",
                        "dev.stipple.live..",
                        "dev.stipple.api..",
                        "dev.stipple.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..")
                .check(CLASSES);
    }

    /** Its data access is a plain library here; there is no context below the doors. */
    @Test
    void whatIsKeptKnowsOfSpringOnlyItsJdbc() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.stipple.store..",
                        "dev.stipple.events..",
                        "dev.stipple.screening..",
                        "dev.stipple.intake..")
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

    /** Whoever starts a service, a database, a browser or a program of npm belongs into the longer lane of tests. */
    @Test
    void theQuickLaneNeedsNothingAround() {
        var tests = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                .importPackages("dev.stipple");
        var heavy = describe("starts something around it", (JavaClass type) -> reaches(type, new HashSet<>()));

        classes()
                .that()
                .haveSimpleNameEndingWith("Test")
                .and(heavy)
                .should()
                .beAnnotatedWith(Tag.class)
                .because("what needs more than its own process carries @Tag(\"whole\")")
                .check(tests);
    }

    private static boolean reaches(JavaClass type, Set<String> seen) {
        if (HEAVY.stream().anyMatch(type.getName()::startsWith)) {
            return true;
        }
        return type.getName().startsWith("dev.stipple.")
                && seen.add(type.getName())
                && type.getSource()
                        .map(source -> source.getUri().getPath().contains("test-classes"))
                        .orElse(false)
                && type.getDirectDependenciesFromSelf().stream().anyMatch(each -> reaches(each.getTargetClass(), seen));
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
