package dev.tarn.store.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.data.UnusableFileException;
import dev.tarn.landscape.Landscape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        .hasMessageContaining("point 1: 3 numbers are no eigenvalues with as many coordinates");
    Path none = write(List.of(List.of("1 2", "3 C1")));
    assertThatThrownBy(() -> new PathInfoFormat().read(none))
        .hasMessageContaining("point 1: an energy and a line with order and point group");
  }
}
