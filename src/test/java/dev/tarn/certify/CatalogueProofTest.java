package dev.tarn.certify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.certify.CatalogueProof.Result;
import dev.tarn.interval.Interval;
import dev.tarn.network.Network;
import dev.tarn.stationary.StationaryPoint;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Catalogues of the XOR network, right ones and ones that someone edited. */
class CatalogueProofTest {
  private static final double LAMBDA = 1e-4;
  private static final Network NETWORK = Network.xor(3, LAMBDA);
  private static List<StationaryPoint> points = List.of();
  private static CatalogueProof proof = new CatalogueProof(List.of(), List.of());

  @BeforeAll
  static void prove() {
    points = Given.xor(3, LAMBDA);
    proof = CatalogueProof.of(NETWORK, points, List.of());
  }

  @Test
  void everyPointIsProven() {
    assertThat(proof.results()).allSatisfy(r -> assertThat(r.reason()).isEmpty());
    assertThat(proof.proven()).isEqualTo(points.size()).isGreaterThan(50);
    assertThat(proof.morseSum()).isEqualTo(BigInteger.ONE);
  }

  /** The engine's Hessian in all variables, and its eigenvalues, are another program's. */
  @Test
  void enclosuresHoldTheEigenvaluesInAllVariables() {
    for (StationaryPoint point : points) {
      List<Interval> proven = new ArrayList<>(of(point.id()).eigenvalues());
      assertThat(of(point.id()).energy().width()).isLessThan(1e-15);
      // Across the centred outputs: one for each unit, one for the biases.
      proven.addAll(Collections.nCopies(4, Interval.of(2.0 * LAMBDA)));
      proven.sort((a, b) -> Double.compare(a.middle(), b.middle()));
      assertThat(proven).hasSameSizeAs(point.eigenvalues().asList());
      for (int k = 0; k < proven.size(); k++) {
        Interval rounded = Interval.around(point.eigenvalues().get(k), 1e-13);
        assertThat(proven.get(k).meets(rounded)).as("%s of %s", k, point).isTrue();
        assertThat(proven.get(k).width()).isLessThan(1e-12);
      }
    }
  }

  @Test
  void boxesAreTightAndUniquenessIsNot() {
    for (Result result : proof.results()) {
      ProvenPoint point = result.proven().orElseThrow();
      assertThat(point.radius()).isLessThan(1e-20);
      assertThat(point.uniqueness()).isGreaterThan(1e-8);
    }
  }

  private static ProvenPoint of(int id) {
    return proof.results().get(id - 1).proven().orElseThrow();
  }

  private static String reason(StationaryPoint edited) {
    return CatalogueProof.of(NETWORK, List.of(edited), List.of()).results().get(0).reason();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1})
  void aWrongIndexIsRefused(int more) {
    StationaryPoint p = points.get(7);
    int wrong = p.index() + more;
    assertThat(reason(Given.edited(p, wrong, p.energy(), p.orbit(), p.coordinates().toArray())))
        .isEqualTo("its index is stated as " + wrong + ", but is " + p.index());
  }

  @Test
  void aWrongOrbitIsRefused() {
    StationaryPoint p = points.get(3);
    BigInteger wrong = p.orbit().shiftLeft(1);
    assertThat(reason(Given.edited(p, p.index(), p.energy(), wrong, p.coordinates().toArray())))
        .isEqualTo("its copies are stated as " + wrong + ", but are " + p.orbit());
  }

  @Test
  void aWrongEnergyIsRefused() {
    StationaryPoint p = points.get(3);
    double wrong = p.energy() + 1e-11;
    assertThat(reason(Given.edited(p, p.index(), wrong, p.orbit(), p.coordinates().toArray())))
        .startsWith("its energy is stated as " + wrong + ", but is ");
  }

  @Test
  void coordinatesThatAreNoPointAreRefused() {
    StationaryPoint p = points.get(3);
    double[] x = p.coordinates().toArray();
    x[0] += 1e-3;
    assertThat(reason(Given.edited(p, p.index(), p.energy(), p.orbit(), x))).isNotEmpty();
  }

  @Test
  void aPointThatIsThereTwiceIsRefusedTheSecondTime() {
    StationaryPoint p = points.get(5);
    StationaryPoint copy =
        new StationaryPoint(
            p.id() + 1000,
            p.index(),
            p.energy(),
            p.coordinates(),
            p.eigenvalues(),
            p.rms(),
            p.orbit(),
            p.provenance());
    CatalogueProof twice = CatalogueProof.of(NETWORK, List.of(p, copy), List.of());
    assertThat(twice.proven()).isEqualTo(1);
    assertThat(twice.results().get(1).reason()).isEqualTo("it may be the same as point " + p.id());
  }
}
