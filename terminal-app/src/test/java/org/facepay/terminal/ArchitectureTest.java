package org.facepay.terminal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.facepay.terminal.language.Phrase;
import org.junit.jupiter.api.Test;

/** The arrows of the house. */
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.facepay");

  private static final String[] LEAVES = {"vision", "peripherals", "sync", "kiosk"};

  /**
   * The floors of terminal-app from the top; a room knows its own floor's parts and what is below.
   */
  private static final List<List<String>> FLOORS =
      List.of(
          List.of("lab"),
          List.of("command"),
          List.of("wiring"),
          List.of("config"),
          List.of("world"),
          List.of("technician", "checkout", "vending", "container", "browser"),
          List.of("screen"),
          List.of("receipt"),
          List.of("session", "provider", "devices"),
          List.of("payment", "loop", "catalogue", "report", "settlement"),
          List.of("alarm", "member", "sale", "step", "language", "files"));

  /** What a pure room may use beside its own kind. */
  private static final String[] PURE_JAVA = {
    "java.lang..",
    "java.util",
    "java.util.function",
    "java.util.stream",
    "java.time",
    "java.math",
    "org.jspecify.."
  };

  private static String room(String name) {
    return "org.facepay.terminal." + name + "..";
  }

  private static String[] rooms(List<String> names) {
    return names.stream().map(ArchitectureTest::room).toArray(String[]::new);
  }

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
  void noArrowGoesUp() {
    List<String> above = new ArrayList<>();
    for (List<String> floor : FLOORS) {
      if (!above.isEmpty()) {
        noClasses()
            .that()
            .resideInAnyPackage(rooms(floor))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(rooms(above))
            .check(HOUSE);
      }
      above.addAll(floor);
    }
    classes()
        .that()
        .resideInAPackage("org.facepay.terminal..")
        .should()
        .resideInAnyPackage(rooms(above))
        .because("a room without a floor has no arrows")
        .check(HOUSE);
  }

  @Test
  void nothingGoesRoundInCircles() {
    slices().matching("org.facepay.(**)").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void nobodyKnowsTheLaboratory() {
    for (String lab : List.of("org.facepay.terminal.lab..", "org.facepay.vision.lab..")) {
      noClasses()
          .that()
          .resideOutsideOfPackages("org.facepay.terminal.lab..", "org.facepay.vision.lab..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(lab)
          .check(HOUSE);
    }
  }

  private static final List<String> KINDS = List.of("checkout", "vending", "container");

  /**
   * Their words are the session's; who pays for what, and how, is none of a worker's business. The
   * reader of the configuration makes their settings.
   */
  @Test
  void onlyWiringAttachesAKindOfSession() {
    for (String kind : KINDS) {
      noClasses()
          .that()
          .resideOutsideOfPackages(room(kind), room("wiring"), room("config"), room("lab"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(room(kind))
          .because("kinds do not see each other, and nobody else sees one")
          .check(HOUSE);
    }
  }

  @Test
  void saleStepAndLanguageArePure() {
    pure(List.of("sale", "step", "language"), List.of("sale", "step", "language"));
  }

  @Test
  void paymentIsPure() {
    pure(List.of("payment"), List.of("payment", "sale", "step"));
  }

  @Test
  void sessionsArePure() {
    pure(
        List.of("session"),
        List.of("session", "payment", "sale", "step", "language", "member.code"));
  }

  @Test
  void settlingIsPure() {
    pure(
        List.of("settlement.engine", "settlement.advice", "settlement.planogram"),
        List.of("settlement.engine", "settlement.advice", "settlement.planogram", "sale"));
  }

  private static void pure(List<String> rooms, List<String> know) {
    List<String> allowed = new ArrayList<>(List.of(PURE_JAVA));
    allowed.addAll(List.of(rooms(know)));
    allowed.add("org.facepay.kiosk.screen");
    allowed.add("org.facepay.sync.retry");
    classes()
        .that()
        .resideInAnyPackage(rooms(rooms))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed.toArray(String[]::new))
        .check(HOUSE);
    fetchesNoTimeAndNoChance(rooms(rooms));
  }

  /** A kind's screens read receipts' links and words; what it decides is as pure as a session. */
  @Test
  void kindsOfSessionDecideWithoutClockOrChance() {
    fetchesNoTimeAndNoChance(rooms(KINDS));
  }

  private static void fetchesNoTimeAndNoChance(String... rooms) {
    noClasses()
        .that()
        .resideInAnyPackage(rooms)
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

  /** So that whoever translates a room finds all of it in one place; the logic names phrases. */
  @Test
  void phrasesAreMadeInFilesOfWordsAlone() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Words")
        .should()
        .callConstructor(Phrase.class, String.class, String.class)
        .check(HOUSE);
  }

  /** Members and payments know faces through ports only. */
  @Test
  void membersStandAlone() {
    classes()
        .that()
        .resideInAPackage(room("member"))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify..", "org.facepay.sync.sqlite", room("member"))
        .check(HOUSE);
  }

  @Test
  void onlyTheHandsTouchVision() {
    noClasses()
        .that()
        .resideInAPackage("org.facepay.terminal..")
        .and()
        .resideOutsideOfPackages(room("world"), room("wiring"), room("command"), room("lab"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.facepay.vision..")
        .check(HOUSE);
  }
}
