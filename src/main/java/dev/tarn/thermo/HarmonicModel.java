package dev.tarn.thermo;

import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.path.Pathway.Side;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A landscape in the harmonic approximation: minima as wells of Gaussian shape, transition states
 * as passes between them.
 *
 * <p>A class of minima has the weight {@code orbit / sqrt(prod lambda)}, the product over the
 * Hessian's positive eigenvalues: the factors {@code T} and {@code 2 pi} are the same for all of
 * them and stand apart. A pass has the same weight with the product over its positive eigenvalues,
 * one fewer. Kept are logarithms, as the weights themselves leave the range of a double at a few
 * hundred variables. All masses are 1.
 *
 * <p>A transition state whose side has several minima, since symmetry leads its path into a further
 * saddle, is divided among the pairs of its ends in equal parts, which keeps detailed balance.
 * Immutable and thread-safe.
 *
 * @param wells the classes of minima, by energy
 * @param passes what joins two of them, or one to a copy of itself
 * @param vibrations the number of positive eigenvalues of a minimum, for the heat capacity
 */
public record HarmonicModel(List<Well> wells, List<Pass> passes, int vibrations) {
  private static final int DOUBLE_BITS = 53;

  /**
   * A class of minima.
   *
   * @param id its id, unique among the wells
   * @param energy its energy
   * @param logWeight the logarithm of {@code orbit / sqrt(prod lambda)}
   */
  public record Well(int id, double energy, double logWeight) {}

  /**
   * A transition state, or its part between two of its several minima.
   *
   * @param id its id
   * @param energy its energy
   * @param logWeight the logarithm of {@code orbit / sqrt(prod' lambda)}, and of the part
   * @param from the place of a minimum among the wells
   * @param to the place of the other one, the same where the pass joins copies of one class
   */
  public record Pass(int id, double energy, double logWeight, int from, int to) {

    /**
     * Whether this joins copies of one class, which changes no rate between classes.
     *
     * @return true if both ends are the same
     */
    public boolean isDegenerate() {
      return from == to;
    }

    /**
     * The other end.
     *
     * @param place the place of one end
     * @return the place of the other one
     */
    public int other(int place) {
      return place == from ? to : from;
    }
  }

  /**
   * Takes copies of the lists.
   *
   * @param wells as above
   * @param passes as above
   * @param vibrations as above
   * @throws IllegalArgumentException if there is no well, a number is not finite, an id of a well
   *     is repeated, or a pass leads to no well
   */
  public HarmonicModel {
    wells = List.copyOf(wells);
    passes = List.copyOf(passes);
    if (wells.isEmpty()) {
      throw new IllegalArgumentException("there is no minimum to be occupied");
    }
    Map<Integer, Well> ids = new HashMap<>();
    for (Well well : wells) {
      checkFinite("minimum", well.id, well.energy, well.logWeight);
      if (ids.put(well.id, well) != null) {
        throw new IllegalArgumentException("there are two minima with the id " + well.id);
      }
    }
    for (Pass pass : passes) {
      checkFinite("transition state", pass.id, pass.energy, pass.logWeight);
      if (Math.min(pass.from, pass.to) < 0 || Math.max(pass.from, pass.to) >= wells.size()) {
        throw new IllegalArgumentException(
            "transition state "
                + pass.id
                + " joins the places "
                + pass.from
                + " and "
                + pass.to
                + " of "
                + wells.size()
                + " minima");
      }
    }
  }

  private static void checkFinite(String kind, int id, double energy, double logWeight) {
    if (!Double.isFinite(energy) || !Double.isFinite(logWeight)) {
      throw new IllegalArgumentException(
          kind + " " + id + " has energy " + energy + " and logarithmic weight " + logWeight);
    }
  }

  /**
   * The harmonic approximation of a landscape. Transition states that were not followed down are
   * left out.
   *
   * @param landscape the landscape; not modified
   * @param potential the potential whose landscape it is
   * @return the model
   * @throws IllegalArgumentException if there is no minimum, the potential has kinks, or the full
   *     spectrum of a point is not known; the message says of which
   */
  public static HarmonicModel of(Landscape landscape, Potential potential) {
    if (potential.hasKinks()) {
      throw new IllegalArgumentException(
          "the harmonic picture needs a smooth potential; this one has kinks");
    }
    Optional<LogProducts> given = potential.capability(LogProducts.class);
    Map<Integer, Integer> places = new HashMap<>();
    List<Well> wells = new ArrayList<>();
    int vibrations = given.map(LogProducts::vibrations).orElse(0);
    for (StationaryPoint point : landscape.minima()) {
      places.put(point.id(), wells.size());
      wells.add(new Well(point.id(), point.energy(), logWeight(point, given)));
      if (given.isEmpty() && wells.size() == 1) {
        vibrations = point.eigenvalues().length();
      }
    }
    List<Pass> passes = new ArrayList<>();
    for (Connection connection : landscape.connections()) {
      StationaryPoint state = landscape.get(connection.transitionState());
      List<Integer> minus = connection.minima(Side.MINUS);
      List<Integer> plus = connection.minima(Side.PLUS);
      double part = logWeight(state, given) - Math.log((double) minus.size() * plus.size());
      for (int a : minus) {
        for (int b : plus) {
          passes.add(
              new Pass(state.id(), state.energy(), part, place(places, a), place(places, b)));
        }
      }
    }
    return new HarmonicModel(wells, passes, vibrations);
  }

  private static int place(Map<Integer, Integer> places, int id) {
    return places.getOrDefault(id, -1);
  }

  private static double logWeight(StationaryPoint point, Optional<LogProducts> given) {
    OptionalDouble known =
        given.isPresent() ? given.get().logProduct(point.id()) : ofEigenvalues(point);
    if (known.isEmpty()) {
      throw new IllegalArgumentException(
          "the product of the Hessian eigenvalues of point "
              + point.id()
              + " is not known, only "
              + point.eigenvalues().length()
              + " of them; the harmonic picture needs it");
    }
    // An orbit may exceed the range of a double.
    int shift = Math.max(0, point.orbit().bitLength() - DOUBLE_BITS);
    double orbit = Math.log(point.orbit().shiftRight(shift).doubleValue()) + shift * Math.log(2.0);
    return orbit - 0.5 * known.getAsDouble();
  }

  private static OptionalDouble ofEigenvalues(StationaryPoint point) {
    int known = point.eigenvalues().length();
    if (known == 0 || point.coordinates().length() > StationaryPolish.FULL_DIMENSION) {
      return OptionalDouble.empty();
    }
    double sum = 0.0;
    for (int k = point.index(); k < known; k++) {
      sum += Math.log(point.eigenvalues().get(k));
    }
    return OptionalDouble.of(sum);
  }

  /**
   * The place of a class of minima among the wells.
   *
   * @param id its id
   * @return the place
   * @throws IllegalArgumentException if there is no such minimum
   */
  public int place(int id) {
    for (int k = 0; k < wells.size(); k++) {
      if (wells.get(k).id == id) {
        return k;
      }
    }
    throw new IllegalArgumentException("there is no minimum with the id " + id);
  }
}
