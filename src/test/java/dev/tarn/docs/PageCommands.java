package dev.tarn.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.cli.CommandLineRun;
import dev.tarn.cli.JarCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the commands of the documentation's pages in a folder, and compares what they print. */
final class PageCommands implements AutoCloseable {
  private static final String JAR = "target/tarn.jar";
  private static final String COMPILER = "javac ";
  private static final Pattern WORD = Pattern.compile("'[^']*'|\"[^\"]*\"|[^ ]+");
  private static final Pattern NUMBER =
      Pattern.compile(
          "\\b\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z|-?\\b\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?\\b");
  private static final Pattern LONG_NUMBER = Pattern.compile("\\b\\d+\\.\\d{9,}\\b");
  private static final Pattern IMAGE = Pattern.compile("!\\[[^]]*]\\(pictures/([^)]+)\\)");
  private static final Pattern BLANKS = Pattern.compile(" +");
  private static final Pattern FOLDER = Pattern.compile("^/\\S*/");

  private final Path folder;
  private final JarCommands jar;

  private PageCommands(Path folder, JarCommands jar) {
    this.folder = folder;
    this.jar = jar;
  }

  static PageCommands in(Path folder) throws IOException {
    return new PageCommands(folder, JarCommands.in(folder));
  }

  /** Runs all commands of a page one after the other; returns what each prints. */
  Map<String, List<String>> runAll(Path page) throws Exception {
    Map<String, List<String>> outputs = new LinkedHashMap<>();
    for (Pages.Block block : Pages.blocks(page, "sh")) {
      List<String> printed = new ArrayList<>();
      for (String line : block.lines()) {
        // Building the jar, or running these tests, is what has led here.
        String command = line.replaceFirst("^mvn [^&]*(&& |$)", "");
        if (command.isEmpty()) {
          continue;
        }
        List<String> output = run(command);
        // A command that writes a file may print its name only, on standard error.
        if (!command.contains(" --out ") && !command.startsWith(COMPILER)) {
          assertThat(output).as("output of: %s", command).isNotEmpty();
        }
        printed.addAll(output);
        outputs.put(command, output);
      }
      if (block.output().isPresent()) {
        compare(block, printed);
      }
    }
    return outputs;
  }

  /** Runs a command as a page shows it. */
  List<String> run(String command) throws Exception {
    // As a shell has it: quoted words may hold blanks, and what is special outside.
    List<String> words =
        WORD.matcher(command)
            .results()
            .map(word -> word.group().replaceAll("^(['\"])(.*)\\1$", "$2"))
            .toList();
    if (words.size() > 2 && words.subList(0, 3).equals(List.of("java", "-jar", JAR))) {
      CommandLineRun run = jar.run(words.stream().skip(3).map(PageCommands::file).toArray());
      assertThat(run.exitCode()).as("exit code of: %s%n%s", command, run.err()).isZero();
      return run.out().lines().map(String::stripTrailing).toList();
    }
    List<String> program = new ArrayList<>(words.stream().map(PageCommands::file).toList());
    assertThat(program.get(0)).as("the program of: %s", command).isIn("java", "javac", "python3");
    if (!program.get(0).equals("python3")) {
      program.set(0, Path.of(Programs.java()).resolveSibling(program.get(0)).toString());
    }
    return run(program);
  }

  /** Runs a page's Python programs one after the other, and compares what each prints. */
  List<String> runPrograms(Path page, String python) throws Exception {
    List<String> all = new ArrayList<>();
    for (Pages.Block block : Pages.blocks(page, "python")) {
      List<String> printed = run(List.of(python, "-c", String.join("\n", block.lines())));
      if (block.output().isPresent()) {
        compare(block, printed);
      }
      all.addAll(printed);
    }
    return all;
  }

  /** Runs a program that is no command of ours. */
  List<String> run(List<String> program) throws Exception {
    Programs.Result result = Programs.run(folder, program);
    assertThat(result.exitCode()).as("exit code of: %s", program).isZero();
    return result.output();
  }

  /** The pages' commands are for the project's folder, and run in another one. */
  private static String file(String word) {
    if (word.equals(JAR)) {
      return JarCommands.jar().toString();
    }
    return word.replaceAll(
        "(^| )examples/",
        "$1" + Matcher.quoteReplacement(Pages.ROOT.resolve("examples").toString()) + "/");
  }

  /** Compares all pictures of a page but some with those made in the folder, and names them. */
  static Set<String> comparePictures(Path page, Path folder, Set<String> but) throws IOException {
    Matcher image = IMAGE.matcher(Pages.prose(page));
    Set<String> names = new TreeSet<>();
    while (image.find()) {
      Path shown = Pages.ROOT.resolve("docs").resolve("pictures").resolve(image.group(1));
      if (but.contains(image.group(1))) {
        assertThat(shown).exists();
        continue;
      }
      names.add(image.group(1));
      Path made = folder.resolve(image.group(1));
      if (!Files.exists(made)) {
        made = folder.resolve("paper").resolve(image.group(1));
      }
      if (Pages.updating()) {
        Files.copy(made, shown, StandardCopyOption.REPLACE_EXISTING);
      } else {
        assertThat(made).hasSameBinaryContentAs(shown);
      }
    }
    return names;
  }

  private static void compare(Pages.Block block, List<String> printed) {
    if (Pages.updating()) {
      Pages.update(
          block, printed.stream().map(line -> FOLDER.matcher(line).replaceAll("")).toList());
      return;
    }
    List<String> shown = block.output().orElseThrow();
    assertThat(shape(printed)).as("shape of the output shown at %s", block).isEqualTo(shape(shown));
    if (block.lines().get(0).contains("tarn.jar list ")) {
      assertThat(energies(printed)).as("energies").isNotEmpty().isEqualTo(energies(shown));
    }
  }

  /**
   * The lines with every number replaced and repetitions dropped: ids, hits, times and last digits
   * change with the order of floating-point operations and from machine to machine.
   */
  private static List<String> shape(List<String> lines) {
    List<String> shape = new ArrayList<>();
    for (String line : lines) {
      String numberless = NUMBER.matcher(FOLDER.matcher(line).replaceAll("")).replaceAll("#");
      String plain = BLANKS.matcher(numberless).replaceAll(" ").strip();
      if (shape.isEmpty() || !shape.get(shape.size() - 1).equals(plain)) {
        shape.add(plain);
      }
    }
    return shape;
  }

  /** All numbers with many digits, to nine decimals. */
  private static Set<String> energies(List<String> lines) {
    Set<String> energies = new TreeSet<>();
    for (String line : lines) {
      Matcher matcher = LONG_NUMBER.matcher(line);
      while (matcher.find()) {
        energies.add(String.format(Locale.ROOT, "%.9f", Double.parseDouble(matcher.group())));
      }
    }
    return energies;
  }

  @Override
  public void close() {
    jar.close();
  }
}
