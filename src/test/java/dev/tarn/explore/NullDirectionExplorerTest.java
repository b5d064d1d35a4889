package dev.tarn.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.data.DataSets;
import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Activation;
import dev.tarn.network.Architecture;
import dev.tarn.network.Layout;
import dev.tarn.network.Network;
import dev.tarn.network.OutputLayer;
import dev.tarn.network.Penalty;
import dev.tarn.network.Regularisation;
import dev.tarn.potential.Potential;
import dev.tarn.potential.SimplePotential;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.surfaces.MuellerBrown;
import dev.tarn.testing.Classes;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Landscapes of potentials with continuous symmetry. */
class NullDirectionExplorerTest {
  private static final double LAMBDA = 1e-3;
  private static final ExplorerSettings QUICK = ExplorerSettings.defaults().withEffort(Effort.LOW);

  private static Landscape enumerate(Potential potential) {
    Landscape landscape = Landscape.of(potential);
    Exploration end =
        new Explorer(potential, QUICK.enumerating(Integer.MAX_VALUE)).explore(landscape);
    assertThat(end.status()).isEqualTo(Exploration.Status.DONE);
    return landscape;
  }

  /** The XOR network of two units, with a coefficient of its own for the output biases. */
  private static Network network(double outputBiases) {
    Architecture shape = Architecture.of(2, Activation.TANH, new int[] {2}, 2, OutputLayer.SOFTMAX);
    Penalty penalty = new Penalty(Vector.of(LAMBDA, LAMBDA), Vector.of(LAMBDA, outputBiases));
    return Network.of(shape, penalty, DataSets.xor(2));
  }

  @Test
  void catalogueIsTheLimitOfWeaklyRegularisedBiases() {
    Landscape free = enumerate(network(0.0));
    assertThat(free.morseSum()).isEqualTo(BigInteger.ONE);
    Layout parameters = network(0.0).layout();
    double epsilon = 1e-7;
    Landscape weak = enumerate(network(epsilon));
    assertThat(weak.size()).isEqualTo(free.size());
    for (int k = 0; k < free.size(); k++) {
      StationaryPoint point = free.points().get(k);
      StationaryPoint near = weak.points().get(k);
      assertThat(near.index()).isEqualTo(point.index());
      assertThat(near.orbit()).isEqualTo(point.orbit());
      assertThat(near.eigenvalues().length()).isEqualTo(12);
      assertThat(point.eigenvalues().length()).isEqualTo(11);
      // The energy rises by epsilon times the squares of the biases, to first order.
      double first = point.coordinates().get(parameters.bias(2, 0));
      double second = point.coordinates().get(parameters.bias(2, 1));
      assertThat(first + second).isCloseTo(0.0, within(1e-13));
      double squares = first * first + second * second;
      assertThat((near.energy() - point.energy()) / epsilon)
          .isCloseTo(squares, within(1e-4 * squares + 1e-6));
    }
  }

  @Test
  void transitionStatesAreJoinedToMinimaOnTheSlice() {
    Network network = network(0.0);
    Landscape landscape = Landscape.of(network);
    new Explorer(network, QUICK).explore(landscape);
    assertThat(landscape.count(0)).isEqualTo(4);
    assertThat(landscape.count(1)).isEqualTo(11);
    assertThat(landscape.connections()).hasSize(11);
    assertThat(landscape.components()).hasSize(1);
    assertThat(landscape.degeneratePoints()).isEmpty();
  }

