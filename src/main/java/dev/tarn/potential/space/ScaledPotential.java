package dev.tarn.potential.space;

import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Reduction;
import dev.tarn.potential.SymmetryGroup;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * A potential in units of its own: {@code F(y) = E(l y) / e}. Differences that stand in for a
 * Hessian are taken in these units as well. Immutable; an evaluator belongs to one thread.
 */
final class ScaledPotential implements Potential {
  private final Potential base;
  private final Scales scales;
  private final double noise;

  ScaledPotential(Potential base, Scales scales, double noise) {
    this.base = base;
    this.noise = noise;
    this.scales = scales;
  }

  @Override
  public int dimension() {
    return base.dimension();
  }

  @Override
  public Evaluator evaluator() {
    return new ScaledEvaluator(base.evaluator(), base.dimension(), scales, noise);
  }

  @Override
  public boolean hasKinks() {
    return base.hasKinks();
  }

  @Override
  public SymmetryGroup symmetry() {
    SymmetryGroup group = base.symmetry();
    boolean plain = scales.length() == 1.0 || group.equals(SymmetryGroup.trivial());
    return plain ? group : new ScaledGroup(group, scales.length());
  }

  @Override
  public List<double[]> nullDirections() {
    return base.nullDirections();
  }

  @Override
  public Optional<Reduction> reduction() {
    return Optional.empty();
  }

  @Override
  public List<double[]> knownPoints() {
    return base.knownPoints().stream().map(this::enter).toList();
  }

  @Override
  public void randomPoint(RandomGenerator random, double[] x) {
    base.randomPoint(random, x);
    fill(enter(x), x);
  }

  @Override
  public void combine(double[] a, double[] b, RandomGenerator random, double[] x) {
    base.combine(leave(a), leave(b), random, x);
    fill(enter(x), x);
  }

  @Override
  public Optional<Scales> scales() {
    return Optional.of(Scales.ONE);
  }

  @Override
  public OptionalLong eulerCharacteristic() {
    return base.eulerCharacteristic();
  }

  /** Zero modes alone: what else a potential can do, it does in its own numbers. */
  @Override
  public <C> Optional<C> capability(Class<C> type) {
    return type.equals(ZeroModes.class)
        ? base.capability(ZeroModes.class).map(modes -> type.cast(new Entered(modes, scales)))
        : Optional.empty();
  }

  private record Entered(ZeroModes modes, Scales scales) implements ZeroModes {
    @Override
    public int most() {
      return modes.most();
    }

    @Override
    public List<double[]> at(double[] x) {
      return modes.at(Units.times(x, scales.length()));
    }
  }

  private double[] enter(double[] x) {
    return Units.times(x, 1.0 / scales.length());
  }

  private double[] leave(double[] y) {
    return Units.times(y, scales.length());
  }

  private static void fill(double[] from, double[] to) {
    System.arraycopy(from, 0, to, 0, to.length);
  }
}
