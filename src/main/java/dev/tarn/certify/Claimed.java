package dev.tarn.certify;

import dev.tarn.interval.Ball;
import dev.tarn.interval.Interval;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * What a certificate says of one point.
 *
 * @param index the number of negative eigenvalues
 * @param orbit the number of copies
 * @param multiplicities how many units each kind has
 * @param zeros the number of units without weights
 * @param box a box that holds the point
 * @param uniqueness half the sides of a box, around the same centre, that holds no other
 * @param energy bounds of the energy
 */
public record Claimed(
    int index,
    BigInteger orbit,
    List<Integer> multiplicities,
    int zeros,
    List<Ball> box,
    double uniqueness,
    Interval energy) {

  /** Keeps unmodifiable copies of the lists. */
  public Claimed {
    multiplicities = List.copyOf(multiplicities);
    box = List.copyOf(box);
  }

  /**
   * What does not follow from what is proven of the point.
   *
   * @return a few words; empty if all of it does
   */
  public Optional<String> objection(ProvenPoint proven) {
    if (!multiplicities.equals(proven.multiplicities()) || zeros != proven.zeros()) {
      return Optional.of("the numbers of units");
    }
    if (index != proven.index()) {
      return Optional.of("the index");
    }
    if (!orbit.equals(proven.orbit())) {
      return Optional.of("the copies");
    }
    if (!energy.contains(proven.energy())) {
      return Optional.of("the energy");
    }
    if (box.size() != proven.box().size() || !holds(proven.box())) {
      return Optional.of("that a point is in the box");
    }
    if (!isWithin(proven)) {
      return Optional.of("that it is the only one");
    }
    return Optional.empty();
  }

  /** Whether the box holds all of another one. */
  private boolean holds(List<Ball> inner) {
    for (int i = 0; i < box.size(); i++) {
      double distance = inner.get(i).minus(box.get(i).midpoint()).magnitude();
      if (!(distance <= box.get(i).radius())) {
        return false;
      }
    }
    return true;
  }

  /** Whether the box of uniqueness lies in the one that is proven. */
  private boolean isWithin(ProvenPoint proven) {
    for (int i = 0; i < box.size(); i++) {
      Ball centre = proven.box().get(i).midpoint();
      double reach = box.get(i).withRadius(uniqueness).minus(centre).magnitude();
      if (!(uniqueness >= 0.0 && reach <= proven.uniqueness())) {
        return false;
      }
    }
    return true;
  }
}
