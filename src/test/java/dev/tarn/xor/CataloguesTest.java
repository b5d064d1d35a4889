package dev.tarn.xor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.data.UnusableFileException;
import dev.tarn.network.Network;
import dev.tarn.store.LandscapeDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CataloguesTest {
  @TempDir private Path folder;

  @Test
  void filesAreNamedByUnitsAndLambda() {
    Catalogues catalogues = new Catalogues(folder);
    assertThat(catalogues.file(3, 1e-4)).isEqualTo(folder.resolve("xor-3-1e-4.db"));
    assertThat(catalogues.file(12, 0.0025)).isEqualTo(folder.resolve("xor-12-2.5e-3.db"));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFileThatIsNotThereIsNoCatalogue() {
    assertThat(new Catalogues(folder).read(1, 1e-2)).isEmpty();
    assertThat(new Catalogues(folder).read(0, 1e-2)).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void readsWhatTheFileHolds() {
    Catalogues catalogues = new Catalogues(folder);
    LandscapeDatabase.open(catalogues.file(2, 1e-2), Catalogues.network(2, 1e-2)).close();
    Catalogues.Catalogue catalogue = catalogues.read(2, 1e-2).orElseThrow();
    assertThat(catalogue.hidden()).isEqualTo(2);
    assertThat(catalogue.lambda()).isEqualTo(1e-2);
    assertThat(catalogue.network()).isEqualTo(Network.xor(2, 1e-2));
    assertThat(catalogue.landscape().size()).isZero();
    assertThat(catalogue.runs()).isEmpty();
    assertThat(catalogue.completeness().complete()).isFalse();
  }

  @Test
  void aFileThatIsNoDatabaseIsNotTakenForAMissingOne() throws Exception {
    Catalogues catalogues = new Catalogues(folder);
    Files.writeString(catalogues.file(1, 1e-2), "no database");
    assertThatThrownBy(() -> catalogues.read(1, 1e-2))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContaining("xor-1-1e-2.db");
  }
}
