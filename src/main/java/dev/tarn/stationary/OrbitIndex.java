package dev.tarn.stationary;

import dev.tarn.linear.Vectors;
import dev.tarn.potential.Potential;
import dev.tarn.potential.SymmetryGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Finds the class that a stationary point belongs to: exact duplicate detection up to symmetry.
 *
 * <p>The energy is a fast filter only. Two proper points are of one class when they have the same
 * index and the nearest symmetry copy of the one lies no farther from the other than the polish may
 * leave them: a point is stationary when Newton's step from it is shorter than {@link
 * Tolerances#step}, and ten of these steps are allowed for, since rounding hides part of a step
 * where an eigenvalue is nearly zero. What lies farther apart is another stationary point, and so
 * is what has another index, however near: two points that are about to merge in a fold differ by
 * one in the index, and their distance falls as the root of that from the fold.
 *
 * <p>The index of a degenerate point means nothing, and the polish does not take it to its limit:
 * one is the same as any point within {@link Tolerances#distance}.
 *
 * <p>Cost: {@code O(log N)} and one nearest copy for each point of nearly the same energy. Not
 * thread-safe.
 */
public final class OrbitIndex {
  /** The distance within which points whose index is uncertain are the same, by default. */
  public static final double DISTANCE_TOLERANCE = 1e-5;

  /** The label of a point that is not in the index. */
  public static final int ABSENT = -1;

  /** The index of a point for which it is uncertain or unknown. */
  public static final int ANY = -1;

  private static final double STEPS = 10.0;
  // Far from the origin the digits of a point end before the tolerance does.
  private static final double DIGITS = 64.0;

  private record Entry(int label, int index, double[] point) {}

  private final SymmetryGroup symmetry;
  private final Tolerances tolerances;
  private final Potential.Scales scales;
  private final TreeMap<Double, List<Entry>> entries = new TreeMap<>();

  /**
   * Makes an empty index with the default tolerances.
   *
   * @param symmetry the group that makes points equivalent
   */
  public OrbitIndex(SymmetryGroup symmetry) {
    this(symmetry, Tolerances.defaults());
  }

  /**
   * Makes an empty index.
   *
   * @param symmetry the group that makes points equivalent
   * @param tolerances when two points are one
   */
  public OrbitIndex(SymmetryGroup symmetry, Tolerances tolerances) {
    this(symmetry, tolerances, Potential.Scales.ONE);
  }

  /**
   * Makes an empty index for the points of a potential.
   *
   * @param potential the potential: its symmetry makes points equivalent, and the tolerances are
   *     meant in units of its scales, if it has any
   * @param tolerances when two points are one
   */
  public OrbitIndex(Potential potential, Tolerances tolerances) {
    this(potential.symmetry(), tolerances, potential.scales().orElse(Potential.Scales.ONE));
  }

  /**
   * Makes an empty index.
   *
   * @param symmetry the group that makes points equivalent
   * @param tolerances when two points are one
   * @param scales the units of the tolerances
   */
  public OrbitIndex(SymmetryGroup symmetry, Tolerances tolerances, Potential.Scales scales) {
    this.symmetry = symmetry;
    this.tolerances = tolerances;
    this.scales = scales;
  }

  /**
   * Looks a point up.
   *
   * @param point the point as polished
   * @return the label of the nearest known point of its class, or {@link #ABSENT}
   */
  public int find(PolishedPoint point) {
    return find(indexOf(point), point.energy(), point.coordinates());
  }

  /**
   * Looks a point up of which no more is known than where it is.
   *
   * @param energy its energy
   * @param x the point; not modified
   * @return the label of the nearest known point within {@link Tolerances#distance}, or {@link
   *     #ABSENT}
   */
  public int find(double energy, double[] x) {
    return find(ANY, energy, x);
  }

  /**
   * Looks a point up.
   *
   * @param index the number of negative eigenvalues, or {@link #ANY}
   * @param energy its energy
   * @param x the point; not modified
   * @return the label of the nearest known point of its class, or {@link #ABSENT}
   */
  public int find(int index, double energy, double[] x) {
    if (!Double.isFinite(energy)) {
      return ABSENT;
    }
    double window = tolerances.energy() * Math.max(scales.energy(), Math.abs(energy));
    double[] copy = new double[x.length];
    double digits = DIGITS * Math.ulp(Vectors.norm(x));
    int found = ABSENT;
    double least = Double.POSITIVE_INFINITY;
    for (List<Entry> level :
        entries.subMap(energy - window, true, energy + window, true).values()) {
      for (Entry entry : level) {
        boolean certain = index != ANY && entry.index != ANY;
        if (certain && index != entry.index) {
          continue;
        }
        double distance = symmetry.nearestCopy(x, entry.point, copy);
        if (distance < least && distance <= Math.max(radius(certain), digits)) {
          least = distance;
          found = entry.label;
        }
      }
    }
    return found;
  }

  private double radius(boolean certain) {
    double undecided = tolerances.distance();
    return scales.length() * (certain ? Math.min(STEPS * tolerances.step(), undecided) : undecided);
  }

  /**
   * Adds a point, which should not be there yet.
   *
   * @param label what {@link #find} shall return for the point and its copies; 0 or more
   * @param point the point as polished; its coordinates are kept, not copied
   */
  public void add(int label, PolishedPoint point) {
    add(label, indexOf(point), point.energy(), point.coordinates());
  }

  /**
   * Adds a point, which should not be there yet.
   *
   * @param label what {@link #find} shall return for the point and its copies; 0 or more
   * @param index the number of negative eigenvalues, or {@link #ANY}
   * @param energy its energy, not NaN
   * @param x the point; kept, not copied
   */
  public void add(int label, int index, double energy, double[] x) {
    entries.computeIfAbsent(energy, key -> new ArrayList<>(1)).add(new Entry(label, index, x));
  }

  /**
   * Adds a point unless it or a copy of it is there.
   *
   * @param label what {@link #find} shall return for the point and its copies; 0 or more
   * @param point the point as polished; its coordinates are kept, not copied
   * @return whether it was added
   */
  public boolean addIfAbsent(int label, PolishedPoint point) {
    boolean absent = find(point) == ABSENT;
    if (absent) {
      add(label, point);
    }
    return absent;
  }

  private static int indexOf(PolishedPoint point) {
    return point.degenerate() ? ANY : point.index();
  }
}
