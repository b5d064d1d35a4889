package dev.tarn.stationary;

import dev.tarn.potential.Potential;
import dev.tarn.potential.space.SymmetricSpaces;
import dev.tarn.potential.space.SymmetricSpaces.Subspace;
import java.util.Optional;

/**
 * Newton's method in the symmetric subspace of a point, where the potential knows such and few
 * variables are left; all eigenvalues are known there, in any number of variables. One in {@value
 * #SAMPLE} of the stationary points, which of them their energy says, is held against the full
 * Hessian, up to {@value #MOST_CHECKED} variables.
 *
 * <p>A point without symmetry is polished as in any other potential.
 */
final class SubspacePolish implements StationaryPolish {
  /** Up to this dimension every point is polished with its full Hessian. */
  private static final int MOST_VERIFIED = 100;

  private static final int SAMPLE = 16;
  private static final int MOST_CHECKED = 1000;
  private static final int ENERGY_DIGITS = 1_000_000;

  private final SymmetricSpaces spaces;
  private final Potential potential;
  private final Tolerances tolerances;
  private final StationaryPolish general;
  private Optional<StationaryPolish> full = Optional.empty();

  private SubspacePolish(
      SymmetricSpaces spaces,
      Potential potential,
      Tolerances tolerances,
      StationaryPolish general) {
    this.spaces = spaces;
    this.potential = potential;
    this.tolerances = tolerances;
    this.general = general;
  }

  /** The polish for a potential that knows its subspaces, if it is large; else the one given. */
  static StationaryPolish of(Potential potential, Tolerances tolerances, StationaryPolish general) {
    Optional<SymmetricSpaces> spaces =
        potential.dimension() > MOST_VERIFIED
            ? potential.capability(SymmetricSpaces.class)
            : Optional.empty();
    return spaces
        .<StationaryPolish>map(own -> new SubspacePolish(own, potential, tolerances, general))
        .orElse(general);
  }

  private static boolean serves(Subspace subspace, int n) {
    return StationaryPolish.usesHessian(subspace.potential())
        && 2 * subspace.potential().dimension() <= n;
  }

  @Override
  public PolishedPoint polish(double[] x) {
    Subspace subspace = spaces.around(x);
    if (!serves(subspace, x.length)) {
      return general.polish(x);
    }
    StationaryPolish own = StationaryPolish.newton(subspace.potential(), tolerances);
    return lifted(own.polish(subspace.reduce(x)), subspace, true);
  }

  @Override
  public PolishedPoint characterise(double[] x) {
    Subspace subspace = spaces.around(x);
    if (!serves(subspace, x.length)) {
      return general.characterise(x);
    }
    StationaryPolish own = StationaryPolish.newton(subspace.potential(), tolerances);
    return lifted(own.characterise(subspace.reduce(x)), subspace, false);
  }

  @Override
  public void lowestMode(double[] x, double[] mode) {
    if (serves(spaces.around(x), x.length)) {
      System.arraycopy(spaces.lowestModes(x).first(), 0, mode, 0, x.length);
    } else {
      general.lowestMode(x, mode);
    }
  }

  private PolishedPoint lifted(PolishedPoint own, Subspace subspace, boolean check) {
    double[] y = own.coordinates();
    double[] eigenvalues = subspace.eigenvalues(y, own.eigenvalues());
    PolishedPoint point = own.lifted(subspace.lift(y), eigenvalues, tolerances);
    boolean drawn = Math.floorMod(Math.round(point.energy() * ENERGY_DIGITS), SAMPLE) == 0;
    if (check && drawn && point.converged() && !point.degenerate()) {
      check(point);
    }
    return point;
  }

  private void check(PolishedPoint point) {
    if (point.coordinates().length > MOST_CHECKED) {
      return;
    }
    StationaryPolish checking =
        full.orElseGet(() -> StationaryPolish.newton(potential, tolerances));
    full = Optional.of(checking);
    PolishedPoint whole = checking.characterise(point.coordinates());
    if (whole.index() != point.index() || !whole.converged()) {
      throw new ArithmeticException(
          "the point of energy "
              + point.energy()
              + " has index "
              + point.index()
              + " by its symmetric subspace; the full Hessian there has "
              + whole.index()
              + " negative eigenvalues, and the gradient is "
              + whole.rms());
    }
  }
}
