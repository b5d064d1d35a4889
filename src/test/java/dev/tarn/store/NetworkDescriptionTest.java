package dev.tarn.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.data.DataSet;
import dev.tarn.data.DataSets;
import dev.tarn.data.Standardisation;
import dev.tarn.data.UnusableFileException;
import dev.tarn.network.Activation;
import dev.tarn.network.Architecture;
import dev.tarn.network.Architecture.HiddenLayer;
import dev.tarn.network.Network;
import dev.tarn.network.OutputLayer;
import dev.tarn.network.Penalty;
import dev.tarn.network.Regularisation;
import dev.tarn.potential.Vector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A general network with its data goes into a database and comes out again, to the last bit. */
class NetworkDescriptionTest {
  @TempDir private Path folder;

  private static final DataSet MOONS = DataSets.moons(30, 0.2, 7);
  private static final Architecture SHAPE =
      new Architecture(
          2,
          List.of(new HiddenLayer(3, Activation.ELU), new HiddenLayer(2, Activation.SOFTPLUS)),
          1,
          OutputLayer.LOGISTIC);
  private static final Penalty PENALTY =
      new Penalty(Vector.of(1e-3, 2e-3, 3e-3), Vector.of(0.0, 1e-4, 0.1));

  private void roundTrip(NetworkDescription description) {
    Path file = folder.resolve("d.db");
    LandscapeDatabase.open(file, description).close();
    try (LandscapeDatabase database = LandscapeDatabase.openToRead(file)) {
      assertThat(database.network()).isEqualTo(description);
      assertThat(database.network().toString()).isEqualTo(description.toString());
      assertThat(database.landscape().size()).isZero();
      assertThatThrownBy(database::xorNetwork)
          .isInstanceOf(UnusableFileException.class)
          .hasMessageContaining("this is about the XOR network only");
    }
    LandscapeDatabase.open(file, description).close();
  }

  @Test
  void classesWithATestSetAndAStandardisation() {
    Standardisation by = Standardisation.of(MOONS);
    roundTrip(
        NetworkDescription.of(
            SHAPE,
            PENALTY,
            MOONS.standardised(by),
            Optional.of(DataSets.moons(10, 0.2, 8).standardised(by))));
  }

  @Test
  void targets() {
    DataSet targets =
        DataSet.ofTargets(
            "a line",
            List.of("x"),
            List.of("y", "z"),
            new double[] {0.1, 0.2},
            new double[] {1.0, -2.5, Math.PI, 1e-300});
    Architecture shape = Architecture.of(1, Activation.TANH, new int[] {2}, 2, OutputLayer.LINEAR);
    roundTrip(NetworkDescription.of(shape, Penalty.all(shape, 0.25), targets, Optional.empty()));
  }

  @Test
  void standardisedTargets() {
    DataSet raw =
        DataSet.ofTargets(
            "a slope", List.of("x"), List.of("y"), new double[] {1, 2, 4}, new double[] {9, 5, 7});
    DataSet scaled = raw.standardised(Standardisation.of(raw).withTargets(raw));
    assertThat(scaled.standardisation().orElseThrow().targets()).isPresent();
    Architecture shape = Architecture.of(1, Activation.TANH, new int[] {2}, 1, OutputLayer.LINEAR);
    roundTrip(NetworkDescription.of(shape, Penalty.all(shape, 0.25), scaled, Optional.empty()));
  }

  @Test
  void anotherNetworkOrOtherDataAreRefused() {
    Path file = folder.resolve("other.db");
    NetworkDescription moons = NetworkDescription.of(SHAPE, PENALTY, MOONS, Optional.empty());
    LandscapeDatabase.open(file, moons).close();
    NetworkDescription others =
        NetworkDescription.of(SHAPE, PENALTY, DataSets.moons(30, 0.2, 8), Optional.empty());
    for (NetworkDescription other : List.of(others, NetworkDescription.of(Network.xor(2, 1e-3)))) {
      assertThatThrownBy(() -> LandscapeDatabase.open(file, other))
          .isInstanceOf(UnusableFileException.class)
          .hasMessageContaining("choose another file");
    }
  }

