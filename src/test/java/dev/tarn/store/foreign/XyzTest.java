package dev.tarn.store.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.data.UnusableFileException;
import dev.tarn.explore.Effort;
import dev.tarn.explore.Explorer;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.landscape.Landscape;
import dev.tarn.store.LandscapeFormat;
import dev.tarn.surfaces.Cluster;
import dev.tarn.surfaces.Himmelblau;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XyzTest {
  private static final XyzFormat FORMAT = new XyzFormat();

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("file.xyz"), text.replace("/", "\n"));
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    Cluster five = Cluster.lennardJones(5);
    Landscape landscape = Landscape.of(five);
    new Explorer(five, ExplorerSettings.defaults().withEffort(Effort.LOW).withThreads(1))
        .explore(landscape);
    assertThat(landscape.count(1)).isEqualTo(2);
    Path file = folder.resolve("lj5.xyz");
    FORMAT.writer().orElseThrow().write(landscape, five, file);
    assertThat(FORMAT.fits(file)).isTrue();
    CheckedPoints checked = FORMAT.readChecked(file, five, true);
    assertThat(checked.disagreements()).isEmpty();
    Landscape again = checked.landscape();
    assertThat(again.size()).isEqualTo(3);
    assertThat(again.connections()).hasSize(2);
    for (int k = 0; k < 3; k++) {
      assertThat(again.points().get(k).energy())
          .isCloseTo(landscape.points().get(k).energy(), within(1e-12));
      assertThat(again.points().get(k).orbit()).isEqualTo(landscape.points().get(k).orbit());
    }
    // The orders of the point groups, 12, 6 and 2, are known without the potential.
    assertThat(FORMAT.read(file).landscape().points())
        .extracting(point -> point.orbit().intValue())
        .isSubsetOf(1, 2, 3, 4, 6, 12);
    assertThat(LandscapeFormat.named("xyz").reader()).isPresent();
    assertThatThrownBy(
            () ->
                FORMAT
                    .writer()
                    .orElseThrow()
                    .write(Landscape.of(new Himmelblau()), new Himmelblau(), file))
        .hasMessageContaining("clusters of atoms");
  }

  /** Saddles of every index are in the file; only what joins minima is read back. */
  @Test
  void saddlesOfHigherIndexAreWritten() throws IOException {
    Cluster three = Cluster.lennardJones(3);
    Landscape landscape = Landscape.of(three);
    new Explorer(
            three,
            ExplorerSettings.defaults()
                .withEffort(Effort.LOW)
                .withThreads(1)
                .enumerating(Integer.MAX_VALUE))
        .explore(landscape);
    assertThat(landscape.count(2)).isEqualTo(1);
    Path file = folder.resolve("lj3.xyz");
    FORMAT.writer().orElseThrow().write(landscape, three, file);
    assertThat(Files.readAllLines(file))
        .filteredOn(line -> line.startsWith("id="))
        .hasSize(2)
        .anyMatch(line -> line.contains(" index=2 energy=-2.03112"));
    assertThat(FORMAT.readChecked(file, three, true).landscape().size()).isEqualTo(1);
  }

  /** As collections of lowest minima are written: the energy alone, whatever the element. */
  @Test
  void aFrameFromElsewhereIsAMinimum() throws IOException {
    Path file = file("2/ -1.000000 LJ2/LJ 0 0 0/LJ 0.0 0.0 1.12D0//");
    CheckedPoints checked = FORMAT.readChecked(file, Cluster.lennardJones(2), true);
    assertThat(checked.landscape().minima()).hasSize(1);
    assertThat(checked.landscape().minima().get(0).energy()).isCloseTo(-1.0, within(1e-12));
    assertThat(FORMAT.read(file).landscape().minima().get(0).energy()).isEqualTo(-1.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x/energy=1/Ar 0 0 0 | line 1: \"x\" is no whole number",
        "2/energy=1/Ar 0 0 0 | line 1: 2 atoms need a line for each, after one of words",
        "0/energy=1/ | 0 atoms need",
        "1/energy=1/Ar 0 0 | line 3: an element and three coordinates are expected",
        "1/energy=1/Ar 0 0 x | line 3: \"x\" is no number",
        "1/hello/Ar 0 0 0 | line 1: the line after the number of atoms has no energy",
        "1/energy=1/Ar 0 0 0/2/energy=2/Ar 0 0 0/Ar 0 0 1 | line 4: 2 atoms, where the first",
        "1/energy=1 index=x/Ar 0 0 0 | \"x\" is no whole number",
        "1/energy=1 index=1 minima=1,2/Ar 0 0 0 | holds no minimum",
        "1/id=1 energy=1/Ar 0 0 0/1/energy=2 index=1 minima=1,7/Ar 0 0 1 | minimum 0; there are 1",
      })
  void damagedFilesAreRefused(String text, String message) throws IOException {
    Path file = file(text);
    assertThatThrownBy(() -> FORMAT.read(file))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContaining(message);
  }
}
