package dev.tarn.path;

import dev.tarn.potential.Potential;
import dev.tarn.potential.space.SymmetricSpaces;
import dev.tarn.potential.space.SymmetricSpaces.LowestModes;
import dev.tarn.potential.space.SymmetricSpaces.Subspace;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.stationary.Tolerances;

/**
 * Paths in the variables of the symmetric subspace of each of their stages: the points that keep
 * the symmetry which a saddle and the direction of the path have in common. What a path comes to is
 * characterised in the full space by the eigenvalues that the subspace knows.
 *
 * <p>A subspace of more than {@link StationaryPolish#FULL_DIMENSION} variables, where Hessians are
 * not formed, is of no use; those stages are done in all variables.
 */
final class SymmetricSubspaces implements Stages {
  private final SymmetricSpaces spaces;
  private final PathSettings settings;
  private final Tolerances tolerances;
  private final Stages whole;

  SymmetricSubspaces(
      SymmetricSpaces spaces, PathSettings settings, Tolerances tolerances, Stages whole) {
    this.spaces = spaces;
    this.settings = settings;
    this.tolerances = tolerances;
    this.whole = whole;
  }

  private static boolean serves(Subspace subspace) {
    return StationaryPolish.usesHessian(subspace.potential());
  }

  @Override
  public Way first(PolishedPoint saddle) {
    if (!serves(spaces.around(saddle.coordinates()))) {
      return whole.first(saddle);
    }
    LowestModes modes = spaces.lowestModes(saddle.coordinates());
    return new Way(modes.curvature(), modes.first());
  }

  @Override
  public Directions directions(PolishedPoint saddle) {
    return serves(spaces.around(saddle.coordinates()))
        ? new ConeDirections(spaces, saddle.coordinates())
        : whole.directions(saddle);
  }

  @Override
  public Stop leave(PolishedPoint saddle, Way way, Trace trace) {
    double[] probe = way.probe(saddle.coordinates());
    Subspace subspace = spaces.around(probe);
    if (!serves(subspace)) {
      return whole.leave(saddle, way, trace);
    }
    Potential potential = subspace.potential();
    Walk walk =
        new Walk(
            potential,
            settings,
            tolerances,
            LocalModes.of(potential),
            StationaryPolish.of(potential, tolerances),
            subspace::lift);
    double[] start = subspace.reduce(saddle.coordinates());
    double[] direction = subspace.reduce(way.direction());
    Stop stop = walk.leave(start, way.curvature(), direction, subspace.projection(), trace);
    double[] y = stop.point().coordinates();
    double[] eigenvalues = subspace.eigenvalues(y, stop.point().eigenvalues());
    PolishedPoint end = stop.point().lifted(subspace.lift(y), eigenvalues, tolerances);
    if (stop.kind() == Stop.Kind.LOST) {
      return new Stop(end, Stop.Kind.LOST);
    }
    return new Stop(end, end.index() == 0 ? Stop.Kind.MINIMUM : Stop.Kind.SADDLE);
  }
}
