package dev.tarn.path;

import dev.tarn.potential.Potential;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.stationary.Tolerances;

/** Paths in all variables, kept in their symmetric subspace by projections. */
final class WholeSpace implements Stages {
  /** Up to this dimension a path costs so little that many ways on may be tried. */
  static final int THOROUGH_DIMENSION = 36;

  private final SymmetryGroup symmetry;
  private final LocalModes modes;
  private final Walk walk;
  private final int n;

  WholeSpace(
      Potential potential,
      PathSettings settings,
      Tolerances tolerances,
      LocalModes modes,
      StationaryPolish polish) {
    symmetry = potential.symmetry();
    n = potential.dimension();
    this.modes = modes;
    walk = new Walk(potential, settings, tolerances, modes, polish, double[]::clone);
  }

  /** Paths with the modes and the polish that suit a potential. */
  static WholeSpace of(Potential potential, PathSettings settings, Tolerances tolerances) {
    return new WholeSpace(
        potential,
        settings,
        tolerances,
        LocalModes.of(potential),
        StationaryPolish.of(potential, tolerances));
  }

  /** Follows a path from any point to its first stationary point. */
  Stop start(double[] x, Trace trace) {
    return walk.start(x, trace);
  }

  private LowestSpace lowest(PolishedPoint saddle) {
    modes.resolveLowest(saddle.coordinates());
    return LowestSpace.of(modes, n);
  }

  @Override
  public Way first(PolishedPoint saddle) {
    LowestSpace space = lowest(saddle);
    return new Way(space.curvature(), space.basis()[0]);
  }

  @Override
  public Directions directions(PolishedPoint saddle) {
    return new SampledDirections(
        symmetry, saddle.coordinates(), lowest(saddle), n <= THOROUGH_DIMENSION);
  }

  @Override
  public Stop leave(PolishedPoint saddle, Way way, Trace trace) {
    double[] x = saddle.coordinates();
    return walk.leave(
        x, way.curvature(), way.direction(), symmetry.fixedSpace(way.probe(x)), trace);
  }
}
