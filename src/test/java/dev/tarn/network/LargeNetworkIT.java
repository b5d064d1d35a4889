package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.job.RandomStreams;
import dev.tarn.linear.Lanczos;
import dev.tarn.linear.Vectors;
import dev.tarn.minimise.Lbfgs;
import dev.tarn.minimise.LbfgsSettings;
import dev.tarn.path.PathSettings;
import dev.tarn.path.Pathway;
import dev.tarn.path.SteepestDescent;
import dev.tarn.potential.space.HessianSolver;
import dev.tarn.potential.space.Slice;
import dev.tarn.saddle.BandSettings;
import dev.tarn.saddle.ElasticBand;
import dev.tarn.saddle.SaddleFinder;
import dev.tarn.saddle.SaddleSettings;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.testing.Images;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole way from two minima to a path, for a network of 784 inputs and 7960 parameters. */
class LargeNetworkIT {
  private static final double LAMBDA = 1e-3;

  /** Minima from Gaussian weights of the size that training usually starts from. */
  private static List<PolishedPoint> minima(Network network, int count) {
    Lbfgs minimiser = new Lbfgs(network, LbfgsSettings.defaults().withTolerance(1e-8));
    StationaryPolish polish = StationaryPolish.krylov(network);
    List<PolishedPoint> found = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      double[] x = new double[network.dimension()];
      var random = RandomStreams.of(3, k);
      for (int i = 0; i < x.length; i++) {
        x[i] = 0.05 * random.nextGaussian();
      }
      minimiser.minimise(x);
      found.add(polish.polish(x));
    }
    return found;
  }

  /** What a Hessian-vector product says of an eigenpair's vector, from gradients alone. */
  private static double curvature(Network network, double[] x, double[] mode) {
    double step = 1e-4;
    double[] plus = x.clone();
    double[] minus = x.clone();
    for (int i = 0; i < x.length; i++) {
      plus[i] += step * mode[i];
      minus[i] -= step * mode[i];
    }
    double[] above = new double[x.length];
    double[] below = new double[x.length];
    network.evaluator().gradient(plus, above);
    network.evaluator().gradient(minus, below);
    double sum = 0.0;
    for (int i = 0; i < x.length; i++) {
      sum += mode[i] * (above[i] - below[i]) / (2.0 * step);
    }
    return sum;
  }

  /**
   * Of so large a network a polish finds how many eigenvalues are negative, and each of these to a
   * tenth of its size. The lowest one it never takes for lower than it is: what it finds is the
   * curvature along some vector.
   */
  private static void assertLowestIsKnown(Network network, PolishedPoint top) {
    double[] x = top.coordinates();
    HessianSolver exact = new HessianSolver(network, network.evaluator(), new Slice(network));
    exact.moveTo(x);
    Lanczos.Result known = exact.lowest(2, 1e-6);
    assertThat(known.converged()).isTrue();
    double lowest = known.pairs().get(0).value();
    assertThat(lowest).isNegative();
    assertThat(known.pairs().get(1).value()).isPositive();
    assertThat(top.index()).isEqualTo(1);
    double[] mode = new double[x.length];
    StationaryPolish.krylov(network).lowestMode(x, mode);
    for (double found : new double[] {top.eigenvalues()[0], curvature(network, x, mode)}) {
      assertThat(found).isBetween(lowest - 1e-7, lowest / 1.1);
    }
  }

  @Test
  void joinsTwoMinimaOfANetworkOnImages() {
    Network network = Images.network(784, 10, 10, 200, LAMBDA);
    assertThat(network.dimension()).isEqualTo(7960);
    List<PolishedPoint> minima = minima(network, 2);
    assertThat(minima).allMatch(point -> point.isStationary(0));
    double[] from = minima.get(0).coordinates();
    double[] to = new double[from.length];
    double apart = network.symmetry().nearestCopy(minima.get(1).coordinates(), from, to);
    assertThat(apart).isGreaterThan(0.1);
    SaddleFinder finder =
        SaddleFinder.transitionState(
            network, SaddleSettings.defaults().withMethod(SaddleSettings.Method.HYBRID));
    List<PolishedPoint> transitionStates = new ArrayList<>();
    for (double[] guess :
        new ElasticBand(network, BandSettings.defaults()).relax(from, to).maxima()) {
      SaddleFinder.Result search = finder.search(guess);
      if (search.found()) {
        transitionStates.add(search.point());
      }
    }
    assertThat(transitionStates).isNotEmpty();
    PolishedPoint top = transitionStates.get(0);
    assertLowestIsKnown(network, top);
    Pathway pathway = new SteepestDescent(network, PathSettings.defaults()).pathway(top, false);
    assertThat(pathway.complete()).isTrue();
    assertThat(pathway.minus().end().energy()).isLessThan(top.energy());
    assertThat(pathway.plus().end().energy()).isLessThan(top.energy());
    assertThat(
            Vectors.distance(
                pathway.minus().end().coordinates(), pathway.plus().end().coordinates()))
        .isGreaterThan(0.1);
  }
}
