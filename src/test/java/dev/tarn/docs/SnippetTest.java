package dev.tarn.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Java blocks that the documentation marks as runnable print what the pages say. */
class SnippetTest {
  @TempDir Path folder;

  static Stream<Pages.Block> snippets() {
    return Pages.all().stream().flatMap(page -> Pages.blocks(page, "java run").stream());
  }

  @Test
  void readmeAndGuidesShowRunnableCode() {
    assertThat(snippets().map(block -> block.page().toString()))
        .contains("README.md", "docs/theory.md", "docs/algorithms.md", "docs/database.md");
  }

  @ParameterizedTest
  @MethodSource("snippets")
  void printsWhatThePageShows(Pages.Block block) throws Exception {
    assertThat(block.output()).as("the output shown after the block").isPresent();
    String classPath = System.getProperty("java.class.path");
    compile(block, classPath);
    List<String> printed = run();
    if (Pages.updating()) {
      Pages.update(block, printed);
      return;
    }
    assertThat(printed).isEqualTo(block.output().orElseThrow());
  }

  /**
   * Runs what has been compiled; returns the lines that it prints, without blanks at their ends.
   */
  private List<String> run() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = System.out;
    Locale locale = Locale.getDefault();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
        PrintStream captured = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(captured);
      Locale.setDefault(Locale.ENGLISH);
      Method main = loader.loadClass("Snippet").getMethod("main", String[].class);
      main.invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(out);
      Locale.setDefault(locale);
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().map(String::stripTrailing).toList();
  }

  /** Imports stay at the top, everything else becomes the body of a main method. */
  private void compile(Pages.Block block, String classPath) throws IOException {
    List<String> source = new ArrayList<>();
    block.lines().stream().filter(line -> line.startsWith("import ")).forEach(source::add);
    source.add("public class Snippet {");
    source.add("public static void main(String[] args) throws Exception {");
    block.lines().stream().filter(line -> !line.startsWith("import ")).forEach(source::add);
    source.add("}}");
    Path file = folder.resolve("Snippet.java");
    Files.write(file, source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> findings = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(findings, Locale.ROOT, null)) {
      boolean compiled =
          compiler
              .getTask(
                  null,
                  files,
                  findings,
                  List.of("-proc:none", "-cp", classPath, "-d", folder.toString()),
                  null,
                  files.getJavaFileObjects(file))
              .call();
      assertThat(findings.getDiagnostics())
          .extracting(Diagnostic::getKind, d -> d.getMessage(Locale.ROOT))
          .as("what the compiler says of %s", block)
          .isEmpty();
      assertThat(compiled).isTrue();
    }
  }
}
