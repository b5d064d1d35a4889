package dev.tarn.store.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.data.UnusableFileException;
import dev.tarn.potential.Vector;
import dev.tarn.store.foreign.ForeignLandscape.Point;
import dev.tarn.store.foreign.ForeignLandscape.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever happens to a file, it is read as a landscape or refused with a message that names it:
 * nothing else, no loop and no exhausted memory.
 */
class DamagedFilesTest {
  /** What people, programs and disks put in the place of something else. */
  private static final List<String> PIECES =
      List.of(
          "",
          " ",
          "\n",
          "-",
          "NaN",
          "Infinity",
          "1e999",
          "0.12-100",
          "0.12+400",
          "-1",
          "0",
          "99999999999999999999",
          "1D0",
          "1E",
          "x",
          "\0",
          "\uFEFF",
          "1 1 1 1 1 1 1 1 1 1 1 1");

  @TempDir private Path folder;

  private static Point point(double energy, Vector eigenvalues) {
    Vector x = Vector.of(energy, 0.25, -0.5, 1.5, 2.5, 3.5);
    Vector inertia = Vector.of(1.0, 2.0, 3.0);
    double log = eigenvalues.stream().filter(v -> v > 0.0).map(Math::log).sum();
    return new Point(energy, OptionalDouble.of(log), 2L, inertia, x, eigenvalues);
  }

  private static ForeignLandscape made() {
    Vector low = Vector.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0);
    Vector top = Vector.of(-1.0, 2.0, 3.0, 4.0, 5.0, 6.0);
    return new ForeignLandscape(
        Path.of("made"),
        6,
        0,
        List.of(point(-2.0, low), point(-1.0, low)),
        List.of(new State(point(0.5, top), 0, 1)),
        List.of(0),
        List.of(1));
  }

  private static ForeignFormat format(String name) {
    return Stream.of(
            new PathsampleFormat(),
            new PathInfoFormat(),
            new MinDataInfoFormat(),
            new PeleFormat(),
            new TopsearchFormat())
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<Path> files(Path place) throws IOException {
    try (Stream<Path> all = Files.walk(place)) {
      return all.filter(file -> file.toFile().isFile() && file.toFile().length() > 0)
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pathsample", "path.info", "min.data.info", "pele", "topsearch"})
  void isReadOrRefused(String name) throws Exception {
    ForeignFormat format = format(name);
    Path place = folder.resolve(name);
    ForeignLandscape made = made();
    format.writer().orElseThrow().write(made.landscape(), ImportedPotential.of(made), place);
    SplittableRandom random = new SplittableRandom(20181);
    int refused = 0;
    int tries = name.equals("pele") ? 60 : 150;
    List<Path> files = new ArrayList<>(files(place));
    for (int k = 0; k < tries; k++) {
      Path file = files.get(random.nextInt(files.size()));
      byte[] whole = Files.readAllBytes(file);
      Files.write(file, damaged(whole, random));
      try {
        assertThat(format.readForeign(place).minima()).isNotEmpty();
        format.fits(place);
      } catch (UnusableFileException e) {
        assertThat(e).hasMessageContaining(name);
        refused++;
      }
      Files.write(file, whole);
    }
    // What is changed may be a digit, or a file that is not read.
    assertThat(refused).isBetween(tries / 10, tries);
    assertThat(format.readForeign(place).minima()).hasSize(2);
  }

  private static byte[] damaged(byte[] whole, SplittableRandom random) {
    int at = random.nextInt(whole.length);
    return switch (random.nextInt(4)) {
      case 0 -> Arrays.copyOf(whole, at);
      case 1 -> joined(whole, at, at + 1, new byte[] {(byte) random.nextInt(256)});
      case 2 -> joined(whole, at, at + random.nextInt(40), new byte[0]);
      default -> {
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
        yield joined(whole, at, at + random.nextInt(25), bytes);
      }
    };
  }

  /** With a piece in the place of some bytes. */
  private static byte[] joined(byte[] whole, int from, int to, byte[] piece) {
    int end = Math.min(to, whole.length);
    byte[] joined = Arrays.copyOf(whole, whole.length - (end - from) + piece.length);
    System.arraycopy(piece, 0, joined, from, piece.length);
    System.arraycopy(whole, end, joined, from + piece.length, whole.length - end);
    return joined;
  }
}
