package dev.tarn.store.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.data.UnusableFileException;
import dev.tarn.landscape.Landscape;
import dev.tarn.path.Pathway;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.Tolerances;
import dev.tarn.store.LandscapeFormat;
import dev.tarn.store.foreign.ForeignLandscape.Point;
import dev.tarn.store.foreign.ForeignLandscape.State;
import dev.tarn.surfaces.Cluster;
import dev.tarn.thermo.HarmonicModel;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** pele, TopSearch, and tables for notebooks. */
class OtherFormatsTest {
  @TempDir private Path folder;

  private static Point point(double energy, OptionalDouble log, long order, Vector eigenvalues) {
    Vector x = Vector.of(energy, 1.0 / 3.0, -1e-7 * energy, 0.1, 0.2, 0.3);
    return new Point(energy, log, order, Vector.of(), x, eigenvalues);
  }

  private static ForeignLandscape made() {
    return new ForeignLandscape(
        Path.of("made"),
        6,
        0,
        List.of(
            point(-1.0 / 3.0, OptionalDouble.of(1.7), 4, Vector.of()),
            point(-2.1, OptionalDouble.empty(), 1, Vector.of())),
        List.of(
            new State(point(0.7, OptionalDouble.of(-1.0 / 7.0), 2, Vector.of(-0.3)), 0, 1),
            new State(point(0.8, OptionalDouble.of(0.5), 2, Vector.of(-0.2)), 1, 1)),
        List.of(),
        List.of());
  }

  private Path written(LandscapeFormat format) throws IOException {
    Path place = folder.resolve(format.name());
    format.writer().orElseThrow().write(made().landscape(), ImportedPotential.of(made()), place);
    return place;
  }

  @Test
  void peleToTheLastBit() throws Exception {
    PeleFormat format = new PeleFormat();
    Path file = written(format);
    assertThat(format.fits(file)).isTrue();
    assertThat(new PathsampleFormat().fits(file)).isFalse();
    ForeignFormat.Imported read = format.read(file);
    assertThat(read.landscape().points()).isEqualTo(made().landscape().points());
    assertThat(read.landscape().connections()).isEqualTo(connections());
    assertThat(((ImportedPotential) read.description()).logProducts())
        .isEqualTo(ImportedPotential.of(made()).logProducts());
  }

