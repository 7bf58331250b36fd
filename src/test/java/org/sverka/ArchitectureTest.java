package org.sverka;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** The layout of docs/architecture.md, as rules. */
@AnalyzeClasses(packages = "org.sverka", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] PURE = {
    "org.sverka.text..",
    "org.sverka.roadmap..",
    "org.sverka.sheet..",
    "org.sverka.rule..",
    "org.sverka.log..",
    "org.sverka.tlog.."
  };

  @ArchTest
  static final ArchRule dependenciesPointOneWay =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("text")
          .definedBy("org.sverka.text..")
          .layer("disk")
          .definedBy("org.sverka.disk..")
          .layer("roadmap")
          .definedBy("org.sverka.roadmap..")
          .layer("sheet")
          .definedBy("org.sverka.sheet..")
          .layer("rule")
          .definedBy("org.sverka.rule..")
          .layer("log")
          .definedBy("org.sverka.log..")
          .layer("tlog")
          .definedBy("org.sverka.tlog..")
          .layer("sync")
          .definedBy("org.sverka.sync..")
          .layer("store")
          .definedBy("org.sverka.store..")
          .layer("google")
          .definedBy("org.sverka.google..")
          .layer("local")
          .definedBy("org.sverka.local..")
          .layer("feed")
          .definedBy("org.sverka.feed..")
          .layer("web")
          .definedBy("org.sverka.web..")
          .layer("cli")
          .definedBy("org.sverka.cli..")
          .whereLayer("roadmap")
          .mayOnlyAccessLayers("text")
          .whereLayer("sheet")
          .mayOnlyAccessLayers("text", "roadmap")
          .whereLayer("rule")
          .mayOnlyAccessLayers("text", "roadmap", "sheet")
          .whereLayer("log")
          .mayOnlyAccessLayers("text", "roadmap", "sheet", "rule")
          .whereLayer("tlog")
          .mayOnlyAccessLayers("text")
          .whereLayer("sync")
          .mayOnlyAccessLayers("text", "roadmap", "sheet", "rule", "log", "tlog")
          .whereLayer("store")
          .mayOnlyAccessLayers("text", "disk", "roadmap", "sheet", "rule", "log", "tlog", "sync")
          .whereLayer("google")
          .mayOnlyAccessLayers("text", "disk", "roadmap", "sheet")
          .whereLayer("local")
          .mayOnlyAccessLayers("text")
          .whereLayer("feed")
          .mayOnlyAccessLayers("text", "roadmap", "sheet", "rule", "log", "sync")
          .whereLayer("web")
          .mayOnlyAccessLayers("text", "roadmap", "sheet", "rule", "log", "tlog", "sync", "feed")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .because("each package knows only those that stand before it in the sentence");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("org.sverka.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule coreKnowsNoNetworkDiskOrFramework =
      noClasses()
          .that(resideInAnyPackage(PURE).and(not(resideInAPackage("org.sverka.text.."))))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.vertx..",
              "io.netty..",
              "java.net.http..",
              "java.nio.file..",
              "java.sql..",
              "com.google.api..",
              "org.jdbi..",
              "java.util.concurrent..")
          .because("deciding is pure functions on values");

  @ArchTest
  static final ArchRule reconcilerKnowsNoLoop =
      noClasses()
          .that()
          .haveFullyQualifiedName("org.sverka.sync.Reconciler")
          .or()
          .haveFullyQualifiedName("org.sverka.sync.SheetTurn")
          .or()
          .haveFullyQualifiedName("org.sverka.sync.StructureTurn")
          .or()
          .haveFullyQualifiedName("org.sverka.sync.RowTurn")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.vertx..", "org.slf4j..", "java.nio.file..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("org\\.sverka\\.sync\\.(Turn|SyncLoop|Store)")
          .because("thousands of generated sheets are thrown at it in unit tests");

  @ArchTest
  static final ArchRule nobodyAsksTheClockButTheShell =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.sverka.roadmap..",
              "org.sverka.sheet..",
              "org.sverka.rule..",
              "org.sverka.log..",
              "org.sverka.sync..",
              "org.sverka.feed..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .because("time is an argument");

  @ArchTest
  static final ArchRule onlyTheCommandLinePrints =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.sverka.cli..")
          .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule googleStaysBehindItsGateway =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.sverka.google..", "org.sverka.local..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.google.api..", "com.google.auth..")
          .because(
              "another surface is another gateway, not another program; the embedded sheet checks"
                  + " requests against Google's own model classes");

  @ArchTest
  static final ArchRule sqlStaysInTheStores =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.sverka.store..", "org.sverka.local..", "org.sverka.verify..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "org.jdbi..", "org.sqlite..")
          .because("nothing else may know what the store is, but who checks it from outside");

  @ArchTest
  static final ArchRule verifierSharesNoCodeWithTheWriter =
      classes()
          .that()
          .resideInAPackage("org.sverka.verify..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.sverka.verify..",
              "java..",
              "com.fasterxml.jackson..",
              "org.jspecify.annotations..",
              "com.google.errorprone.annotations..")
          .because("a mistake in what writes the log must not be made again by what checks it");

  @ArchTest
  static final ArchRule whatTestsSwitchKnowsNoWire =
      noClasses()
          .that()
          .resideInAPackage("org.sverka.local.admin..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.sverka.local", "io.vertx..", "io.netty..")
          .because("it decides; the embedded sheet says so in Google's words");

  @ArchTest
  static final ArchRule staticFieldsAreFinal =
      fields()
          .that()
          .areStatic()
          .and()
          .haveNameNotMatching(".*\\$.*")
          .should()
          .beFinal()
          .because("there is no static state");
}
