package dev.tarn.potential;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/** A potential with the scales that were measured on it. May be sent elsewhere if it may. */
record MeasuredPotential(Potential base, Scales found, Vector centre)
    implements Potential, Serializable {

  static MeasuredPotential of(Potential potential) {
    ScaleMeter.Measured measured = ScaleMeter.measure(potential);
    return new MeasuredPotential(potential, measured.scales(), Vector.of(measured.centre()));
  }

  @Override
  public Optional<Scales> scales() {
    return Optional.of(found);
  }

  @Override
  public int dimension() {
    return base.dimension();
  }

  @Override
  public Evaluator evaluator() {
    return base.evaluator();
  }

  @Override
  public boolean hasKinks() {
    return base.hasKinks();
  }

  @Override
  public SymmetryGroup symmetry() {
    return base.symmetry();
  }

  @Override
  public List<double[]> nullDirections() {
    return base.nullDirections();
  }

  @Override
  public Optional<Reduction> reduction() {
    return base.reduction();
  }

  @Override
  public List<double[]> knownPoints() {
    return base.knownPoints();
  }

  @Override
  public void randomPoint(RandomGenerator random, double[] x) {
    base.randomPoint(random, x);
    if (ScaleMeter.startsAnywhere(base)) {
      for (int i = 0; i < x.length; i++) {
        x[i] = centre.get(i) + found.length() * x[i];
      }
    }
  }

  @Override
  public void combine(double[] a, double[] b, RandomGenerator random, double[] x) {
    base.combine(a, b, random, x);
  }

  @Override
  public OptionalLong eulerCharacteristic() {
    return base.eulerCharacteristic();
  }

  @Override
  public <C> Optional<C> capability(Class<C> type) {
    return base.capability(type);
  }
}
