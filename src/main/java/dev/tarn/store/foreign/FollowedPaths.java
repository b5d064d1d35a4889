package dev.tarn.store.foreign;

import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.Pathways;
import dev.tarn.path.Descent;
import dev.tarn.potential.Potential;
import java.util.List;
import java.util.Optional;

/** Steepest-descent paths of all transition states, followed again. Stateless. */
final class FollowedPaths {

  /**
   * A path.
   *
   * @param transitionState the id of its transition state
   * @param points its points, from the minimum on the minus side to the other one
   */
  record Followed(int transitionState, List<Descent.Point> points) {}

  private FollowedPaths() {}

  /** All that reach a minimum on both sides, in the order of connections. */
  static List<Followed> of(Landscape landscape, Potential potential) {
    Pathways pathways = new Pathways(potential, landscape);
    return landscape.connections().stream()
        .map(Connection::transitionState)
        .flatMap(
            id ->
                pathways
                    .through(landscape.get(id))
                    .map(path -> new Followed(id, path.points()))
                    .stream())
        .toList();
  }

  /** The same if they are wanted. */
  static Optional<List<Followed>> of(
      Landscape landscape, Potential potential, ExportExtras extras) {
    return extras.paths() ? Optional.of(of(landscape, potential)) : Optional.empty();
  }
}
