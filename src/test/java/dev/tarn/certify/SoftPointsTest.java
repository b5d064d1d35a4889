package dev.tarn.certify;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import dev.tarn.interval.Interval;
import dev.tarn.network.Network;
import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The two points of six units at lambda = 1e-6 with an eigenvalue inside the default cutoff of
 * 1e-9: in doubles they have no certain index, in 32 digits they do. Coordinates and eigenvalues
 * are those that {@code enumerate --hidden 6 --lambda 1e-6} puts aside.
 */
class SoftPointsTest {

  private static double[] point(String units, String biases) {
    double[] x = new double[32];
    int next = 0;
    for (String number : Splitter.on(' ').split(units + " " + biases)) {
      x[next++] = Double.parseDouble(number);
    }
    // Units without weights are between the others and the biases.
    if (next < 32) {
      x[30] = x[next - 2];
      x[31] = x[next - 1];
      x[next - 2] = 0.0;
      x[next - 1] = 0.0;
    }
    return x;
  }

  private static final String A =
      "0.0014717722592319134 -0.0014717722592319134 0.003771037362427989 -0.002398233350928965"
          + " 0.0033274241164252924";
  private static final String B =
      "-0.0001963157282401622 0.0001963157282401622 0.00019046846997920367"
          + " -0.00020205678958208729 -1.8854395412565906e-06";
  private static final String C =
      "-0.0013471741176873605 0.0013471741176873605 0.002396283656120971 0.0009002463997747561"
          + " 0.0007265426041346716";
  private static final String D =
      "-0.0001589869821963027 0.0001589869821963027 0.0001545062372562307 -0.000163375174648198"
          + " -1.0005656188745884e-06";
  private static final String E =
      "0.00147174864235211 -0.00147174864235211 0.0037711690676023517 -0.002398296348165871"
          + " 0.003327574331665865";
  private static final String F =
      "-0.001347272814168009 0.001347272814168009 0.002396405386692454 0.0009000779063182521"
          + " 0.0007264967434922703";

  @ParameterizedTest
  @CsvSource({"1, 4, 11520, 6.8335e-10, 6.8336e-10", "2, 5, 7680, -9.8176e-10, -9.8175e-10"})
  void areProvenWithTheirIndex(int number, int index, BigInteger orbit, double low, double high)
      throws Exception {
    double[] x =
        number == 1
            ? point(String.join(" ", A, A, B, B, C), "-8.6184660976807e-06 8.6184660976807e-06")
            : point(
                String.join(" ", D, D, D, E, E, F), "-8.61825572618343e-06 8.61825572618343e-06");
    ProvenPoint proven = Prover.of(Network.xor(6, 1e-6)).prove(x);
    assertThat(proven.index()).isEqualTo(index);
    assertThat(proven.orbit()).isEqualTo(orbit);
    assertThat(proven.eigenvalues()).anyMatch(Interval.of(low, high)::contains);
    assertThat(proven.smallestMagnitude()).isBetween(6.8e-10, 1e-9);
    assertThat(proven.radius()).isLessThan(1e-21);
  }
}
