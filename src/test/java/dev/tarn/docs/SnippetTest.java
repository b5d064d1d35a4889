package dev.tarn.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
    Programs.Result result =
        Programs.run(
            folder,
            List.of(
                Programs.java(),
                "-Duser.language=en",
                "-cp",
                folder + System.getProperty("path.separator") + classPath,
                "Snippet"));
    assertThat(result.exitCode()).isZero();
    if (Pages.updating()) {
      Pages.update(block, result.output());
      return;
    }
    assertThat(result.output()).isEqualTo(block.output().orElseThrow());
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
