package dev.tarn.certify;

import dev.tarn.interval.Interval;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was proven of a catalogue of stationary points.
 *
 * @param results one for each point, in the order given
 * @param aside one for each point that was put aside since an eigenvalue is as good as zero in
 *     rounding, numbered from 1; of these only what is proven is known, nothing is stated
 */
public record CatalogueProof(List<Result> results, List<Result> aside) {

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

  /** Keeps unmodifiable copies of the lists. */
  public CatalogueProof {
    results = List.copyOf(results);
    aside = List.copyOf(aside);
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
   * @param aside points without a certain index
   * @throws IllegalArgumentException if points of this potential cannot be certified; the message
   *     says why
   */
  public static CatalogueProof of(
      Potential potential, List<StationaryPoint> points, List<PolishedPoint> aside) {
    Prover prover = Prover.of(potential);
    List<Result> all = new ArrayList<>();
    for (StationaryPoint point : points) {
      all.add(prove(prover, point));
    }
    for (int i = 0; i < aside.size(); i++) {
      all.add(prove(prover, i + 1, aside.get(i)));
    }
    List<Result> checked = withoutTwins(prover, all);
    return new CatalogueProof(
        checked.subList(0, points.size()), checked.subList(points.size(), all.size()));
  }

  private static Result prove(Prover prover, int id, PolishedPoint aside) {
    try {
      return Result.of(id, prover.prove(aside.coordinates()));
    } catch (NotProven e) {
      return Result.not(id, e.reason());
    }
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
   * The sum of {@code (-1)^index} over all copies of the proven points, those put aside included.
   * If it is not the Euler characteristic, points are missing; if it is, none need be.
   */
  public BigInteger morseSum() {
    return Stream.concat(results.stream(), aside.stream())
        .flatMap(result -> result.proven().stream())
        .map(point -> point.index() % 2 == 0 ? point.orbit() : point.orbit().negate())
        .reduce(BigInteger.ZERO, BigInteger::add);
  }
}
