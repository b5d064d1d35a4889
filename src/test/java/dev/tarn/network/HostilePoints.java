package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.job.RandomStreams;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.testing.Inputs;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;

/** Points with weights that are zero, tiny, huge, infinite or no numbers. */
final class HostilePoints {
  private HostilePoints() {}

  /** Asserts that a network's group answers for a point with such weights in two places. */
  static void assertAnswered(Network network, int one, int other, Duration limit) {
    SymmetryGroup symmetry = network.symmetry();
    double[] reference = Inputs.gaussian(RandomStreams.of(13, 0), network.dimension());
    for (double value : Inputs.hostile()) {
      double[] x = reference.clone();
      x[one] = value;
      x[other] = value;
      double[] out = new double[x.length];
      double distance =
          Assertions.assertTimeoutPreemptively(
              limit,
              () -> {
                symmetry.canonical(x, out);
                symmetry.orbitSize(x);
                return symmetry.nearestCopy(x, reference, out);
              });
      assertThat(distance).isNotNegative();
      if (Math.abs(value) < 1.0) {
        assertThat(distance).isLessThan(10.0);
      }
    }
  }
}
