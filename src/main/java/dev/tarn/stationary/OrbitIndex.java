package dev.tarn.stationary;

import dev.tarn.potential.SymmetryGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Finds the class that a point belongs to: exact duplicate detection up to symmetry.
 *
 * <p>The energy is a fast filter only. Two points are of one class when the nearest symmetry copy
 * of the one lies within {@link #DISTANCE_TOLERANCE} of the other; points that have been polished
 * to the rounding floor agree far better than that, and distinct stationary points lie far further
 * apart. Cost: {@code O(log N)} and one nearest copy for each point of nearly the same energy. Not
 * thread-safe.
 */
public final class OrbitIndex {
  /** The distance within which two points are the same. */
  public static final double DISTANCE_TOLERANCE = 1e-5;

  private static final double ENERGY_TOLERANCE = 1e-11;

  /** The label of a point that is not in the index. */
  public static final int ABSENT = -1;

  private record Entry(int label, double[] point) {}

  private final SymmetryGroup symmetry;
  private final TreeMap<Double, List<Entry>> entries = new TreeMap<>();

  /**
   * Makes an empty index.
   *
   * @param symmetry the group that makes points equivalent
   */
  public OrbitIndex(SymmetryGroup symmetry) {
    this.symmetry = symmetry;
  }

  /**
   * Looks a point up.
   *
   * @param energy its energy
   * @param x the point; not modified
   * @return the label of the nearest known point of its class, or {@link #ABSENT}
   */
  public int find(double energy, double[] x) {
    if (!Double.isFinite(energy)) {
      return ABSENT;
    }
    double window = ENERGY_TOLERANCE * Math.max(1.0, Math.abs(energy));
    double[] copy = new double[x.length];
    int found = ABSENT;
    double least = DISTANCE_TOLERANCE;
    for (List<Entry> level :
        entries.subMap(energy - window, true, energy + window, true).values()) {
      for (Entry entry : level) {
        double distance = symmetry.nearestCopy(x, entry.point, copy);
        if (distance <= least) {
          least = distance;
          found = entry.label;
        }
      }
    }
    return found;
  }

  /**
   * Adds a point, which should not be there yet.
   *
   * @param label what {@link #find} shall return for the point and its copies; 0 or more
   * @param energy its energy, not NaN
   * @param x the point; kept, not copied
   */
  public void add(int label, double energy, double[] x) {
    entries.computeIfAbsent(energy, key -> new ArrayList<>(1)).add(new Entry(label, x));
  }
}
