package dev.tarn;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds the rules of {@code docs/architecture.md} about which package may use what, and about how
 * long a file may be.
 */
class ArchitectureTest {

  /** From the bottom up: a package may use only those before it. */
  static final List<String> PACKAGES =
      List.of(
          "job",
          "linear",
          "potential",
          "interval",
          "surfaces",
          "stationary",
          "minimise",
          "hop",
          "saddle",
          "path",
          "follow",
          "landscape",
          "thermo",
          "kinetics",
          "explore",
          "text",
          "data",
          "network",
          "certify",
          "train",
          "study",
          "store",
          "xor",
          "plot",
          "spark",
          "cli");

  /** The packages that code which embeds Tarn gets with the three required libraries alone. */
  static final List<String> ENGINE = PACKAGES.subList(0, PACKAGES.indexOf("text"));

  private static final int MOST_LINES = 350;

  private static JavaClasses tarn;

  @BeforeAll
  static void readClasses() {
    tarn =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPackages("dev.tarn");
  }

  @ParameterizedTest
  @FieldSource("PACKAGES")
  @DisplayName("uses no package that comes after it")
  void usesOnlyWhatIsBelow(String name) {
    List<String> above = PACKAGES.subList(PACKAGES.indexOf(name) + 1, PACKAGES.size());
    check(
        noClasses()
            .that()
            .resideInAPackage(subtree(name))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(subtrees(above)));
  }

  @Test
  void everyClassLivesInAListedPackage() {
    assertThat(tarn.that(not(resideInAnyPackage(subtrees(PACKAGES)))))
        .as("classes outside the packages that the order is defined for")
        .extracting(JavaClass::getName)
        .isEmpty();
  }

  @Test
  void packagesHaveNoCycles() {
    check(slices().matching("dev.tarn.(*)..").should().beFreeOfCycles());
  }

  @ParameterizedTest
  @ValueSource(strings = {"plot", "cli"})
  void packagesWithinAPackageHaveNoCycles(String name) {
    slices()
        .matching("dev.tarn.(**)")
        .should()
        .beFreeOfCycles()
        .check(tarn.that(resideInAPackage(subtree(name))));
  }

  @ParameterizedTest
  @FieldSource("ENGINE")
  @DisplayName("needs no library but the required ones")
  void engineNeedsOnlyTheRequiredLibraries(String name) {
    check(
        classes()
            .that()
            .resideInAPackage(subtree(name))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "java..",
                "dev.tarn..",
                "org.apache.commons.math3..",
                "org.ejml..",
                "com.google.common..",
                // These two hold annotations only; they come with Guava.
                "com.google.errorprone.annotations..",
                "org.jspecify.annotations.."));
  }

  @Test
  void onlyStoreUsesTheDatabase() {
    onlyIn(List.of("store"), "java.sql..", "javax.sql..", "org.sqlite..");
  }

  @Test
  void onlyTextWritesNumbersJsonAndCsv() {
    onlyIn(List.of("text", "data"), "org.apache.commons.csv..");
    // Annotations say what a record looks like, and trees are read.
    onlyIn(
        List.of("text"),
        "com.fasterxml.jackson.databind.json..",
        "com.fasterxml.jackson.core.io..");
  }

  @Test
  void onlyPlotDraws() {
    onlyIn(List.of("plot"), "java.awt..", "javax.imageio..", "org.apache.batik..");
    onlyIn(List.of("plot"), "org.apache.pdfbox..", "de.rototor..");
  }

  @Test
  void onlyCliUsesTheTerminal() {
    onlyIn(List.of("cli"), "picocli..", "me.tongfei..", "org.jline..");
  }

  @Test
  void engineDoesNotUseJson() {
    onlyIn(List.of("text", "store", "plot", "cli"), "com.fasterxml.jackson..");
  }

  @Test
  void nothingLogs() {
    // The store turns off a message of the driver.
    onlyIn(List.of("store"), "java.util.logging..");
    onlyIn(List.of(), "org.slf4j..");
  }

  @Test
  void noFileIsLong() throws IOException {
    List<String> longer = new ArrayList<>();
    for (Path folder : List.of(Path.of("src"), Path.of("examples"))) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          int lines = Files.readAllLines(file).size();
          if (lines > MOST_LINES) {
            longer.add(file + ": " + lines);
          }
        }
      }
    }
    assertThat(longer).as("files with more than %d lines", MOST_LINES).isEmpty();
  }

  private static void onlyIn(List<String> allowed, String... library) {
    check(
        noClasses()
            .that(not(resideInAnyPackage(subtrees(allowed))).and(resideInAPackage("dev.tarn..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(library));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(tarn);
  }

  private static String[] subtrees(List<String> names) {
    return names.stream().map(ArchitectureTest::subtree).toArray(String[]::new);
  }

  private static String subtree(String name) {
    return "dev.tarn." + name + "..";
  }
}
