package dev.tarn.cli.view;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.path.Pathway.Side;
import dev.tarn.stationary.StationaryPoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The minima on the two sides of a transition state, as JSON. */
record Sides(
    List<Integer> minima,
    List<Double> minimumEnergies,
    List<Double> barriers,
    List<Double> pathLengths,
    int pathSaddles,
    @JsonInclude(NON_EMPTY) List<Branch> branches) {

  /** A further minimum, which the path leads to from a saddle on its way. */
  record Branch(
      Side side,
      int minimum,
      double minimumEnergy,
      double barrier,
      double pathLength,
      int pathSaddles,
      int partsFrom,
      double partingEnergy) {}

  /** What is known of a point's sides; null for one that joins nothing. */
  static @Nullable Sides of(Landscape landscape, StationaryPoint point) {
    return landscape.connection(point.id()).map(c -> of(landscape, point, c)).orElse(null);
  }

  private static Sides of(Landscape landscape, StationaryPoint point, Connection c) {
    List<Integer> minima = List.of(c.minus(), c.plus());
    return new Sides(
        minima,
        minima.stream().map(id -> landscape.get(id).energy()).toList(),
        minima.stream().map(id -> barrier(landscape, point, id)).toList(),
        List.of(c.minusLength(), c.plusLength()),
        c.saddles(),
        c.branches().stream()
            .map(
                branch ->
                    new Branch(
                        branch.side(),
                        branch.minimum(),
                        landscape.get(branch.minimum()).energy(),
                        barrier(landscape, point, branch.minimum()),
                        branch.length(),
                        branch.saddles(),
                        branch.from(),
                        branch.barrier()))
            .toList());
  }

  /** How far a transition state is above a minimum. */
  static double barrier(Landscape landscape, StationaryPoint transitionState, int minimum) {
    return transitionState.energy() - landscape.get(minimum).energy();
  }
}
