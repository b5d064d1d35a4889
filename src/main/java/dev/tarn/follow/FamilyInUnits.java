package dev.tarn.follow;

import dev.tarn.potential.Potential;
import dev.tarn.potential.Vector;
import dev.tarn.potential.space.Units;
import java.util.Arrays;

/**
 * A family in the units of one of its potentials, in which its numbers are of order one, and the
 * way back. Immutable.
 */
final class FamilyInUnits implements ParameterFamily {
  private final ParameterFamily family;
  private final Units units;

  FamilyInUnits(ParameterFamily family, Units units) {
    this.family = family;
    this.units = units;
  }

  @Override
  public int dimension() {
    return family.dimension();
  }

  @Override
  public Evaluator evaluator() {
    Evaluator inner = family.evaluator();
    double[] x = new double[dimension()];
    double force = units.length() / units.energy();
    return (y, mu, gradient, hessian, slope) -> {
      Arrays.setAll(x, i -> units.length() * y[i]);
      double energy = inner.evaluate(x, mu, gradient, hessian, slope);
      multiply(force, gradient);
      multiply(force, slope);
      multiply(1.0 / units.curvature(), hessian);
      return energy / units.energy();
    };
  }

  private static void multiply(double factor, double[] v) {
    for (int i = 0; i < v.length; i++) {
      v[i] *= factor;
    }
  }

  @Override
  public Potential at(double mu) {
    return Units.of(family.at(mu)).potential();
  }

  /** A branch in the family's own numbers. */
  Branch leave(Branch branch) {
    return new Branch(
        branch.end(),
        branch.samples().stream().map(this::leave).toList(),
        branch.criticalPoints().stream().map(this::leave).toList(),
        branch.steps());
  }

  private Branch.Sample leave(Branch.Sample s) {
    return new Branch.Sample(
        s.mu(),
        units.energy() * s.energy(),
        s.index(),
        units.length() * s.size(),
        leave(s.coordinates()));
  }

  private Branch.CriticalPoint leave(Branch.CriticalPoint p) {
    return new Branch.CriticalPoint(
        p.kind(),
        p.mu(),
        units.energy() * p.energy(),
        units.curvature() * p.eigenvalue(),
        p.indexBefore(),
        p.indexAfter(),
        p.turns(),
        leave(p.coordinates()));
  }

  private Vector leave(Vector x) {
    return Vector.of(units.leave(x.toArray()));
  }
}
