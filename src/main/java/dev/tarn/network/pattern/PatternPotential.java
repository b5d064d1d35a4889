package dev.tarn.network.pattern;

import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import dev.tarn.potential.space.Resolvent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The loss of a network as a function of its kinds of units, for given multiplicities.
 *
 * <p>With {@code n_i} units like {@code u_i} the variables are {@code y_i = sqrt(n_i) u_i} and the
 * output biases. That is an isometry onto the points that exchanging equal units leaves in place,
 * so the gradient is the large network's, and the Hessian its restriction; by the principle of
 * symmetric criticality (Palais, Commun. Math. Phys. 69, 19, 1979) its stationary points are the
 * network's.
 *
 * <p>The data term is that of a network with as many units as there are kinds, whose outgoing
 * weights are multiplied by {@code n_i}. Multiplicities may be any positive numbers.
 *
 * <p>Unlike other potentials an instance is for one thread: {@link #setMultiplicities} changes it,
 * so that a solver serves all patterns of as many kinds.
 */
public final class PatternPotential implements Potential {
  private final UnitSpace space;
  private final Potential inner;
  private final int[][] places;
  private final int kinds;
  private final int n;
  private final double[] coefficient;
  private final double[] scale;
  private final double[] root;

  public PatternPotential(UnitSpace space, int kinds) {
    this.space = space;
    this.kinds = kinds;
    inner = space.potential(kinds);
    places = space.places(kinds);
    n = inner.dimension();
    coefficient = new double[n];
    scale = new double[n];
    root = new double[kinds];
    for (int j = 0; j < kinds; j++) {
      for (int k = 0; k < space.size(); k++) {
        coefficient[places[j][k]] = space.penalty(k);
      }
    }
    for (int i = 0; i < space.outputs(); i++) {
      coefficient[places[kinds][i]] = space.outputPenalty();
      scale[places[kinds][i]] = 1.0;
    }
    double[] single = new double[kinds];
    Arrays.fill(single, 1.0);
    setMultiplicities(single);
  }

  @Override
  public Optional<Scales> scales() {
    return inner.scales();
  }

  public int kinds() {
    return kinds;
  }

  public void setMultiplicities(int[] multiplicities) {
    double[] values = new double[kinds];
    Arrays.setAll(values, j -> multiplicities[j]);
    setMultiplicities(values);
  }

  void setMultiplicities(double[] multiplicities) {
    for (int j = 0; j < kinds; j++) {
      root[j] = Math.sqrt(multiplicities[j]);
      for (int k = 0; k < space.size(); k++) {
        scale[places[j][k]] = space.isIncoming(k) ? 1.0 / root[j] : root[j];
      }
    }
  }

  /** The variables of units and biases. */
  public void enter(List<double[]> units, double[] biases, double[] y) {
    for (int j = 0; j < kinds; j++) {
      for (int k = 0; k < space.size(); k++) {
        y[places[j][k]] = root[j] * units.get(j)[k];
      }
    }
    for (int i = 0; i < space.outputs(); i++) {
      y[places[kinds][i]] = biases[i];
    }
  }

  /** A unit of a kind, a new array. */
  public double[] unit(double[] y, int kind) {
    double[] unit = new double[space.size()];
    for (int k = 0; k < unit.length; k++) {
      unit[k] = y[places[kind][k]] / root[kind];
    }
    return unit;
  }

  /** The output biases, a new array. */
  public double[] biases(double[] y) {
    double[] biases = new double[space.outputs()];
    for (int i = 0; i < biases.length; i++) {
      biases[i] = y[places[kinds][i]];
    }
    return biases;
  }

  /** Where the components of a kind stand among the variables; not to be changed. */
  public int[] places(int kind) {
    return places[kind];
  }

  @Override
  public int dimension() {
    return n;
  }

  @Override
  public Evaluator evaluator() {
    return new Scaled();
  }

  @Override
  public <C> Optional<C> capability(Class<C> type) {
    return type.equals(Resolvent.Source.class)
        ? space.family().split(kinds).map(loss -> type.cast(source(loss)))
        : Potential.super.capability(type);
  }

  private Resolvent.Source source(SplitLoss loss) {
    return () -> new PatternResolvent(new SplitHessian(loss, scale, coefficient));
  }

  /** The network's loss at scaled variables, with the penalty of the unscaled ones. */
  private final class Scaled implements Evaluator {
    private final Evaluator network = inner.evaluator();
    private final double[] x = new double[n];

    @Override
    public double energy(double[] y) {
      double correction = scaled(y);
      return network.energy(x) + correction;
    }

    @Override
    public double gradient(double[] y, double[] gradient) {
      double correction = scaled(y);
      double energy = network.gradient(x, gradient);
      finish(y, gradient);
      return energy + correction;
    }

    @Override
    public double hessian(double[] y, double[] gradient, double[] hessian) {
      double correction = scaled(y);
      double energy = network.hessian(x, gradient, hessian);
      finish(y, gradient);
      for (int i = 0; i < n; i++) {
        int row = i * n;
        double si = scale[i];
        hessian[row + i] -= 2.0 * coefficient[i];
        for (int j = 0; j < n; j++) {
          hessian[row + j] *= si * scale[j];
        }
        hessian[row + i] += 2.0 * coefficient[i];
      }
      return energy + correction;
    }

    @Override
    public boolean hasAnalyticHessian() {
      return network.hasAnalyticHessian();
    }

    /** Fills the network's variables; returns what the penalty of the pattern is above its own. */
    private double scaled(double[] y) {
      double sum = 0.0;
      for (int i = 0; i < n; i++) {
        double value = scale[i] * y[i];
        x[i] = value;
        sum += coefficient[i] * (y[i] * y[i] - value * value);
      }
      return sum;
    }

    private void finish(double[] y, double[] gradient) {
      for (int i = 0; i < n; i++) {
        double twice = 2.0 * coefficient[i];
        gradient[i] = scale[i] * (gradient[i] - twice * x[i]) + twice * y[i];
      }
    }
  }
}
