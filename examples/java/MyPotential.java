import dev.tarn.explore.Explorer;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.potential.DerivativeChecker;
import dev.tarn.potential.Potential;
import dev.tarn.potential.SimplePotential;
import dev.tarn.stationary.StationaryPoint;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * A potential of one's own: the surface of Müller and Brown (Theor. Chim. Acta 53, 75, 1979), with
 * nothing but its energy, its gradient and a box to start searches from. Tarn makes the Hessian
 * from differences of the gradient.
 */
public final class MyPotential extends SimplePotential {
  private static final double[] HEIGHT = {-200, -100, -170, 15};
  private static final double[] XX = {-1, -1, -6.5, 0.7};
  private static final double[] XY = {0, 0, 11, 0.6};
  private static final double[] YY = {-10, -10, -6.5, 0.7};
  private static final double[] X0 = {1, 0, -0.5, -1};
  private static final double[] Y0 = {0, 0.5, 1.5, 1};

  @Override
  public int dimension() {
    return 2;
  }

  @Override
  public double gradient(double[] x, double[] gradient) {
    double energy = 0;
    gradient[0] = 0;
    gradient[1] = 0;
    for (int k = 0; k < 4; k++) {
      double u = x[0] - X0[k];
      double v = x[1] - Y0[k];
      double term = HEIGHT[k] * StrictMath.exp(XX[k] * u * u + XY[k] * u * v + YY[k] * v * v);
      energy += term;
      gradient[0] += term * (2 * XX[k] * u + XY[k] * v);
      gradient[1] += term * (XY[k] * u + 2 * YY[k] * v);
    }
    return energy;
  }

  /** Uniform in the box where the wells are; the default knows nothing of the scale. */
  @Override
  public void randomPoint(RandomGenerator random, double[] x) {
    x[0] = -1.5 + 2.7 * random.nextDouble();
    x[1] = -0.2 + 2.2 * random.nextDouble();
  }

  /** Checks the gradient, explores the surface and prints what it found. */
  public static void main(String[] args) {
    Potential potential = new MyPotential();
    DerivativeChecker.Report report = DerivativeChecker.check(potential, new double[] {0.3, 0.7});
    System.out.println("derivatives agree: " + report.agrees(1e-6));

    Landscape landscape = Landscape.of(potential);
    new Explorer(potential, ExplorerSettings.defaults().withSeed(1)).explore(landscape);

    for (StationaryPoint minimum : landscape.minima()) {
      System.out.println("minimum " + minimum.id() + place(minimum));
    }
    for (StationaryPoint saddle : landscape.transitionStates()) {
      Connection connection = landscape.connection(saddle.id()).orElseThrow();
      System.out.printf(
          "transition state %d%s joins %d and %d%n",
          saddle.id(), place(saddle), connection.minus(), connection.plus());
    }
  }

  private static String place(StationaryPoint point) {
    return String.format(
        Locale.ROOT,
        ": energy %.9f at (%.8f, %.8f)",
        point.energy(),
        point.coordinates().get(0),
        point.coordinates().get(1));
  }
}
