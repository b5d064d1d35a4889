package dev.tarn.certify;

import dev.tarn.interval.Interval;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.StationaryPoint;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * What was proven of a catalogue of stationary points.
 *
 * @param results one for each point, in the order given
 */
public record CatalogueProof(List<Result> results) {

  /** How far a stored energy may be from the proven one: what rounding in doubles may do. */
  private static final double ENERGY = 1e-12;

  /**
   * What was proven of one point.
   *
   * @param id the point's number
   * @param proven what was proven; empty if the point, or what is said of it, was not
   * @param reason why not; empty if it was proven
   */
  public record Result(int id, Optional<ProvenPoint> proven, String reason) {

    static Result of(int id, ProvenPoint proven) {
      return new Result(id, Optional.of(proven), "");
    }

    static Result not(int id, String reason) {
      return new Result(id, Optional.empty(), reason);
    }
  }

  /** Keeps an unmodifiable copy of the list. */
  public CatalogueProof {
    results = List.copyOf(results);
  }

  /**
   * Proves the points of a catalogue: that each exists, is the only one in its box, and has the
   * index and the orbit that are stated; and that no two are of one class.
   *
   * <p>A point is proven only if all that is said of it is. Of two points that may be one, the
   * later one is not proven.
   *
   * @param potential the potential
   * @param points the points as they are stored
   * @param progress is told of each point
   * @throws IllegalArgumentException if points of this potential cannot be certified; the message
   *     says why
   */
  public static CatalogueProof of(
      Potential potential, List<StationaryPoint> points, Consumer<Result> progress) {
    Prover prover = Prover.of(potential);
    List<Result> results = new ArrayList<>();
    for (StationaryPoint point : points) {
      Result result = prove(prover, point);
      progress.accept(result);
      results.add(result);
    }
    return new CatalogueProof(withoutTwins(prover, results));
  }

  private static Result prove(Prover prover, StationaryPoint point) {
    try {
      ProvenPoint proven = prover.prove(point.coordinates().toArray());
      return contradiction(point, proven)
          .map(reason -> Result.not(point.id(), reason))
          .orElseGet(() -> Result.of(point.id(), proven));
    } catch (NotProven e) {
      return Result.not(point.id(), e.reason());
    }
  }

  /** What is said of a point and is wrong. */
  private static Optional<String> contradiction(StationaryPoint point, ProvenPoint proven) {
    if (point.index() != proven.index()) {
      return Optional.of("its index is stated as " + point.index() + ", but is " + proven.index());
    }
    if (!point.orbit().equals(proven.orbit())) {
      return Optional.of(
          "its copies are stated as " + point.orbit() + ", but are " + proven.orbit());
    }
    double slack = ENERGY * Math.max(1.0, Math.abs(point.energy()));
    if (!proven.energy().meets(Interval.around(point.energy(), slack))) {
      return Optional.of(
          "its energy is stated as " + point.energy() + ", but is " + proven.energy().middle());
    }
    return Optional.empty();
  }

  private static List<Result> withoutTwins(Prover prover, List<Result> results) {
    List<Result> checked = new ArrayList<>();
    List<Result> proven = new ArrayList<>();
    for (Result result : results) {
      Optional<Result> twin = result.proven().flatMap(point -> twin(prover, proven, point));
      checked.add(
          twin.map(other -> Result.not(result.id(), "it may be the same as point " + other.id()))
              .orElse(result));
      if (result.proven().isPresent()) {
        proven.add(result);
      }
    }
    return checked;
  }

  private static Optional<Result> twin(Prover prover, List<Result> others, ProvenPoint point) {
    return others.stream()
        .filter(other -> !prover.areDifferent(other.proven().orElseThrow(), point))
        .findFirst();
  }

  /** The number of points that were proven. */
  public int proven() {
    return (int) results.stream().filter(result -> result.proven().isPresent()).count();
  }

  /** Whether every point was proven. */
  public boolean isComplete() {
    return proven() == results.size();
  }

  /**
   * The sum of {@code (-1)^index} over all copies of the proven points. If it is not the Euler
   * characteristic, points are missing; if it is, none need be.
   */
  public BigInteger morseSum() {
    return results.stream()
        .flatMap(result -> result.proven().stream())
        .map(point -> point.index() % 2 == 0 ? point.orbit() : point.orbit().negate())
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** Whether the Morse sum is what a complete catalogue has; empty if the count does not apply. */
  public Optional<Boolean> balances(Potential potential) {
    OptionalLong wanted = potential.eulerCharacteristic();
    return wanted.isPresent()
        ? Optional.of(morseSum().equals(BigInteger.valueOf(wanted.getAsLong())))
        : Optional.empty();
  }
}
