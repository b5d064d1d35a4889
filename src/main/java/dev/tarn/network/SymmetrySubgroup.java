package dev.tarn.network;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * The subgroup that some elements of the symmetry group generate: its order, and which elements it
 * contains, without listing them.
 *
 * <p>An element is a permutation of {@code 2 N_h + 2} things: each unit with either sign, and the
 * two inputs. The method of Schreier and Sims (C. C. Sims, in Computational Problems in Abstract
 * Algebra, 1970, p. 169; in the incremental form of D. E. Knuth, Combinatorica 11, 33, 1991) keeps
 * a chain of subgroups, each of which leaves one more thing in place, with the things that it takes
 * the next one to. The order is the product of their numbers.
 *
 * <p>Immutable and thread-safe. Cost, for the whole group: a few milliseconds for ten units, half a
 * second for thirty, and growing with a high power of {@code N_h}.
 */
public final class SymmetrySubgroup {
  private final int units;
  private final List<Level> levels = new ArrayList<>();

  /** A subgroup of the chain: it leaves the bases of all levels before in place. */
  private static final class Level {
    private final int base;
    private final List<int[]> generators = new ArrayList<>();
    // The things that the base is taken to, and for each an element that does so.
    private final List<Integer> orbit = new ArrayList<>();
    private final int[][] takesBaseTo;

    Level(int base, int degree) {
      this.base = base;
      takesBaseTo = new int[degree][0];
      reach(base, identity(degree));
    }

    void reach(int thing, int[] element) {
      takesBaseTo[thing] = element;
      orbit.add(thing);
    }

    boolean reaches(int thing) {
      return takesBaseTo[thing].length > 0;
    }
  }

  private SymmetrySubgroup(int units) {
    this.units = units;
    int degree = 2 * units + 2;
    // What leaves a unit with one sign in place leaves it with the other one too.
    for (int base = 0; base < degree; base += 2) {
      levels.add(new Level(base, degree));
    }
  }

  /**
   * The smallest subgroup that contains the given elements.
   *
   * @param units the number of hidden units that the elements act on
   * @param generators the elements; none for the trivial group
   * @return the subgroup
   * @throws IllegalArgumentException if an element acts on another number of units
   */
  public static SymmetrySubgroup generatedBy(int units, Collection<NetworkSymmetry> generators) {
    SymmetrySubgroup group = new SymmetrySubgroup(units);
    for (NetworkSymmetry generator : generators) {
      group.insert(0, group.permutation(generator));
    }
    return group;
  }

  /**
   * The number of elements.
   *
   * @return the order, at least 1; it divides {@code 2^N_h N_h! 2}
   */
  public BigInteger order() {
    BigInteger order = BigInteger.ONE;
    for (Level level : levels) {
      order = order.multiply(BigInteger.valueOf(level.orbit.size()));
    }
    return order;
  }

  /**
   * Whether an element belongs to the subgroup.
   *
   * @param element the element
   * @return true if it is a product of the generators
   * @throws IllegalArgumentException if it acts on another number of units
   */
  public boolean contains(NetworkSymmetry element) {
    return contains(0, permutation(element));
  }

  private boolean contains(int from, int[] element) {
    int[] rest = element;
    for (Level level : levels.subList(from, levels.size())) {
      int thing = rest[level.base];
      if (!level.reaches(thing)) {
        return false;
      }
      rest = product(inverse(level.takesBaseTo[thing]), rest);
    }
    return true;
  }

  /** Adds an element to a level, whose bases before it leaves in place. */
  private void insert(int at, int[] element) {
    if (contains(at, element)) {
      return;
    }
    Level level = levels.get(at);
    level.generators.add(element);
    int known = level.orbit.size();
    for (int k = 0; k < known; k++) {
      extend(at, level.orbit.get(k), element);
    }
    for (int k = known; k < level.orbit.size(); k++) {
      for (int[] generator : level.generators) {
        extend(at, level.orbit.get(k), generator);
      }
    }
  }

  /** Takes a thing of a level's orbit one generator further. */
  private void extend(int at, int thing, int[] generator) {
    Level level = levels.get(at);
    int[] element = product(generator, level.takesBaseTo[thing]);
    int image = element[level.base];
    if (level.reaches(image)) {
      // Schreier: these elements generate what leaves the base in place.
      insert(at + 1, product(inverse(level.takesBaseTo[image]), element));
    } else {
      level.reach(image, element);
    }
  }

  /** Unit {@code j} is the thing {@code 2j}, with the other sign {@code 2j + 1}. */
  private int[] permutation(NetworkSymmetry element) {
    if (element.units() != units) {
      throw new IllegalArgumentException(
          "the element acts on " + element.units() + " hidden units, the group on " + units);
    }
    int[] image = new int[2 * units + 2];
    for (int k = 0; k < units; k++) {
      int flip = element.signs().get(k) < 0 ? 1 : 0;
      image[2 * element.sources().get(k)] = 2 * k + flip;
      image[2 * element.sources().get(k) + 1] = 2 * k + 1 - flip;
    }
    int swap = element.swap() ? 1 : 0;
    image[2 * units] = 2 * units + swap;
    image[2 * units + 1] = 2 * units + 1 - swap;
    return image;
  }

  private static int[] identity(int degree) {
    int[] image = new int[degree];
    Arrays.setAll(image, i -> i);
    return image;
  }

  /** First the second argument, then the first. */
  private static int[] product(int[] last, int[] first) {
    int[] image = new int[first.length];
    for (int i = 0; i < image.length; i++) {
      image[i] = last[first[i]];
    }
    return image;
  }

  private static int[] inverse(int[] element) {
    int[] image = new int[element.length];
    for (int i = 0; i < image.length; i++) {
      image[element[i]] = i;
    }
    return image;
  }
}
