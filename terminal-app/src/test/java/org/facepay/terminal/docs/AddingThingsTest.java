package org.facepay.terminal.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facepay.terminal.payment.PaymentProvider;
import org.facepay.terminal.wiring.Providers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** "One class, one line": what adding-things.md says of drivers and providers. */
class AddingThingsTest {
  private static final Path PAGE = Path.of("docs/adding-things.md");
  private static final String PERIPHERALS = "org.facepay.peripherals.";
  private static final String LAB = "org.facepay.terminal.lab.";

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.facepay.peripherals", "org.facepay.terminal");

  /**
   * What drivers are made of, and who makes them known; names of classes.
   *
   * @param others who may name one, too, as the page says
   */
  record Line(String driver, String catalogue, Set<String> others) {
    Line(String folder, String driver, String catalogue, String... others) {
      this(
          in(folder, driver),
          in(folder, catalogue),
          Set.of(others).stream().map(PERIPHERALS::concat).collect(Collectors.toSet()));
    }

    private static String in(String folder, String name) {
      return PERIPHERALS + folder + "." + name;
    }

    @Override
    public String toString() {
      return simple(driver) + " " + simple(catalogue);
    }
  }

  static Stream<Line> lines() {
    return Stream.of(
        new Line("scanner", "Scanner", "Scanners"),
        new Line("scale", "ScaleProtocol", "Scales"),
        new Line("printer", "POSPrinter", "Printers", "cashdrawer.CashDrawers"),
        new Line("rfid", "RFIDScanner", "RfidScanners", "rfid.RfidSimulator"),
        new Line("dispenser", "ItemDispenser", "Dispensers"),
        new Line("vending", "CashlessDevice", "CashlessDevices"),
        new Line("shelf", "ShelfScale", "Shelves"));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void aDriverIsNamedByItsCatalogueAlone(Line line) {
    List<JavaClass> drivers = made(line.driver());
    assertFalse(drivers.isEmpty(), line.driver() + " has no driver");
    for (JavaClass driver : drivers) {
      Set<String> by = namers(driver);
      assertTrue(by.remove(line.catalogue()), driver.getName() + " is in no catalogue");
      by.removeAll(line.others());
      drivers.forEach(other -> by.remove(other.getName())); // one built on another
      assertEquals(Set.of(), by, driver.getName());
    }
  }

  /** The page's table and this test are of the same things. */
  @Test
  void thePageHasALineForEach() throws IOException {
    Set<String> said = new TreeSet<>();
    for (String row : Files.readAllLines(PAGE)) {
      if (row.startsWith("| ") && row.contains("implements `")) {
        said.add(row.replaceAll(".*implements `(\\w+)`.*?\\[(\\w+)\\].*", "$1 $2"));
      }
    }
    assertEquals(lines().map(Line::toString).collect(Collectors.toCollection(TreeSet::new)), said);
  }

  @Test
  void aProviderIsMadeByProvidersAlone() {
    List<JavaClass> providers =
        made(PaymentProvider.class.getName()).stream()
            .filter(c -> c.getPackageName().startsWith("org.facepay.terminal.provider."))
            .toList();
    assertTrue(providers.size() > 3, "only " + providers);
    for (JavaClass provider : providers) {
      Set<String> makers =
          provider.getConstructorCallsToSelf().stream()
              .map(call -> top(call.getOriginOwner()))
              .filter(maker -> !maker.equals(top(provider)) && !maker.startsWith(LAB))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(Set.of(Providers.class.getName()), makers, provider.getName());
    }
  }

  private static List<JavaClass> made(String what) {
    return HOUSE.stream()
        .filter(c -> c.isAssignableTo(what) && !c.isInterface())
        .filter(c -> !c.getModifiers().contains(JavaModifier.ABSTRACT))
        .filter(c -> c.isTopLevelClass() && !c.getName().startsWith(LAB))
        .toList();
  }

  /** The classes outside the laboratory that name it. */
  private static Set<String> namers(JavaClass driver) {
    return driver.getDirectDependenciesToSelf().stream()
        .map(Dependency::getOriginClass)
        .map(AddingThingsTest::top)
        .filter(name -> !name.equals(driver.getName()) && !name.startsWith(LAB))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static String top(JavaClass of) {
    return of.getName().replaceFirst("\\$.*", "");
  }
}
