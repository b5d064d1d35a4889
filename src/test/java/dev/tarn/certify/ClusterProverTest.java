package dev.tarn.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.certify.CatalogueProof.Result;
import dev.tarn.explore.Effort;
import dev.tarn.explore.Explorer;
import dev.tarn.explore.ExplorerLimits;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.interval.Interval;
import dev.tarn.job.RandomStreams;
import dev.tarn.landscape.Landscape;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.surfaces.Cluster;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Points of clusters, whose translations and rotations leave no point isolated. */
class ClusterProverTest {

  private static Landscape explored(Cluster cluster, long searches) {
    Landscape landscape = Landscape.of(cluster);
    new Explorer(cluster, ExplorerSettings.defaults().withEffort(Effort.LOW).withThreads(1))
        .until(ExplorerLimits.searches(searches))
        .explore(landscape);
    return landscape;
  }

  /** Index, copies and energies as the engine has them, from other Hessians and comparisons. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7})
  void everyPointOfAnExplorationIsProven(int atoms) {
    Cluster cluster = Cluster.lennardJones(atoms);
    Landscape landscape = explored(cluster, 150);
    assertThat(landscape.count(0)).isPositive();
    assertThat(landscape.count(1)).isGreaterThanOrEqualTo(atoms < 4 ? 0 : atoms - 4);
    CatalogueProof proof = CatalogueProof.of(cluster, landscape.points(), List.of());
    assertThat(proof.results()).allSatisfy(r -> assertThat(r.reason()).isEmpty());
    for (Result result : proof.results()) {
      ProvenPoint point = result.proven().orElseThrow();
      assertThat(point.radius()).isLessThan(1e-24);
      assertThat(point.uniqueness()).isGreaterThan(1e-8);
      // Neither counts translations and rotations.
      List<Interval> eigenvalues = point.eigenvalues();
      assertThat(eigenvalues).hasSize(atoms == 2 ? 1 : 3 * atoms - 6);
      StationaryPoint given = landscape.get(result.id());
      for (int k = 0; k < eigenvalues.size(); k++) {
        double rounded = given.eigenvalues().get(k);
        assertThat(eigenvalues.get(k).meets(Interval.around(rounded, 1e-9)))
            .as("%s, %s", eigenvalues, given.eigenvalues())
            .isTrue();
      }
    }
  }

  private static StationaryPoint point(Cluster cluster, double... x) {
    PolishedPoint polished = StationaryPolish.of(cluster).polish(x);
    assertThat(polished.converged()).isTrue();
    return Given.points(cluster, List.of(polished)).get(0);
  }

  private static Result proven(Cluster cluster, StationaryPoint point) {
    return CatalogueProof.of(cluster, List.of(point), List.of()).results().get(0);
  }

  /** Three atoms in line have five rigid motions, and four in a square lie in a plane. */
  @Test
  void atomsInLineAndInAPlane() {
    Cluster three = Cluster.lennardJones(3);
    ProvenPoint line =
        proven(three, point(three, 0, 0, 0, 1.12, 0, 0, -1.12, 0, 0)).proven().orElseThrow();
    assertThat(line.index()).isEqualTo(2);
    assertThat(line.orbit()).isEqualTo(BigInteger.valueOf(3));
    assertThat(line.eigenvalues()).hasSize(4);
    Cluster four = Cluster.lennardJones(4);
    ProvenPoint square =
        proven(four, point(four, 0, 0, 0, 1.11, 0, 0, 1.11, 1.11, 0, 0, 1.11, 0))
            .proven()
            .orElseThrow();
    assertThat(square.orbit()).isEqualTo(BigInteger.valueOf(3));
    Cluster morse = Cluster.morse(3, 6.0);
    assertThat(proven(morse, point(morse, 0, 0, 0, 1, 0, 0, 0.5, 0.87, 0)).reason()).isEmpty();
  }

  @Test
  void aWrongIndexAndWrongCopiesAreRefused() {
    Cluster cluster = Cluster.lennardJones(4);
    double[] x = {1, 1, 1, 1, -1, -1, -1, 1, -1, -1, -1, 1};
    StationaryPoint p = point(cluster, Arrays.stream(x).map(v -> 0.4 * v).toArray());
    double[] at = p.coordinates().toArray();
    assertThat(proven(cluster, p).reason()).isEmpty();
    assertThat(proven(cluster, Given.edited(p, 1, p.energy(), p.orbit(), at)).reason())
        .isEqualTo("its index is stated as 1, but is 0");
    BigInteger twice = p.orbit().add(p.orbit());
    assertThat(proven(cluster, Given.edited(p, 0, p.energy(), twice, at)).reason())
        .isEqualTo("its copies are stated as 4, but are 2");
    at[0] += 1e-3;
    assertThat(proven(cluster, Given.edited(p, 0, p.energy(), p.orbit(), at)).reason())
        .contains("away in one variable");
  }

  /** A copy, turned and with its atoms in another order, is the same point. */
  @Test
  void aCopyIsNoSecondPoint() {
    Cluster cluster = Cluster.lennardJones(5);
    Landscape landscape = explored(cluster, 60);
    StationaryPoint first = landscape.minima().get(0);
    double[] copy = new double[cluster.dimension()];
    cluster.symmetry().randomCopy(RandomStreams.of(1, 1), first.coordinates().toArray(), copy);
    List<StationaryPoint> both = List.of(first, point(cluster, copy));
    CatalogueProof proof = CatalogueProof.of(cluster, both, List.of());
    assertThat(proof.proven()).isEqualTo(1);
    assertThat(proof.results().get(1).reason()).startsWith("it may be the same as point");
  }

  @Test
  void aPairPotentialOfOnesOwnIsRefused() {
    Cluster cluster =
        Cluster.of(
            3,
            1.0,
            (r, out) -> {
              out[0] = (r - 1.0) * (r - 1.0);
              out[1] = 2.0 * (r - 1.0);
              out[2] = 2.0;
            });
    assertThatThrownBy(() -> Prover.of(cluster)).hasMessageContaining("in doubles only");
  }
}