  /** pele keeps the smaller number first, which says nothing. */
  private static List<dev.tarn.landscape.Connection> connections() {
    return List.of(
        new dev.tarn.landscape.Connection(3, 2, 1, 0.0, 0.0, 0),
        new dev.tarn.landscape.Connection(4, 2, 2, 0.0, 0.0, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE tbl_minima SET coords = NULL WHERE _id = 2 | minimum 2 has no coordinates",
        "UPDATE tbl_minima SET energy = NULL WHERE _id = 1 | minimum 1 has no energy",
        "UPDATE tbl_minima SET coords = x'8004' WHERE _id = 1 | the pickle ends in the middle",
        "DELETE FROM tbl_minima WHERE _id = 2 | joins minimum 2, which is not there",
        "UPDATE tbl_minima SET pgorder = 0 | a point group of order 0",
        "DROP TABLE tbl_transition_states | is no database of pele"
      })
  void brokenPeleIsNamed(String damage, String message) throws Exception {
    Path file = written(new PeleFormat());
    try (Connection connection = PeleFormat.connect(file, true);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(damage);
    }
    assertThatThrownBy(() -> new PeleFormat().read(file))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContaining(message);
  }

  @Test
  void invalidRowsAreLeftOut() throws IOException, SQLException {
    Path file = written(new PeleFormat());
    try (Connection connection = PeleFormat.connect(file, true);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE tbl_transition_states SET invalid = 1 WHERE _id = 1");
    }
    assertThat(new PeleFormat().read(file).landscape().count(1)).isEqualTo(1);
  }

  @Test
  void topsearchToTheLastBit() throws Exception {
    TopsearchFormat format = new TopsearchFormat();
    Path place = written(format);
    assertThat(format.fits(place)).isTrue();
    assertThat(new PathsampleFormat().fits(place)).isFalse();
    Landscape read = format.read(place).landscape();
    Landscape made = made().landscape();
    for (int id = 1; id <= 4; id++) {
      assertThat(read.get(id).coordinates()).isEqualTo(made.get(id).coordinates());
      assertThat(read.get(id).energy()).isEqualTo(made.get(id).energy());
    }
    assertThat(read.connections()).isEqualTo(made.connections());
  }

  @ParameterizedTest
  @CsvSource({
    "min.data, '0 1.0\n2 2.0', record 2: minima are numbered from 0 on\\, not 2",
    "min.data, '0 1.0 3', record 1: 3 columns where there are 2",
    "min.data, '0 1.0', min.coords has 2 points; there are 1 energies",
    "ts.data, '0 7 1.0\n1 1 1.0', transition state 1 joins minimum 8; there are 2",
    "min.coords, '1 2\n3 x', record 2: \"x\" is no number"
  })
  void brokenTopsearchIsNamed(String name, String content, String message) throws Exception {
    Path place = written(new TopsearchFormat());
    Files.writeString(place.resolve(name), content);
    assertThatThrownBy(() -> new TopsearchFormat().read(place))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContaining(message.replace("\\", ""));
  }

  @Test
  void numpyFindsAlignedArrays() throws Exception {
    Path file = written(new NpzFormat());
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName))
          .containsExactly(
              "id.npy",
              "index.npy",
              "energy.npy",
              "orbit.npy",
              "coordinates.npy",
              "eigenvalues.npy",
              "edges.npy");
      try (InputStream in = zip.getInputStream(zip.getEntry("coordinates.npy"));
          DataInputStream data = new DataInputStream(in)) {
        byte[] head = data.readNBytes(8);
        assertThat(head).startsWith(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0);
        int length = data.read() + 256 * data.read();
        assertThat((10 + length) % 64).isZero();
        String header = new String(data.readNBytes(length), StandardCharsets.US_ASCII);
        assertThat(header)
            .startsWith("{'descr': '<f8', 'fortran_order': False, 'shape': (4, 6), }")
            .endsWith("\n");
        // The first one by energy.
        assertThat(Double.longBitsToDouble(Long.reverseBytes(data.readLong()))).isEqualTo(-2.1);
      }
    }
    byte[] before = Files.readAllBytes(file);
    written(new NpzFormat());
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void tablesHaveARowForEachPoint() throws Exception {
    Path place = written(new CsvFormat());
    assertThat(Files.readAllLines(place.resolve("points.csv")))
        .hasSize(5)
        .first()
        .isEqualTo("id,index,energy,orbit,hits,x0,x1,x2,x3,x4,x5");
    assertThat(Files.readAllLines(place.resolve("edges.csv")))
        .hasSize(3)
        .last()
        .asString()
        .startsWith("4,2,2,0.8,");
    assertThat(Files.readAllLines(place.resolve("eigenvalues.csv"))).contains("3,0,-0.3");
  }

  static boolean samplesAreThere() {
    return Files.isDirectory(Path.of("..", "shared", "samples"));
  }

  /** Files of the program itself, where they stand beside the project. */
  @ParameterizedTest
  @ValueSource(strings = {"lj6", "lj13", "lj15"})
  @EnabledIf("samplesAreThere")
  void readsSamplesOfPele(String name) throws Exception {
    PeleFormat format = new PeleFormat();
    ForeignFormat.Imported read = format.read(Path.of("..", "shared", "samples", name + ".sqlite"));
    int[] counts =
        switch (name) {
          case "lj6" -> new int[] {2, 1};
          case "lj13" -> new int[] {100, 100};
          default -> new int[] {44, 44};
        };
    assertThat(read.landscape().count(0)).isEqualTo(counts[0]);
    assertThat(read.landscape().connections()).hasSize(counts[1]);
    Path copy = folder.resolve("copy.sqlite");
    ImportedPotential potential = (ImportedPotential) read.description();
    format.writer().orElseThrow().write(read.landscape(), potential, copy);
    assertThat(format.read(copy).landscape().points()).isEqualTo(read.landscape().points());
  }

  @Test
  @EnabledIf("samplesAreThere")
  void readsTheSampleOfTopsearch() throws Exception {
    TopsearchFormat format = new TopsearchFormat();
    Path sample = Path.of("..", "shared", "samples", "topsearch-lj7");
    assertThat(format.fits(sample)).isTrue();
    ForeignFormat.Imported read = format.read(sample);
    assertThat(read.landscape().count(0)).isEqualTo(4);
    assertThat(read.landscape().connections()).hasSize(3);
    Path copy = folder.resolve("copy");
    ImportedPotential potential = (ImportedPotential) read.description();
    format.writer().orElseThrow().write(read.landscape(), potential, copy);
    assertThat(copy.resolve("min.coords")).hasSameTextualContentAs(sample.resolve("min.coords"));
    assertThat(copy.resolve("ts.coords")).hasSameTextualContentAs(sample.resolve("ts.coords"));
    assertThat(format.read(copy).landscape().points()).isEqualTo(read.landscape().points());
    CheckedPoints checked = format.readChecked(sample, Cluster.lennardJones(7), true);
    // Its energies have five decimals.
    assertThat(checked.landscape().count(0)).isEqualTo(4);
    assertThat(checked.landscape().count(1)).isEqualTo(3);
    assertThat(checked.disagreements()).allMatch(text -> text.contains(" has energy "));
  }

  /** Rows of a transition state with several minima on a side weigh as much as it does. */
  @Test
  void furtherEndsKeepRates() throws Exception {
    ForeignLandscape three =
        new ForeignLandscape(
            Path.of("three"),
            6,
            0,
            Stream.of(-3.0, -2.0, -1.0)
                .map(e -> point(e, OptionalDouble.of(e), 1, Vector.of()))
                .toList(),
            List.of(new State(point(0.7, OptionalDouble.of(0.5), 2, Vector.of(-0.3)), 0, 1)),
            List.of(),
            List.of());
    Landscape landscape = new Landscape(6, SymmetryGroup.trivial(), Tolerances.defaults());
    three.landscape().points().forEach(point -> landscape.restore(point, 0L));
    landscape.connect(
        new dev.tarn.landscape.Connection(
            4,
            2,
            1,
            1.0,
            1.0,
            1,
            List.of(
                new dev.tarn.landscape.Connection.Branch(Pathway.Side.PLUS, 3, 1, 0.1, 1.0, 1))));
    ImportedPotential potential = ImportedPotential.of(three);
    HarmonicModel was = HarmonicModel.of(landscape, potential);
    assertThat(was.passes()).hasSize(2);
    for (ForeignFormat format : List.of(new PeleFormat(), new PathsampleFormat())) {
      Path place = folder.resolve("ends-" + format.name());
      format.writer().orElseThrow().write(landscape, potential, place);
      ForeignFormat.Imported read = format.read(place);
      HarmonicModel is = HarmonicModel.of(read.landscape(), read.description().potential());
      for (int k = 0; k < 2; k++) {
        double relative = was.passes().get(k).logWeight() - was.wells().get(0).logWeight();
        assertThat(is.passes().get(k).logWeight() - is.wells().get(0).logWeight())
            .isCloseTo(relative, within(1e-14));
      }
    }
  }

  /** An eigenvector of the file is kept, and so it is in the database. */
  @Test
  void eigenvectorsAreKept() throws Exception {
    Vector mode = Vector.of(0.6, 0.0, -0.8, 0.0, 0.0, 1e-17);
    ForeignLandscape made = made();
    ForeignLandscape known =
        new ForeignLandscape(
            made.source(),
            6,
            0,
            made.minima(),
            List.of(
                new State(made.states().get(0).point().withMode(mode), 0, 1), made.states().get(1)),
            List.of(),
            List.of());
    PeleFormat format = new PeleFormat();
    Path file = folder.resolve("modes.sqlite");
    format.writer().orElseThrow().write(known.landscape(), ImportedPotential.of(known), file);
    ImportedPotential read = (ImportedPotential) format.read(file).description();
    assertThat(read.mode(3)).hasValue(mode);
    assertThat(read.mode(4)).isEmpty();
    assertThat(read.mode(1)).isEmpty();
    ImportedCodec codec = new ImportedCodec();
    Map<String, Object> values = new HashMap<>(codec.write(read).orElseThrow());
    values.put("dimension", 6);
    assertThat(((ImportedPotential) codec.read(values)).modes()).isEqualTo(read.modes());
    try (Connection connection = PeleFormat.connect(file, true);
        PreparedStatement update =
            connection.prepareStatement("UPDATE tbl_transition_states SET eigenvec = ?")) {
      update.setBytes(1, PickledArray.write(new double[] {1.0, 2.0}));
      update.executeUpdate();
    }
    assertThatThrownBy(() -> format.read(file))
        .hasMessageContaining("the eigenvector of transition state 1 has 2 components, the point");
  }
}
