package dev.tarn.explore;

import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Reduction;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.potential.space.Work;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * A potential in the hands of one worker, whose solvers share one evaluator, and one more in the
 * reduced space: that of a network of many units, on many examples, takes ten megabytes and more,
 * and a worker has a dozen solvers. Confined to one thread.
 */
final class OwnPotential implements Potential {
  private final Potential base;
  private final Evaluator evaluator;
  private final Optional<Reduction> reduction;

  private OwnPotential(Potential base) {
    this.base = base;
    evaluator = base.evaluator();
    reduction = base.reduction().map(Own::of);
  }

  /** The potential for a worker: where evaluations take little, that is the potential as it is. */
  static Potential of(Potential base) {
    return Work.isSaved(base) ? new OwnPotential(base) : base;
  }

  private record Own(Reduction whole, Potential potential) implements Reduction {
    static Reduction of(Reduction whole) {
      return new Own(whole, new OwnPotential(whole.potential()));
    }

    @Override
    public double[] lift(double[] reduced) {
      return whole.lift(reduced);
    }

    @Override
    public double[] reduce(double[] full) {
      return whole.reduce(full);
    }

    @Override
    public SymmetryGroup restrict(SymmetryGroup full) {
      return whole.restrict(full);
    }
  }

  @Override
  public int dimension() {
    return base.dimension();
  }

  @Override
  public Evaluator evaluator() {
    return evaluator;
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
    return reduction;
  }

  @Override
  public List<double[]> knownPoints() {
    return base.knownPoints();
  }

  @Override
  public void randomPoint(RandomGenerator random, double[] x) {
    base.randomPoint(random, x);
  }

  @Override
  public void combine(double[] a, double[] b, RandomGenerator random, double[] x) {
    base.combine(a, b, random, x);
  }

  @Override
  public Optional<Scales> scales() {
    return base.scales();
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