  @Test
  void theXorNetworkHasColumnsOfItsOwn() {
    for (NetworkDescription description :
        List.of(
            NetworkDescription.of(Network.xor(3, 1e-3)),
            NetworkDescription.of(Network.xor(1, 0.1 + 0.2, Regularisation.LINKS)))) {
      Path file = folder.resolve("xor" + description.network().dimension() + ".db");
      LandscapeDatabase.open(file, description).close();
      try (LandscapeDatabase database = LandscapeDatabase.openToRead(file)) {
        assertThat(database.network()).isEqualTo(description);
        assertThat(database.xorNetwork().network().isXor()).isTrue();
      }
    }
  }

  /** Its columns have no place for test data. */
  @Test
  void theXorNetworkWithTestDataIsAGeneralOne() {
    Network xor = Network.xor(2, 1e-3);
    NetworkDescription description =
        NetworkDescription.of(
            xor.architecture(), xor.penalty(), xor.data(), Optional.of(DataSets.xor(2)));
    assertThat(description.network().isXor()).isFalse();
    roundTrip(description);
  }

  @Test
  void inWords() {
    assertThat(NetworkDescription.of(Network.xor(2, 1e-4)))
        .hasToString("the XOR network with 2 hidden units, lambda 1e-4");
    assertThat(NetworkDescription.of(Network.xor(1, 0.25, Regularisation.LINKS)))
        .hasToString("the XOR network with 1 hidden unit, lambda 0.25, links only regularised");
    assertThat(NetworkDescription.of(SHAPE, PENALTY, MOONS, Optional.empty()))
        .hasToString(
            "the 2-3-2-1 elu,softplus logistic network on "
                + MOONS.name()
                + ", links regularised by 0.001,0.002,0.003, biases by 0.0,1e-4,0.1");
    assertThat(
            NetworkDescription.of(SHAPE, Penalty.links(SHAPE, 1e-4), MOONS, Optional.empty())
                .toString())
        .endsWith(", links regularised by 1e-4");
    assertThat(
            NetworkDescription.of(SHAPE, Penalty.none(SHAPE), MOONS, Optional.empty()).toString())
        .endsWith(", not regularised");
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(
            () -> NetworkDescription.of(SHAPE, PENALTY, MOONS, Optional.of(DataSets.xor(3))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 inputs")
        .hasMessageContaining("have 3");
  }

  /** Pixels, as they are and standardised, and whole numbers, take a byte each. */
  @ParameterizedTest
  @CsvSource({"255, false", "255, true", "1, false", "1, true"})
  void wholeStepsAreKeptAsBytes(int steps, boolean standardised) throws Exception {
    DataSet images = images(steps, 0.0);
    DataSet data = standardised ? images.standardised(Standardisation.of(images)) : images;
    NetworkDescription description = imageNetwork(data);
    roundTrip(description);
    assertThat(length("training_bytes")).isEqualTo(40 * 256);
    assertThat(length("training_inputs")).isZero();
    assertThat(Files.size(folder.resolve("d.db"))).isLessThan(200_000);
  }

  /** One input that is no whole number of steps, or a zero with a sign, keeps all as doubles. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-9, -0.0, -1.0, 0.3})
  void otherInputsAreKeptAsDoubles(double odd) throws Exception {
    roundTrip(imageNetwork(images(255, odd)));
    assertThat(length("training_inputs")).isEqualTo(8 * 40 * 256);
    assertThat(length("training_bytes")).isZero();
  }

  /** Forty images of 16 x 16 pixels; {@code odd} in place of the last pixel unless it is zero. */
  private static DataSet images(int steps, double odd) {
    Well19937c random = new Well19937c(5);
    double[] pixels = new double[40 * 256];
    Arrays.setAll(pixels, i -> (double) random.nextInt(256) / steps);
    if (Double.doubleToRawLongBits(odd) != 0L) {
      pixels[pixels.length - 1] = odd;
    }
    List<String> names = IntStream.range(0, 256).mapToObj(i -> "p" + i).toList();
    int[] classes = IntStream.range(0, 40).map(i -> i % 2).toArray();
    return DataSet.ofClasses("images", names, List.of("0", "1"), pixels, classes);
  }

  private static NetworkDescription imageNetwork(DataSet data) {
    Architecture shape =
        Architecture.of(256, Activation.TANH, new int[] {1}, 1, OutputLayer.LOGISTIC);
    return NetworkDescription.of(shape, Penalty.all(shape, 1e-2), data, Optional.empty());
  }

  private int length(String key) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("d.db"));
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT COALESCE(MAX(LENGTH(value)), 0) FROM potential WHERE key = '"
                    + key
                    + "'")) {
      return row.getInt(1);
    }
  }
}
