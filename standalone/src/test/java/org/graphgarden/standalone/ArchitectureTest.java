package org.graphgarden.standalone;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import org.jspecify.annotations.NullMarked;

/** The rules of the house over all modules. Each message says how to mend a breach. */
@AnalyzeClasses(packages = "org.graphgarden", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** Packages that compute and nothing else. */
    private static final String[] PURE = {
        "org.graphgarden.feedback..",
        "org.graphgarden.format..",
        "org.graphgarden.inference.profile..",
        "org.graphgarden.inference.text..",
        "org.graphgarden.inference.entity..",
        "org.graphgarden.inference.link..",
        "org.graphgarden.inference.index..",
        "org.graphgarden.inference.garden..",
        "org.graphgarden.inference.evaluation..",
        "org.graphgarden.inference.advice..",
        "org.graphgarden.ingest.change..",
        "org.graphgarden.pruner.community..",
        "org.graphgarden.pruner.health..",
        "org.graphgarden.pruner.plan..",
    };

    @ArchTest
    static final ArchRule servicesShouldNotKnowEachOther = slices().matching(
                    "org.graphgarden.(ingest|inference|pruner)..")
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true)
            .because(
                    "services meet only in topics; move what both need to schemas, pattern-format or repository-access,"
                            + " or let one publish an event that the other reads");

    @ArchTest
    static final ArchRule onlyStandaloneMayKnowServices = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.graphgarden.events..",
                    "org.graphgarden.topics..",
                    "org.graphgarden.registry..",
                    "org.graphgarden.settings..",
                    "org.graphgarden.kafka..",
                    "org.graphgarden.feedback..",
                    "org.graphgarden.format..",
                    "org.graphgarden.git..",
                    "org.graphgarden.runtime..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.graphgarden.ingest..",
                    "org.graphgarden.inference..",
                    "org.graphgarden.pruner..",
                    "org.graphgarden.standalone..")
            .because(
                    "dependencies point from services to the contracts; turn the call round with an interface or a record that"
                            + " the library owns");

    @ArchTest
    static final ArchRule servicesShouldNotKnowTheCommand = noClasses()
            .that()
            .resideOutsideOfPackage("org.graphgarden.standalone..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.graphgarden.standalone..")
            .because(
                    "a service also runs alone; give it a listener interface of its own and implement that in standalone");

    @ArchTest
    static final ArchRule pureCodeShouldNotReachOutside = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "org.graphgarden.kafka..",
                    "org.eclipse.jgit..",
                    "org.graphgarden.git..",
                    "java.net..",
                    "org.quartz..")
            .allowEmptyShould(true)
            .because(
                    "pure packages compute and nothing else; do the input and output in the shell that calls them and pass values"
                            + " in");

    @ArchTest
    static final ArchRule pureCodeShouldNotReadClocksOrChance = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .callMethodWhere(target(owner(DescribedPredicate.describe(
                            "clock or chance",
                            (JavaClass type) -> type.getFullName().startsWith("java.time.Clock")
                                    || type.isEquivalentTo(java.util.concurrent.ThreadLocalRandom.class)
                                    || type.isEquivalentTo(java.security.SecureRandom.class))))
                    .or(call(java.lang.System.class, "currentTimeMillis|nanoTime|getenv|identityHashCode"))
                    .or(call(java.lang.Math.class, "random"))
                    .or(call(java.util.UUID.class, "randomUUID"))
                    .or(call(java.util.Collections.class, "shuffle"))
                    .or(unfixedNow()))
            .orShould()
            .callConstructor(java.util.Random.class)
            .allowEmptyShould(true)
            .because("the same input has to give the same bytes; take the date, the id or the seed as a parameter");

    @ArchTest
    static final ArchRule onlyTheEdgeShouldKnowTheServersLibrary = noClasses()
            .that()
            .resideOutsideOfPackage("org.graphgarden.runtime.edge..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jetty..")
            .because("what answers a request takes a Call and gives an Answer; add to those what is missing");

    @ArchTest
    static final ArchRule onlyMetricsShouldKnowMicrometer = noClasses()
            .that()
            .resideOutsideOfPackage("org.graphgarden.runtime.metrics..")
            .and()
            .haveSimpleNameNotEndingWith("Metrics")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer..")
            .because("facts are told to a listener interface; count them in the …Metrics class that implements it");

    @ArchTest
    static final ArchRule nobodyShouldUseTheJdksLogging = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..")
            .because("there is one logging facade; use an org.slf4j.Logger");

    @ArchTest
    static final ArchRule onlyTheCommandShouldSpeakToTheConsole = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.graphgarden.standalone.cli..",
                    "org.graphgarden.standalone.broker..",
                    "org.graphgarden.standalone.registry..")
            .should(com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS)
            .because("the console belongs to the command; report through a listener, a logger or a value");

    @ArchTest
    static final ArchRule everyPackageShouldBeNullMarked = classes()
            .that()
            .resideOutsideOfPackage("org.graphgarden.events..")
            .should(resideInNullMarkedPackage())
            .because("null is the exception here; add a package-info.java with @NullMarked and one line of Javadoc");

    private static DescribedPredicate<JavaCall<?>> call(Class<?> type, String methods) {
        return target(owner(
                        DescribedPredicate.describe(type.getSimpleName(), (JavaClass it) -> it.isEquivalentTo(type))))
                .and(target(nameMatching(methods)));
    }

    /** {@code Instant.now()} and its like; with a clock as argument they are the caller's choice. */
    private static DescribedPredicate<JavaCall<?>> unfixedNow() {
        return target(owner(DescribedPredicate.describe(
                        "java.time", (JavaClass it) -> it.getPackageName().equals("java.time"))))
                .and(target(nameMatching("now")));
    }

    private static ArchCondition<JavaClass> resideInNullMarkedPackage() {
        return new ArchCondition<>("reside in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = Arrays.stream(type.reflect().getPackage().getAnnotations())
                        .anyMatch(annotation -> annotation.annotationType() == NullMarked.class);
                events.add(new SimpleConditionEvent(
                        type, marked, type.getName() + (marked ? " is" : " is not") + " in a @NullMarked package"));
            }
        };
    }
}
