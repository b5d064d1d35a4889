package dev.tarn.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tarn.cli.JarCommands;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example on handwritten digits, a small part of it, where the digits can be had. */
class DigitsIT {
  private static final String DIGITS = "digits.csv.gz";

  /** What a fetch leaves for the next time, among what the build makes. */
  private static final Path KEPT = JarCommands.jar().resolveSibling("digits").resolve(DIGITS);

  @TempDir private Path folder;

  @Test
  void theExampleRunsOnDigits() throws Exception {
    Path script = Path.of("examples", "digits.sh").toAbsolutePath();
    assumeThat(Files.isExecutable(Path.of("/usr/bin/dpkg-deb"))).as("a Debian").isTrue();
    if (Files.exists(KEPT)) {
      Files.copy(KEPT, folder.resolve(DIGITS));
    }
    File printed = folder.resolve("printed").toFile();
    ProcessBuilder builder =
        new ProcessBuilder("sh", script.toString(), folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(printed);
    builder.environment().put("QUICK", "1");
    builder
        .environment()
        .put("TARN", System.getProperty("java.home") + "/bin/java -jar " + JarCommands.jar());
    Process process = builder.start();
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    String out = Files.readString(printed.toPath());
    if (!Files.exists(folder.resolve(DIGITS))) {
      System.out.println("skipped: handwritten digits, since they cannot be fetched");
    }
    assumeThat(folder.resolve(DIGITS)).as(out).exists();
    Files.createDirectories(KEPT.getParent());
    if (!Files.exists(KEPT)) {
      Files.copy(folder.resolve(DIGITS), KEPT);
    }
    assertThat(process.exitValue()).as(out).isZero();
    assertThat(folder.resolve("digits.csv")).isRegularFile();
    assertThat(Files.readAllLines(folder.resolve("digits.csv"))).hasSize(1798);
    assertThat(folder.resolve("reliability.svg")).isNotEmptyFile();
    assertThat(out).contains("highest accuracy", "live", "energy");
  }
}
