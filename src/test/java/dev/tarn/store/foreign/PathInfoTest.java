package dev.tarn.store.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.data.UnusableFileException;
import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Vector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathInfoTest {
  private static final List<String> LOW =
      List.of("  -2.0", "   4 D2h", "  3.0 2.0 0.0", "  0.1 0.2 0.3");
  private static final List<String> TOP =
      List.of("  -1.0", "   2 C1", "  4.0 0.0 -0.5", "  0.4 0.5 0.6");
  private static final List<String> HIGH =
      List.of("  -1.5", "   1 C1", "  1.0 0.5D0 0.0", "  0.7 0.8 0.9");

  @TempDir private Path folder;

  private Path write(List<List<String>> points) throws Exception {
    Path file = folder.resolve("path.info");
    Files.write(file, points.stream().flatMap(List::stream).toList());
    return file;
  }

  @Test
  void triplesShareTheirMinima() throws Exception {
    PathInfoFormat format = new PathInfoFormat();
    Path file = write(List.of(LOW, TOP, HIGH, HIGH, TOP, LOW, LOW));
    assertThat(format.fits(file)).isTrue();
    assertThat(new PeleFormat().fits(file)).isFalse();
    ForeignFormat.Imported read = format.read(file);
    Landscape landscape = read.landscape();
    assertThat(landscape.count(0)).isEqualTo(2);
    assertThat(landscape.connections()).hasSize(2);
    assertThat(landscape.get(3).eigenvalues().toArray()).containsExactly(-0.5, 4.0);
    assertThat(landscape.get(1).coordinates().toArray()).containsExactly(0.1, 0.2, 0.3);
    ImportedPotential potential = (ImportedPotential) read.description();
    assertThat(potential.logProduct(1).orElseThrow()).isCloseTo(Math.log(6.0), within(1e-14));
    assertThat(potential.logProduct(3).orElseThrow()).isCloseTo(Math.log(4.0), within(1e-14));
  }

  @Test
  void whatIsBrokenIsNamed() throws Exception {
    Path odd = write(List.of(LOW.subList(0, 3), TOP));
    assertThatThrownBy(() -> new PathInfoFormat().read(odd))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContaining("point 2: 6 numbers, where point 1 has 3");
    Path none = write(List.of(List.of("1 2", "3 C1")));
    assertThatThrownBy(() -> new PathInfoFormat().read(none))
        .hasMessageContaining("point 1: an energy and a line with order and point group");
  }

  /** Without frequencies. */
  @Test
  void pointsMayHaveNoEigenvalues() throws Exception {
    List<String> low = List.of("-2.0", "4 D2h", "0.1 0.7 0.3", "0.4 0.5 0.6");
    List<String> top = List.of("-1.0", "2 C1", "0.9 0.7 0.3", "0.4 0.5 0.6");
    ForeignLandscape read =
        new PathInfoFormat().readForeign(write(List.of(low, top, low, top, low)));
    assertThat(read.minima()).hasSize(1);
    assertThat(read.states()).hasSize(1);
    assertThat(read.minima().get(0).coordinates().length()).isEqualTo(6);
    assertThat(read.minima().get(0).logProduct()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "4.0 0.0 -0.5, 4.0 0.0 0.0, 'point 2: the middle of a triple is a transition state, and none of its'",
    "'4.0 0.0', '0.0 4.0', 'point 2: its eigenvalues are not in descending order'",
    "'2 C1', '2', 'point 2: 6 numbers, where point 1 has 14'",
    "'  0.4 0.5 0.6', '', 'point 2: 3 numbers, where point 1 has 6'",
    "0.6, 1e999, 'point 2: 1e999 is beyond the range'",
    "'2 C1', '0 C1', 'a point group of order 0'",
    "'2 C1', '99999999999 C1', '\"99999999999\" is no whole number'"
  })
  void damageIsNamed(String from, String to, String message) throws Exception {
    Path file = write(List.of(LOW, TOP, HIGH));
    Files.writeString(file, Files.readString(file).replace(from, to));
    assertThatThrownBy(() -> new PathInfoFormat().read(file))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContaining(message);
  }

  /** The rigid motions of atoms are zeros between the positive eigenvalues and the negative one. */
  @Test
  void whatIsWrittenIsReadBackToTheLastBit() throws Exception {
    PathInfoFormat format = new PathInfoFormat();
    ForeignLandscape made = format.readForeign(write(List.of(LOW, TOP, HIGH, HIGH, TOP, LOW)));
    Path out = folder.resolve("again");
    format.writer().orElseThrow().write(made.landscape(), ImportedPotential.of(made), out);
    assertThat(Files.readAllLines(out).get(6).strip().replaceAll(" +", " "))
        .isEqualTo("4.0 0.0 -0.5");
    ForeignLandscape read = format.readForeign(out);
    assertThat(read.minima()).isEqualTo(made.minima());
    assertThat(read.states()).isEqualTo(made.states());
  }

  @Test
  void softModesOfNetworksAreNoMotions() throws Exception {
    List<String> low = List.of("-2.0", "1 C1", "3.0 1e-8", "0.1 -0.0");
    List<String> top = List.of("-1.0", "1 C1", "4.0 -1e-9", "0.4 1e-320");
    PathInfoFormat format = new PathInfoFormat();
    ForeignLandscape made = format.readForeign(write(List.of(low, top, low)));
    assertThat(made.minima().get(0).eigenvalues()).isEqualTo(Vector.of(1e-8, 3.0));
    Path out = folder.resolve("again");
    format.writer().orElseThrow().write(made.landscape(), ImportedPotential.of(made), out);
    assertThat(format.readForeign(out).states()).isEqualTo(made.states());
    assertThat(format.readForeign(out).minima()).isEqualTo(made.minima());
  }

  @Test
  void minimaWithoutTransitionStates() throws Exception {
    Path file = folder.resolve("min.data.info");
    List<String> rows =
        List.of(
            "  -1.5D0   0.12-100   6   1.0 2.0 3.0",
            "  0.1 0.2 0.3",
            "  0.4",
            "  -1.25    -0.5   2   1.0 2.0 3.0",
            "  -0.0 0.2 0.3",
            "  0.5");
    Files.write(file, rows);
    MinDataInfoFormat format = new MinDataInfoFormat();
    assertThat(format.fits(file)).isTrue();
    assertThat(new PathInfoFormat().fits(file)).isFalse();
    ForeignLandscape read = format.readForeign(file);
    assertThat(read.minima()).hasSize(2);
    assertThat(read.minima().get(0).logProduct()).hasValue(0.12e-100);
    assertThat(read.minima().get(1).pointGroup()).isEqualTo(2L);
    Path out = folder.resolve("again");
    format.writer().orElseThrow().write(read.landscape(), ImportedPotential.of(read), out);
    assertThat(format.readForeign(out).minima()).isEqualTo(read.minima());
    Files.write(file, List.of("1 2 3 1 1 1", "1 2", "1 2 3 4 5", "1"));
    assertThatThrownBy(() -> format.read(file))
        .hasMessageContaining("record 2: 5 numbers where a minimum begins with 6");
    Files.write(file, List.of("1 2 3 1 1 1", "1 2", "1 2 3 1 1 1"));
    assertThatThrownBy(() -> format.read(file)).hasMessageContaining("record 2 has no coordinates");
    Files.write(file, List.of("1 2 3 1 1 1", "1 2", "2 2 3 1 1 1", "1"));
    assertThatThrownBy(() -> format.read(file))
        .hasMessageContaining("minimum 2 has energy 2.0, a point group of order 3 and 1 coord");
  }
}
