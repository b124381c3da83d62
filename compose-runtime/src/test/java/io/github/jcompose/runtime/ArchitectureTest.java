package io.github.jcompose.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.github.jcompose.runtime", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.github.jcompose.runtime.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theRootIsUsedByNothingBelowIt = noClasses()
            .that()
            .resideInAPackage("io.github.jcompose.runtime.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.github.jcompose.runtime");

    @ArchTest
    static final ArchRule plansAreMadeWithoutAnEngine = noClasses()
            .that()
            .resideInAPackage("io.github.jcompose.runtime.plan..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.github.jcompose.runtime.engine..", "java.net..", "java.nio.file..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock");

    @ArchTest
    static final ArchRule onlyTheEngineKnowsHttp = noClasses()
            .that()
            .resideOutsideOfPackage("io.github.jcompose.runtime.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.hc..");
}
