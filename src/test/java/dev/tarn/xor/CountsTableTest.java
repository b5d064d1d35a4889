package dev.tarn.xor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.data.UnusableFileException;
import dev.tarn.store.LandscapeDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountsTableTest {
  @TempDir private Path folder;

  private void make(int hidden, double lambda) {
    Path file = new Catalogues(folder).file(hidden, lambda);
    LandscapeDatabase.open(file, Catalogues.network(hidden, lambda)).close();
  }

  @Test
  void readsWhatIsThereAndNamesTheRest() throws Exception {
    make(1, 1e-2);
    make(2, 1e-3);
    byte[] before = Files.readAllBytes(new Catalogues(folder).file(2, 1e-3));
    CountsTable table =
        CountsTable.read(new Catalogues(folder), List.of(2, 1), List.of(1e-2, 1e-3));
    assertThat(table.hidden()).containsExactly(1, 2);
    assertThat(table.lambdas()).containsExactly(1e-3, 1e-2);
    assertThat(table.rows()).hasSize(2);
    assertThat(table.row(1, 1e-2)).isPresent();
    assertThat(table.row(1, 1e-3)).isEmpty();
    assertThat(table.missing())
        .containsExactly(new CountsTable.Cell(1, 1e-3), new CountsTable.Cell(2, 1e-2));
    // Nothing has searched these.
    assertThat(table.incomplete()).hasSize(2);
    assertThat(new Catalogues(folder).file(2, 1e-3)).hasBinaryContent(before);
    assertThat(folder.toFile().list()).hasSize(2);
  }

  @Test
  void aDatabaseUnderAnothersNameIsRefused() throws Exception {
    make(1, 1e-2);
    Catalogues catalogues = new Catalogues(folder);
    Files.move(catalogues.file(1, 1e-2), catalogues.file(2, 1e-2));
    assertThatThrownBy(() -> CountsTable.read(catalogues, List.of(2), List.of(1e-2)))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContaining("xor-2-1e-2.db holds the landscape of")
        .hasMessageContaining("1 hidden unit, lambda 0.01, not of")
        .hasMessageContaining("2 hidden units, lambda 0.01 as its name says");
  }
}
