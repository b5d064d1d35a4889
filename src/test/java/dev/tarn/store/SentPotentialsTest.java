package dev.tarn.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.data.DataSets;
import dev.tarn.job.RandomStreams;
import dev.tarn.network.Activation;
import dev.tarn.network.Architecture;
import dev.tarn.network.Network;
import dev.tarn.network.OutputLayer;
import dev.tarn.network.Penalty;
import dev.tarn.network.Regularisation;
import dev.tarn.potential.Potential;
import dev.tarn.surfaces.Cluster;
import dev.tarn.surfaces.DoubleWells;
import dev.tarn.surfaces.Himmelblau;
import dev.tarn.surfaces.MuellerBrown;
import dev.tarn.surfaces.SixHumpCamel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Potentials that were sent to another process are the same there, to the last bit. */
class SentPotentialsTest {

  static List<Potential> potentials() {
    Architecture deep =
        Architecture.of(2, Activation.ELU, new int[] {3, 2}, 1, OutputLayer.LOGISTIC);
    Penalty links = Penalty.of(deep, 1e-3, Regularisation.LINKS);
    return List.of(
        Network.xor(3, 1e-4),
        Network.of(deep, links, DataSets.moons(20, 0.1, 1)),
        Cluster.lennardJones(5),
        Cluster.morse(4, 6.0),
        DoubleWells.of(1.0, 2.0),
        new Himmelblau(),
        new MuellerBrown().measured(),
        new SixHumpCamel());
  }

  @ParameterizedTest
  @MethodSource("potentials")
  void areTheSame(Potential potential) throws Exception {
    Potential sent = (Potential) sent(potential);
    int n = potential.dimension();
    assertThat(sent.dimension()).isEqualTo(n);
    double[] x = new double[n];
    potential.randomPoint(RandomStreams.of(1, 1), x);
    double[] here = new double[n];
    double[] there = new double[n];
    assertThat(sent.evaluator().gradient(x, there))
        .isEqualTo(potential.evaluator().gradient(x, here));
    assertThat(there).isEqualTo(here);
    assertThat(sent.scales()).isEqualTo(potential.scales());
    assertThat(sent.symmetry().orbitSize(x)).isEqualTo(potential.symmetry().orbitSize(x));
  }

  private static Object sent(Object value) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ObjectOutputStream objects = new ObjectOutputStream(out)) {
      objects.writeObject(value);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      return in.readObject();
    }
  }
}
