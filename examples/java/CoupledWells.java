import dev.tarn.potential.Evaluator.SmoothEnergy;
import dev.tarn.potential.SimplePotential;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A potential of one's own for the command line, two coupled double wells: {@code E = (x^2 - 1)^2 +
 * (y^2 - 1)^2 + c x y}. Its points can be certified, since the energy is written for enclosed
 * numbers, too.
 */
public final class CoupledWells extends SimplePotential implements SmoothEnergy {
  private final double coupling;

  /** Takes what stands after {@code --set}: the coupling {@code c}, 0.5 if it is not given. */
  public CoupledWells(Map<String, String> settings) {
    Map<String, String> rest = new HashMap<>(settings);
    String text = rest.remove("coupling");
    coupling = text == null ? 0.5 : Double.parseDouble(text);
    if (!rest.isEmpty()) {
      throw new IllegalArgumentException("there is a coupling to be set, no " + rest.keySet());
    }
  }

  @Override
  public int dimension() {
    return 2;
  }

  @Override
  public double gradient(double[] x, double[] gradient) {
    double u = x[0] * x[0] - 1.0;
    double v = x[1] * x[1] - 1.0;
    gradient[0] = 4.0 * x[0] * u + coupling * x[1];
    gradient[1] = 4.0 * x[1] * v + coupling * x[0];
    return u * u + v * v + coupling * x[0] * x[1];
  }

  @Override
  public <T extends SmoothEnergy.Scalar<T>> T energy(List<T> x) {
    T u = x.get(0).square().plus(-1.0);
    T v = x.get(1).square().plus(-1.0);
    return u.square().plus(v.square()).plus(x.get(0).times(x.get(1)).times(coupling));
  }
}
