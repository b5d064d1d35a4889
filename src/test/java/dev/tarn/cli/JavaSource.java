package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.tools.ToolProvider;

/** Classes that a user may have written. */
final class JavaSource {
  private JavaSource() {}

  /** Compiles a file, with Tarn on the class path, into a folder. */
  static void compile(Path source, Path classes) {
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                source.toString());
    assertThat(result).as("what the compiler returns for %s", source).isZero();
  }
}