  @Test
  void linksAloneGiveProperPointsThatRegularisedBiasesTendTo() {
    Network links = Network.xor(2, LAMBDA, Regularisation.LINKS);
    Landscape landscape = Landscape.of(links);
    new Explorer(links, QUICK).explore(landscape);
    assertThat(landscape.count(0)).isEqualTo(4);
    assertThat(landscape.connections()).isNotEmpty();
    // Units without links may have any bias then: these points are degenerate in other ways too.
    assertThat(landscape.degeneratePoints()).isNotEmpty();
    WeakBiases weak = new WeakBiases(links, 1e-8);
    StationaryPolish polish = StationaryPolish.newton(weak);
    for (StationaryPoint point : landscape.points()) {
      assertThat(point.eigenvalues().length()).isEqualTo(11);
      PolishedPoint near = polish.polish(point.coordinates().toArray());
      assertThat(near.isStationary(point.index())).isTrue();
      assertThat(weak.symmetry().orbitSize(near.coordinates())).isEqualTo(point.orbit());
      assertThat(near.energy() - point.energy())
          .isCloseTo(weak.penalty(point.coordinates().toArray()), within(1e-9));
    }
  }

  /** Regularised links, and biases with a coefficient of their own. */
  private static final class WeakBiases extends SimplePotential {
    private final Network network;
    private final double epsilon;

    WeakBiases(Network network, double epsilon) {
      this.network = network;
      this.epsilon = epsilon;
    }

    private List<Integer> biases() {
      Layout parameters = network.layout();
      return List.of(
          parameters.bias(1, 0),
          parameters.bias(1, 1),
          parameters.bias(2, 0),
          parameters.bias(2, 1));
    }

    private double penalty(double[] x) {
      return biases().stream().mapToDouble(bias -> epsilon * x[bias] * x[bias]).sum();
    }

    @Override
    public int dimension() {
      return network.dimension();
    }

    @Override
    public double gradient(double[] x, double[] gradient) {
      double energy = network.evaluator().gradient(x, gradient);
      biases().forEach(bias -> gradient[bias] += 2.0 * epsilon * x[bias]);
      return energy + penalty(x);
    }

    @Override
    public double hessian(double[] x, double[] gradient, double[] hessian) {
      network.evaluator().hessian(x, gradient, hessian);
      biases().forEach(bias -> hessian[bias * (dimension() + 1)] += 2.0 * epsilon);
      return gradient(x, gradient);
    }

    @Override
    public SymmetryGroup symmetry() {
      return Network.xor(2, LAMBDA).symmetry();
    }
  }

  /** The surface of Mueller and Brown of the differences of three variables. */
  private static final class Differences extends SimplePotential {
    private final MuellerBrown surface = new MuellerBrown();

    @Override
    public int dimension() {
      return 3;
    }

    @Override
    public double gradient(double[] x, double[] gradient) {
      double[] inner = new double[2];
      double energy = surface.gradient(new double[] {x[0] - x[2], x[1] - x[2]}, inner);
      gradient[0] = inner[0];
      gradient[1] = inner[1];
      gradient[2] = -inner[0] - inner[1];
      return energy;
    }

    @Override
    public List<double[]> nullDirections() {
      double third = Math.sqrt(1.0 / 3.0);
      return List.of(new double[] {third, third, third});
    }

    @Override
    public void randomPoint(RandomGenerator random, double[] x) {
      for (int i = 0; i < 3; i++) {
        x[i] = 3.0 * random.nextDouble() - 1.5;
      }
    }
  }

  @Test
  void aPotentialWithoutSymmetryOrHessianNeedsItsNullDirectionsOnly() {
    Potential potential = new Differences();
    Landscape landscape = Landscape.of(potential);
    Exploration end = new Explorer(potential, QUICK).explore(landscape);
    assertThat(end.status()).isEqualTo(Exploration.Status.DONE);
    Classes.assertEnergies(landscape.minima(), 1e-8, -146.699517210, -108.166724117, -80.767818130);
    Classes.assertEnergies(landscape.transitionStates(), 1e-8, -72.248940112, -40.664843509);
    assertThat(landscape.components()).hasSize(1);
    for (StationaryPoint point : landscape.points()) {
      assertThat(point.eigenvalues().length()).isEqualTo(2);
      assertThat(point.coordinates().stream().sum()).isCloseTo(0.0, within(1e-12));
      Optional<Connection> connection = landscape.connection(point.id());
      assertThat(connection.isPresent()).isEqualTo(point.isTransitionState());
    }
  }
}
