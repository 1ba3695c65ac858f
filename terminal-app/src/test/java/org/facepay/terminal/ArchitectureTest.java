package org.facepay.terminal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows of the house. */
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.facepay");

  private static final String[] LEAVES = {"vision", "peripherals", "sync", "kiosk"};

  @Test
  void leafModulesKnowNobody() {
    for (String leaf : LEAVES) {
      for (String other : LEAVES) {
        if (!leaf.equals(other)) {
          noClasses()
              .that()
              .resideInAPackage("org.facepay." + leaf + "..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage("org.facepay." + other + "..", "org.facepay.terminal..")
              .check(HOUSE);
        }
      }
    }
  }

  @Test
  void saleAndSessionsArePure() {
    classes()
        .that()
        .resideInAPackage("org.facepay.terminal.sale..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java.lang..",
            "java.util",
            "java.util.function",
            "java.util.stream",
            "java.math",
            "org.facepay.terminal.sale..",
            "org.jspecify..")
        .check(HOUSE);
    classes()
        .that()
        .resideInAnyPackage("org.facepay.terminal.checkout..", "org.facepay.terminal.step..")
        .or()
        .resideInAnyPackage("org.facepay.terminal.payment", "org.facepay.terminal.payment.hold")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java.lang..",
            "java.util",
            "java.util.function",
            "java.util.stream",
            "java.time",
            "org.jspecify..",
            "org.facepay.terminal.sale..",
            "org.facepay.terminal.step..",
            "org.facepay.terminal.payment",
            "org.facepay.terminal.payment.hold",
            "org.facepay.terminal.checkout..")
        .check(HOUSE);
  }

  @Test
  void settlingIsPure() {
    classes()
        .that()
        .resideInAnyPackage(
            "org.facepay.terminal.container.settle", "org.facepay.terminal.container.planogram")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java.lang..",
            "java.util",
            "java.util.function",
            "java.util.stream",
            "org.jspecify..",
            "org.facepay.terminal.sale",
            "org.facepay.terminal.container.settle",
            "org.facepay.terminal.container.planogram")
        .check(HOUSE);
  }

  @Test
  void pureCodeFetchesNoTimeAndNoChance() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.facepay.terminal.sale..",
            "org.facepay.terminal.checkout..",
            "org.facepay.terminal.container.settle",
            "org.facepay.terminal.container.planogram",
            "org.facepay.terminal.payment",
            "org.facepay.terminal.payment.hold")
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Random")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Thread.class)
        .check(HOUSE);
  }

  @Test
  void onlyWiringAndCommandsKnowEverything() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.facepay.terminal.checkout..",
            "org.facepay.terminal.sale..",
            "org.facepay.terminal.payment..",
            "org.facepay.terminal.loop..",
            "org.facepay.terminal.screen..",
            "org.facepay.terminal.receipt..",
            "org.facepay.terminal.config..",
            "org.facepay.terminal.catalogue..",
            "org.facepay.terminal.member..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.facepay.terminal.wiring..",
            "org.facepay.terminal.command..",
            "org.facepay.terminal.demo..",
            "org.facepay.terminal.bench..")
        .check(HOUSE);
    noClasses()
        .that()
        .resideInAPackage("org.facepay.terminal.checkout..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.facepay.terminal.loop..",
            "org.facepay.terminal.screen..",
            "org.facepay.terminal.receipt..")
        .check(HOUSE);
  }

  /** Members and payments know faces through ports only. */
  @Test
  void membersAndFaceCredentialsStandAlone() {
    classes()
        .that()
        .resideInAPackage("org.facepay.terminal.member..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..", "org.jspecify..", "org.facepay.sync.sqlite", "org.facepay.terminal.member..")
        .check(HOUSE);
  }

  @Test
  void onlyWiringAndCommandsTouchVision() {
    noClasses()
        .that()
        .resideInAPackage("org.facepay.terminal..")
        .and()
        .resideOutsideOfPackages("org.facepay.terminal.wiring..", "org.facepay.terminal.command..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.facepay.vision..")
        .check(HOUSE);
  }
}
