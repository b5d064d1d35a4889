package dev.tarn.store;

import static dev.tarn.store.FakeJob.point;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.data.UnusableFileException;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.network.Regularisation;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.surfaces.Himmelblau;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandscapeFormatTest {
  private static final NetworkDescription NETWORK =
      NetworkDescription.of(Network.xor(1, 1e-2, Regularisation.ALL));

  @TempDir private Path folder;

  private Landscape database() {
    Path file = folder.resolve("xor1.db");
    try (LandscapeDatabase database = LandscapeDatabase.open(file, NETWORK);
        RunRecorder run = database.startRun(ExplorerSettings.defaults())) {
      run.append(run.landscape(), new FakeJob(run, 0, point(NETWORK, 1, 0), point(NETWORK, 2, 1)));
    }
    try (LandscapeDatabase database = LandscapeDatabase.openToRead(file)) {
      return database.landscape();
    }
  }

  @Test
  void aDatabaseIsConvertedAndReadBack() throws Exception {
    Path file = folder.resolve("points.txt");
    Landscape stored = database();
    LandscapeFormat lines = LandscapeFormat.named("lines");
    lines.writer().orElseThrow().write(stored, NETWORK.network(), file);
    Landscape read = lines.reader().orElseThrow().read(file, NETWORK.network());
    assertThat(read.points())
        .usingRecursiveFieldByFieldElementComparatorOnFields("id", "index", "energy", "coordinates")
        .isEqualTo(stored.points())
        .extracting(StationaryPoint::index)
        .containsExactly(0, 1);
  }

  @Test
  void saysWhatIsOfAnotherPotential() throws Exception {
    Path file = folder.resolve("points.txt");
    LandscapeFormat lines = LandscapeFormat.named("lines");
    lines.writer().orElseThrow().write(database(), NETWORK.network(), file);
    assertThatThrownBy(() -> lines.reader().orElseThrow().read(file, new Himmelblau()))
        .isInstanceOf(UnusableFileException.class);
  }

  @Test
  void saysWhichFormatsThereAre() {
    assertThat(LandscapeFormat.all())
        .extracting(LandscapeFormat::name)
        .contains("lines", "pathsample");
    assertThatThrownBy(() -> LandscapeFormat.named("tables"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("there is no landscape format \"tables\"; known are ");
  }

  @Test
  void aFormatNeedNotBothReadAndWrite() {
    LandscapeFormat neither = () -> "nothing";
    assertThat(neither.reader()).isEmpty();
    assertThat(neither.writer()).isEmpty();
  }
}
