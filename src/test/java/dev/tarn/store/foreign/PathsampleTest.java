package dev.tarn.store.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.data.UnusableFileException;
import dev.tarn.landscape.Landscape;
import dev.tarn.store.LandscapeFormat;
import dev.tarn.surfaces.Cluster;
import dev.tarn.thermo.HarmonicModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathsampleTest {
  private static final Path SAMPLES = Path.of("..", "shared", "samples");

  private static final List<String> MINIMA =
      List.of(
          "  -3.0  1.5D0   6  1.0 2.0 3.0",
          "  -2.5  0.12-100   2  1.0 2.0 3.0",
          "  -2.0",
          "  0.5  1  1.0 2.0 3.0");
  private static final List<String> STATES =
      List.of(
          "  -1.0  1.0  1  1  2  1.0 2.0 3.0",
          "  -0.5  2.0  2  3 2  1.0 2.0 3.0",
          "-0.2 1 1 2 2 1 1 1");

  @TempDir private Path folder;

  private Path write(List<String> minima, List<String> states, ByteOrder bytes) throws IOException {
    Files.write(folder.resolve("min.data"), minima);
    Files.write(folder.resolve("ts.data"), states);
    Files.write(folder.resolve("points.min"), points(3, bytes));
    Files.write(folder.resolve("points.ts"), points(3, bytes));
    Files.write(folder.resolve("min.A"), List.of("1", "1"));
    Files.write(folder.resolve("min.B"), List.of("2 3", " 2"));
    Files.write(folder.resolve("pathdata"), List.of("comment made up", "natoms 3"));
    return folder;
  }

  private static byte[] points(int count, ByteOrder order) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * 9 * count).order(order);
    for (int k = 0; k < 9 * count; k++) {
      bytes.putDouble(0.1 * k - 0.7);
    }
    return bytes.array();
  }

  private static final PathsampleFormat FORMAT = new PathsampleFormat();

  @Test
  void readsWhatFortranWrites() throws Exception {
    ForeignLandscape read = PathsampleReader.read(write(MINIMA, STATES, ByteOrder.LITTLE_ENDIAN));
    assertThat(read.minima()).extracting(p -> p.energy()).containsExactly(-3.0, -2.5, -2.0);
    assertThat(read.minima())
        .extracting(p -> p.logProduct().orElseThrow())
        .containsExactly(1.5, 0.12e-100, 0.5);
    assertThat(read.minima()).extracting(p -> p.pointGroup()).containsExactly(6L, 2L, 1L);
    assertThat(read.states().get(1).plus()).isEqualTo(2);
    assertThat(read.states().get(1).minus()).isEqualTo(1);
    assertThat(read.a()).containsExactly(0);
    assertThat(read.b()).containsExactly(2, 1);
    assertThat(read.vibrations()).isEqualTo(3);
    assertThat(read.minima().get(1).coordinates().get(0)).isEqualTo(0.1 * 9 - 0.7);
    ForeignFormat.Imported imported = FORMAT.read(folder);
    assertThat(imported.landscape().get(1).orbit()).isEqualTo(1);
    assertThat(imported.landscape().get(3).orbit()).isEqualTo(6);
    HarmonicModel model =
        HarmonicModel.of(imported.landscape(), imported.description().potential());
    assertThat(model.wells().get(0).logWeight()).isEqualTo(-0.75);
    assertThat(model.passes()).hasSize(3);
    assertThat(model.passes().get(2).isDegenerate()).isTrue();
    assertThatThrownBy(() -> imported.description().potential().evaluator())
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContaining("is not known, so it cannot be evaluated");
  }

  @Test
  void whatIsWrittenIsReadBackToTheLastBit() throws Exception {
    ForeignFormat.Imported first = FORMAT.read(write(MINIMA, STATES, ByteOrder.LITTLE_ENDIAN));
    Path out = folder.resolve("out");
    LandscapeFormat.Writer writer = FORMAT.writer().orElseThrow();
    writer.write(first.landscape(), first.description().potential(), out);
    ForeignFormat.Imported second = FORMAT.read(out);
    assertThat(second.landscape().points()).isEqualTo(first.landscape().points());
    assertThat(second.landscape().connections()).isEqualTo(first.landscape().connections());
    ImportedPotential a = (ImportedPotential) first.description();
    ImportedPotential b = (ImportedPotential) second.description();
    assertThat(b.logProducts()).isEqualTo(a.logProducts());
    assertThat(b.inertia()).isEqualTo(a.inertia());
    assertThat(b.a()).isEqualTo(a.a()).containsExactly(1);
    assertThat(b.b()).isEqualTo(a.b()).containsExactly(3, 2);
    assertThat(out.resolve("points.min")).hasSameBinaryContentAs(folder.resolve("points.min"));
  }

  private void refused(UnaryOperator<String> minima, UnaryOperator<String> states, String message)
      throws IOException {
    write(
        MINIMA.stream().map(minima).toList(),
        STATES.stream().map(states).toList(),
        ByteOrder.LITTLE_ENDIAN);
    assertThatThrownBy(() -> FORMAT.read(folder))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({
    "-2.5, x, record 2: \"x\" is no number",
    "-2.5, 1e999, record 2: 1e999 is beyond the range",
    "0.5, '', 5 numbers where a record has 6 at least",
    "'  6  ', ' 0 ', minimum 1 has energy -3.0\\, a point group of order 0",
    "'  6  ', ' 6.5 ', \"6.5\" is no whole number"
  })
  void brokenMinimaAreNamed(String from, String to, String message) throws IOException {
    refused(line -> line.replace(from, to), line -> line, message.replace("\\", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "'  3 2  ', '  4 2  ', transition state 2 joins minimum 4; there are 3",
    "'  3 2  ', '  3 0  ', transition state 2 joins minimum 0; there are 3",
    "-0.2 1, -0.2, 7 numbers where a record has 8 at least",
    "2 2 1 1 1, 2 2 1 1 1 0.5, record 3: the last column is the negative eigenvalue"
  })
  void brokenStatesAreNamed(String from, String to, String message) throws IOException {
    refused(line -> line, line -> line.replace(from, to), message);
  }

  @Test
  void brokenPointsAreNamed() throws IOException {
    write(MINIMA, STATES, ByteOrder.BIG_ENDIAN);
    assertThatThrownBy(() -> FORMAT.read(folder)).hasMessageContaining("big-endian");
    write(MINIMA, STATES, ByteOrder.LITTLE_ENDIAN);
    Files.write(folder.resolve("points.min"), new byte[8 * 26]);
    assertThatThrownBy(() -> FORMAT.read(folder))
        .hasMessageContaining("has 208 bytes, which are not whole records");
    Files.write(folder.resolve("points.min"), new byte[4 * 8 * 27]);
    assertThatThrownBy(() -> FORMAT.read(folder)).hasMessageContaining("records counted in words");
    Files.delete(folder.resolve("points.min"));
    assertThatThrownBy(() -> FORMAT.read(folder)).hasMessageContaining("there is no file");
  }

  @Test
  void brokenSetsAreNamed() throws IOException {
    write(MINIMA, STATES, ByteOrder.LITTLE_ENDIAN);
    Files.write(folder.resolve("min.B"), List.of("3", "1 2"));
    assertThatThrownBy(() -> FORMAT.read(folder))
        .hasMessageContaining("announces 3 minima and names 2");
    Files.write(folder.resolve("min.B"), List.of("1", "7"));
    assertThatThrownBy(() -> FORMAT.read(folder))
        .hasMessageContaining("the set B holds minimum 7; there are 3");
  }

  static boolean samplesAreThere() {
    return Files.isDirectory(SAMPLES);
  }

  /** Files of the program itself, where they stand beside the project. */
  @ParameterizedTest
  @CsvSource({"lj7, 4, 12, 15", "toy3, 3, 4, 3", "xor2, 5, 12, 6"})
  @EnabledIf("samplesAreThere")
  void readsSamples(String name, int minima, int states, int vibrations) throws Exception {
    ForeignFormat.Imported imported = FORMAT.read(SAMPLES.resolve(name));
    Landscape landscape = imported.landscape();
    assertThat(landscape.count(0)).isEqualTo(minima);
    assertThat(landscape.connections()).hasSize(states);
    ImportedPotential potential = (ImportedPotential) imported.description();
    assertThat(potential.vibrations()).isEqualTo(vibrations);
    Path out = folder.resolve(name);
    FORMAT.writer().orElseThrow().write(landscape, potential, out);
    for (String file : List.of("points.min", "points.ts")) {
      assertThat(out.resolve(file)).hasSameBinaryContentAs(SAMPLES.resolve(name).resolve(file));
    }
    assertThat(FORMAT.read(out).landscape().points()).isEqualTo(landscape.points());
  }

  /** Energies, curvatures, indices and point groups of seven atoms are what the potential says. */
  @Test
  @EnabledIf("samplesAreThere")
  void sevenAtomsAgreeWithTheirPotential() throws Exception {
    Cluster cluster = Cluster.lennardJones(7);
    CheckedPoints checked = FORMAT.readChecked(SAMPLES.resolve("lj7"), cluster, true);
    assertThat(checked.disagreements()).isEmpty();
    assertThat(checked.landscape().count(0)).isEqualTo(4);
    assertThat(checked.landscape().connections()).hasSize(12);
    Path out = folder.resolve("again");
    FORMAT.writer().orElseThrow().write(checked.landscape(), cluster, out);
    ForeignLandscape again = PathsampleReader.read(out);
    ForeignLandscape was = PathsampleReader.read(SAMPLES.resolve("lj7"));
    for (int k = 0; k < 4; k++) {
      assertThat(again.minima().get(k).pointGroup()).isEqualTo(was.minima().get(k).pointGroup());
      for (int d = 0; d < 3; d++) {
        assertThat(again.minima().get(k).inertia().get(d))
            .isCloseTo(was.minima().get(k).inertia().get(d), within(1e-8));
      }
    }
  }
}
