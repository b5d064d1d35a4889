package dev.tarn;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What code that embeds Tarn meets: few types, and none of a library in a signature. */
class PublicApiTest {
  private static final int MOST_TYPES = 110;
  private static final int MOST_ENGINE_TYPES = 60;

  private static final Pattern EXPORT = Pattern.compile("^ *exports ([a-z.]+);", Pattern.MULTILINE);

  @TempDir private Path folder;

  private static Set<String> exported;
  private static List<JavaClass> visible;

  @BeforeAll
  static void readClasses() throws IOException {
    String module = Files.readString(Path.of("src/main/java/module-info.java"));
    exported = EXPORT.matcher(module).results().map(m -> m.group(1)).collect(Collectors.toSet());
    JavaClasses tarn =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPackages("dev.tarn");
    visible = tarn.stream().filter(PublicApiTest::isVisible).toList();
  }

  @Test
  void exportsFewTypes() {
    assertThat(topLevel(exported)).hasSizeBetween(1, MOST_TYPES);
  }

  @Test
  void theEngineExportsFewTypes() {
    Set<String> engine =
        ArchitectureTest.ENGINE.stream()
            .map(name -> "dev.tarn." + name)
            .collect(Collectors.toSet());
    engine.retainAll(exported);
    assertThat(topLevel(engine)).hasSizeBetween(1, MOST_ENGINE_TYPES);
  }

  @Test
  void signaturesNameOnlyExportedTypesAndThoseOfTheJdk() {
    assertThat(visible.stream().flatMap(PublicApiTest::strangers).toList()).isEmpty();
  }

  /** Compiled as the module that they are, where the compiler sees what other modules export. */
  @Test
  void theCompilerFindsNoSignatureThatAClientCouldNotUse() throws IOException {
    // The jars of Spark and Scala cannot be modules.
    Map<Boolean, String> libraries =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.endsWith(".jar"))
            .collect(
                Collectors.partitioningBy(
                    entry -> !entry.matches(".*(spark|scala)-[^/\\\\]*"),
                    Collectors.joining(File.pathSeparator)));
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-Xlint:exports", "-Werror"));
    // No classes are made.
    arguments.add("--should-stop=ifNoError=ATTR");
    arguments.addAll(List.of("-d", folder.toString()));
    arguments.addAll(List.of("--module-path", libraries.getOrDefault(true, "")));
    arguments.addAll(List.of("--class-path", libraries.getOrDefault(false, "")));
    arguments.addAll(List.of("--add-reads", "dev.tarn=ALL-UNNAMED"));
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
    }
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
    assertThat(javac.run(out, out, arguments.toArray(String[]::new))).as(said.toString()).isZero();
  }

  /** Goal and largest index of an exploration belong together: {@code enumerating} sets both. */
  @Test
  void everySettingCanBeChangedByItself() {
    List<String> missing =
        visible.stream()
            .filter(type -> type.isRecord() && type.tryGetMethod("defaults").isPresent())
            .flatMap(PublicApiTest::withoutCopy)
            .toList();
    assertThat(missing)
        .containsExactlyInAnyOrder("ExplorerSettings.goal", "ExplorerSettings.maxIndex");
  }

  private static Stream<String> withoutCopy(JavaClass settings) {
    Set<String> methods =
        settings.getMethods().stream().map(JavaMethod::getName).collect(Collectors.toSet());
    return settings.getFields().stream()
        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
        .map(JavaField::getName)
        .filter(name -> !methods.contains("with" + capitalised(name)))
        .map(name -> settings.getSimpleName() + "." + name);
  }

  private static String capitalised(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static List<String> topLevel(Set<String> packages) {
    return visible.stream()
        .filter(type -> type.isTopLevelClass() && packages.contains(type.getPackageName()))
        .map(JavaClass::getName)
        .sorted()
        .toList();
  }

  private static boolean isVisible(JavaClass type) {
    boolean here =
        exported.contains(type.getPackageName())
            && !type.getSimpleName().equals("package-info")
            && (type.getModifiers().contains(JavaModifier.PUBLIC)
                || type.getModifiers().contains(JavaModifier.PROTECTED));
    return here && type.getEnclosingClass().map(PublicApiTest::isVisible).orElse(true);
  }

  /** The types in the signatures of a class that code outside cannot name, each with its place. */
  private static Stream<String> strangers(JavaClass type) {
    Set<String> found = new TreeSet<>();
    List<JavaType> heads = new ArrayList<>(type.getInterfaces());
    type.getSuperclass().ifPresent(heads::add);
    type.getTypeParameters().forEach(variable -> heads.addAll(variable.getUpperBounds()));
    note(type.getName(), heads, found);
    for (JavaMember member : type.getMembers()) {
      Set<JavaModifier> modifiers = member.getModifiers();
      if ((modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED))
          && !modifiers.contains(JavaModifier.SYNTHETIC)) {
        note(member.getFullName(), signature(member), found);
      }
    }
    return found.stream();
  }

  private static List<JavaType> signature(JavaMember member) {
    List<JavaType> types = new ArrayList<>();
    if (member instanceof JavaField field) {
      types.add(field.getType());
    } else if (member instanceof JavaCodeUnit unit) {
      types.add(unit.getReturnType());
      types.addAll(unit.getParameterTypes());
      types.addAll(unit.getExceptionTypes());
      for (JavaTypeVariable<?> variable : unit.getTypeParameters()) {
        types.addAll(variable.getUpperBounds());
      }
    }
    return types;
  }

  private static void note(String place, List<JavaType> types, Set<String> found) {
    types.stream()
        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
        .map(JavaClass::getBaseComponentType)
        .filter(type -> !(type.isPrimitive() || type.getName().startsWith("java.")))
        .filter(type -> !isVisible(type))
        .forEach(type -> found.add(place + " names " + type.getName()));
  }
}
