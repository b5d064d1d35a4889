package dev.tarn.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir private Path folder;

  private static void write(Path file, String text) throws IOException {
    WholeFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aLinkStaysAndWhatItLeadsToIsReplaced() throws Exception {
    Files.createDirectory(folder.resolve("site"));
    Path real = Files.writeString(folder.resolve("site/real.html"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("page.html"), Path.of("site/real.html"));
    Path second = Files.createSymbolicLink(folder.resolve("second.html"), link);
    write(second, "new");
    assertThat(link).isSymbolicLink();
    assertThat(second).isSymbolicLink();
    assertThat(real).hasContent("new");
    Path dangling = Files.createSymbolicLink(folder.resolve("to"), folder.resolve("site/none"));
    write(dangling, "made");
    assertThat(folder.resolve("site/none")).hasContent("made");
    Files.createSymbolicLink(folder.resolve("a"), folder.resolve("b"));
    Files.createSymbolicLink(folder.resolve("b"), folder.resolve("a"));
    assertThatThrownBy(() -> write(folder.resolve("a"), "x"))
        .isInstanceOf(FileSystemLoopException.class);
  }

  @Test
  void aPipeIsWrittenInto() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    CompletableFuture<String> read =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return Files.readString(pipe);
              } catch (IOException e) {
                return e.toString();
              }
            });
    write(pipe, "through the pipe");
    assertThat(read.get(20, TimeUnit.SECONDS)).isEqualTo("through the pipe");
    assertThat(names()).containsExactly("pipe");
    assertThat(pipe)
        .isNotEqualTo(null)
        .satisfies(p -> assertThat(Files.isRegularFile(p)).isFalse());
  }

  @Test
  void whatFailsLeavesTheFileAsItWas() throws Exception {
    Path file = Files.writeString(folder.resolve("a.txt"), "old");
    assertThatThrownBy(
            () ->
                WholeFile.write(
                    file,
                    out -> {
                      out.write('x');
                      throw new IOException("full");
                    }))
        .hasMessage("full");
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("a.txt");
  }

  @Test
  void permissionsStayAndNobodysFileIsInTheWay() throws Exception {
    Path file = Files.writeString(folder.resolve("a.txt"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    // Where a part of a foreseeable name would have been.
    Path other = Files.writeString(folder.resolve("other"), "other");
    Files.createSymbolicLink(folder.resolve(".a.txt.part"), other);
    write(file, "new");
    assertThat(file).hasContent("new");
    assertThat(other).hasContent("other");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    assertThat(names()).containsExactly(".a.txt.part", "a.txt", "other");
  }
}
