package dev.tarn.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.data.UnusableFileException;
import dev.tarn.explore.Effort;
import dev.tarn.explore.Explorer;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.network.Network;
import dev.tarn.potential.Potential;
import dev.tarn.surfaces.Himmelblau;
import dev.tarn.testing.RastriginCodec;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The landscape of any potential can be kept, if a codec is found that knows its description. */
class PotentialCodecTest {
  @TempDir private Path folder;

  private static final RastriginCodec.Surface SURFACE = new RastriginCodec.Surface(2, 0.4);

  private void script(Path file, String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  @Test
  void aSurfaceIsExploredIntoAFileAndReadAgain() {
    Path file = folder.resolve("surface.db");
    ExplorerSettings settings = ExplorerSettings.defaults().withEffort(Effort.LOW).withThreads(1);
    int points;
    try (LandscapeDatabase database = LandscapeDatabase.open(file, SURFACE);
        RunRecorder run = database.startRun(settings)) {
      Explorer explorer = new Explorer(SURFACE.potential(), settings);
      run.finish(explorer.resuming(run.restart()).keepingIn(run).explore(run.landscape()));
      points = run.landscape().size();
    }
    assertThat(points).isPositive();
    try (LandscapeDatabase database = LandscapeDatabase.openToRead(file)) {
      assertThat(database.description()).isEqualTo(SURFACE);
      assertThat(database.landscape().points()).hasSize(points);
      assertThat(database.tests(database.landscape())).isEmpty();
      assertThatThrownBy(database::network)
          .isInstanceOf(UnusableFileException.class)
          .hasMessageContaining("this is about networks only");
      assertThatThrownBy(database::xorNetwork).isInstanceOf(UnusableFileException.class);
    }
    LandscapeDatabase.open(file, SURFACE).close();
    for (PotentialCodec.Description other :
        List.of(new RastriginCodec.Surface(2, 0.5), NetworkDescription.of(Network.xor(1, 0.1)))) {
      assertThatThrownBy(() -> LandscapeDatabase.open(file, other))
          .isInstanceOf(UnusableFileException.class)
          .hasMessageContaining(
              "holds the landscape of Surface[dimension=2, strength=0.4], not of");
    }
  }

  @Test
  void anUnknownDescriptionIsRefusedBeforeAnythingIsWritten() {
    Path file = folder.resolve("unknown.db");
    PotentialCodec.Description unknown =
        new PotentialCodec.Description() {
          @Override
          public Potential potential() {
            return new Himmelblau();
          }

          @Override
          public String toString() {
            return "Himmelblau's surface";
          }
        };
    assertThat(unknown.variables()).containsExactly("x[0]", "x[1]");
    assertThat(unknown.tester()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LandscapeDatabase.open(file, unknown))
        .withMessageContaining("no PotentialCodec writes the description of Himmelblau's surface");
    LandscapeDatabase.open(file, SURFACE).close();
  }

  @Test
  void whatNoCodecReadsIsRefused() throws Exception {
    Path file = folder.resolve("other.db");
    LandscapeDatabase.open(file, SURFACE).close();
    script(file, "UPDATE potential SET value = 'spin glass' WHERE key = 'kind'");
    assertThatThrownBy(() -> LandscapeDatabase.openToRead(file))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContaining("another kind of potential: \"spin glass\"")
        .hasMessageContaining(
            "one of \"built-in\", \"class\", \"command\", \"dense\", \"imported\","
                + " \"rastrigin\", \"xor\" is expected");
    script(file, "UPDATE potential SET value = 'rastrigin' WHERE key = 'kind'");
    script(file, "DELETE FROM potential WHERE key = 'strength'");
    assertThatThrownBy(() -> LandscapeDatabase.openToRead(file))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContaining("is damaged: a surface has variables and a strength");
  }
}
