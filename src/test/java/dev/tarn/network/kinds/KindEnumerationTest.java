package dev.tarn.network.kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tarn.data.DataSets;
import dev.tarn.explore.Exploration.Status;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.job.Cancellation;
import dev.tarn.job.JobRunner;
import dev.tarn.network.Activation;
import dev.tarn.network.Architecture;
import dev.tarn.network.Network;
import dev.tarn.network.OutputLayer;
import dev.tarn.network.Penalty;
import dev.tarn.network.Regularisation;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindEnumerationTest {

  private static KindCatalogue enumerate(Network network, int hidden, long seed) {
    KindEnumeration enumeration =
        new KindEnumeration(network, ExplorerSettings.defaults().withSeed(seed));
    assertThat(enumeration.run(hidden, JobRunner.direct(), new Cancellation(), report -> {}))
        .isEqualTo(Status.DONE);
    return enumeration.catalogue();
  }

  /**
   * Classes by index, from the enumeration in all variables (its catalogues of up to six units have
   * sum 1 and are confirmed by two independent programs); seven units by an independent program.
   */
  @ParameterizedTest
  @CsvSource({
    "1, 1e-6, 4 3",
    "2, 1e-4, 5 12 7",
    "4, 1e-3, 6 18 36 49 27",
    "4, 1e-4, 10 23 41 51 27",
    "7, 1e-2, 3 6 10 13 35 113 115 51 1"
  })
  void findsTheCatalogue(int hidden, double lambda, String counts) {
    KindCatalogue catalogue = enumerate(Network.xor(1, lambda), hidden, 1L);
    int[] expected = Arrays.stream(counts.split(" ")).mapToInt(Integer::parseInt).toArray();
    assertThat(catalogue.counts(hidden)).containsExactly(expected);
    for (int k = 1; k <= hidden; k++) {
      assertThat(catalogue.morseSum(k)).as("%d units", k).isEqualTo(BigInteger.ONE);
    }
  }

  /**
   * Two kinds that become one in the polish: with the eigenvalues of three kinds the index was one
   * too high here, a class was missing, and the two made up for each other in the sum.
   */
  @Test
  void kindsThatBecomeEqualInThePolishAreOne() {
    KindCatalogue catalogue = enumerate(Network.xor(1, 1e-5), 4, 5L);
    assertThat(catalogue.counts(4)).containsExactly(11, 25, 43, 51, 27);
    for (KindClass each : catalogue.classes(4)) {
      assertThat(each.parts().eigenvalues().length()).isEqualTo(4 * each.kinds() + 1);
    }
  }

  @Test
  void classesOfANearFamilyAreStartingPointsOfLevelsThatAreNotDone() {
    KindCatalogue near = enumerate(Network.xor(1, 1e-3), 2, 1L);
    KindEnumeration enumeration =
        new KindEnumeration(Network.xor(1, 1e-4), ExplorerSettings.defaults());
    enumeration.offer(near.classes(2));
    assertThat(enumeration.progress(2).openJobs()).isEqualTo(near.level(2).size());
    assertThat(enumeration.run(2, JobRunner.direct(), new Cancellation(), report -> {}))
        .isEqualTo(Status.DONE);
    assertThat(enumeration.catalogue().counts(2)).containsExactly(5, 12, 7);
    assertThat(enumeration.progress(2).openJobs()).isZero();
    enumeration.offer(near.classes(2));
    assertThat(enumeration.progress(2).openJobs()).as("the level is done").isZero();
    Architecture one = Architecture.of(2, Activation.TANH, new int[] {1}, 3, OutputLayer.SOFTMAX);
    KindEnumeration other =
        new KindEnumeration(
            Network.of(one, Penalty.all(one, 1e-3), DataSets.spirals(4, 3, 0.4, 0.05, 7L)),
            ExplorerSettings.defaults());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> other.offer(near.classes(2)))
        .withMessageContaining("no starting point of networks with other inputs or outputs");
  }

  @Test
  void aClassHasAsManyEigenvaluesAsVariables() {
    KindClass.Parts parts = enumerate(Network.xor(1, 1e-2), 1, 1L).classes(1).get(0).parts();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new KindClass.Parts(
                    parts.units(),
                    parts.multiplicities(),
                    parts.biases(),
                    parts.energy(),
                    parts.rms(),
                    Vector.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0),
                    parts.blocks(),
                    parts.zeroBlock(),
                    parts.images(),
                    parts.odd()))
        .withMessageContaining("not 6");
  }

  /**
   * Energy, gradient, index, eigenvalues and orbit against the network's full Hessian and group.
   */
  @Test
  void everyClassIsOneOfTheWholeNetwork() {
    KindCatalogue catalogue = enumerate(Network.xor(1, 1e-3), 4, 2L);
    for (int hidden : new int[] {4, 6}) {
      WholeNetwork.check(catalogue, hidden, 4, 1e-3);
    }
  }

  @Test
  void theSameSeedGivesTheSameCatalogueOnAnyNumberOfThreads() {
    Network network = Network.xor(1, 1e-2);
    KindCatalogue direct = enumerate(network, 3, 5L);
    KindEnumeration threaded =
        new KindEnumeration(network, ExplorerSettings.defaults().withSeed(5L));
    threaded.run(3, JobRunner.threads(3), new Cancellation(), report -> {});
    assertThat(energies(threaded.catalogue().classes(3)))
        .containsExactly(energies(direct.classes(3)));
  }

  private static double[] energies(List<KindClass> classes) {
    return classes.stream().mapToDouble(KindClass::energy).toArray();
  }

  /** Three classes with softmax: more than one centred output, and no symmetry of the data. */
  @Test
  void servesOtherNetworks() {
    Architecture architecture =
        Architecture.of(2, Activation.TANH, new int[] {1}, 3, OutputLayer.SOFTMAX);
    Network network =
        Network.of(
            architecture, Penalty.all(architecture, 0.03), DataSets.spirals(4, 3, 0.4, 0.05, 7L));
    KindCatalogue catalogue = enumerate(network, 2, 1L);
    assertThat(catalogue.morseSum(2)).isEqualTo(BigInteger.ONE);
    Network two = network.withUnits(2);
    StationaryPolish polish = StationaryPolish.newton(two);
    for (KindClass each : catalogue.classes(2)) {
      double[] x = catalogue.coordinates(each, 2);
      PolishedPoint whole = polish.characterise(x);
      assertThat(whole.rms()).isLessThan(1e-11);
      assertThat(whole.index()).isEqualTo(each.index(2));
      assertThat(two.symmetry().orbitSize(x)).isEqualTo(each.orbit(2));
    }
  }

  @Test
  void saysWhatItCannotServe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KindCatalogue(Network.xor(2, 1e-3, Regularisation.LINKS)))
        .withMessageContaining("penalty on every weight");
    Architecture deep =
        Architecture.of(2, Activation.TANH, new int[] {2, 2}, 2, OutputLayer.SOFTMAX);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new KindCatalogue(Network.of(deep, Penalty.all(deep, 1e-3), DataSets.xor(2))))
        .withMessageContaining("one hidden layer");
  }
}
