package dev.tarn.certify;

import dev.tarn.interval.Interval;
import dev.tarn.interval.Jet;
import dev.tarn.potential.Evaluator.SmoothEnergy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * All stationary points of an energy in a box, by branch and prune.
 *
 * <p>A box without a stationary point is told by a component of the gradient that keeps off zero,
 * or by Krawczyk's operator, whose image then misses the box. A box that the operator maps into
 * itself holds exactly one, which is proven. A box inside the box of uniqueness of a known point
 * holds no other. Every other box is cut in two along its widest variable. When no box is left the
 * list is complete: a proof, since every step holds in interval arithmetic.
 *
 * @param points the stationary points, each proven, in the order found; some may lie just outside
 * @param examined how many boxes were looked at
 * @param undecided how many boxes were left when the limit was reached; 0 for a proof
 */
public record Exhaustion(List<Zero> points, long examined, long undecided) {

  /** Keeps an unmodifiable copy of the list. */
  public Exhaustion {
    points = List.copyOf(points);
  }

  /** Makes a box smaller without losing a stationary point; empty if it holds none. */
  interface Contractor extends Function<Interval[], Optional<Interval[]>> {}

  boolean isComplete() {
    return undecided == 0;
  }

  /**
   * Looks for all stationary points.
   *
   * @param region the box
   * @param contractor what else is known of stationary points
   * @param most the largest number of boxes to examine
   */
  static Exhaustion of(SmoothEnergy energy, Interval[] region, Contractor contractor, long most) {
    Search search = new Search(energy, region.length, contractor);
    search.boxes.push(region);
    long examined = 0;
    while (!search.boxes.isEmpty() && examined < most) {
      search.examine(search.boxes.pop());
      examined++;
    }
    return new Exhaustion(search.points, examined, search.boxes.size());
  }

  private static final class Search {
    final Deque<Interval[]> boxes = new ArrayDeque<>();
    final List<Zero> points = new ArrayList<>();
    private final SmoothEnergy energy;
    private final Equations equations;
    private final int n;
    private final Contractor contractor;

    Search(SmoothEnergy energy, int n, Contractor contractor) {
      this.energy = energy;
      this.n = n;
      this.contractor = contractor;
      equations = new JetEquations(energy, n);
    }

    void examine(Interval[] given) {
      Interval[] box = contractor.apply(given).orElse(new Interval[0]);
      if (box.length == 0 || points.stream().anyMatch(point -> isAround(point, box))) {
        return;
      }
      Jet<Interval> jet = energy.energy(Jet.variables(Arrays.asList(box)));
      for (int i = 0; i < n; i++) {
        if (!jet.gradient(i).contains(0.0)) {
          return;
        }
      }
      Interval[] hessian = new Interval[n * n];
      Arrays.setAll(hessian, k -> jet.hessian(k / n, k % n));
      Optional<Interval[]> image = Krawczyk.image(equations, box, hessian);
      if (image.isEmpty()) {
        bisect(box);
        return;
      }
      Interval[] smaller = new Interval[n];
      boolean inside = true;
      boolean shrinks = false;
      for (int i = 0; i < n; i++) {
        Interval k = image.get()[i];
        if (!k.meets(box[i])) {
          return;
        }
        inside &= box[i].lower() < k.lower() && k.upper() < box[i].upper();
        double low = Math.max(k.lower(), box[i].lower());
        double high = Math.min(k.upper(), box[i].upper());
        smaller[i] = Interval.of(low, high);
        shrinks |= smaller[i].width() < 0.7 * box[i].width();
      }
      if (inside && isProven(smaller)) {
        return;
      }
      if (shrinks) {
        boxes.push(smaller);
      } else {
        bisect(smaller);
      }
    }

    /** Whether the one point of a box is proven by itself; it is then known. */
    private boolean isProven(Interval[] box) {
      double[] start = new double[n];
      Arrays.setAll(start, i -> box[i].middle());
      try {
        Zero zero = Krawczyk.prove(equations, start);
        for (int i = 0; i < n; i++) {
          if (!box[i].contains(Interval.of(zero.get(i)))) {
            return false;
          }
        }
        points.add(zero);
        return true;
      } catch (NotProven e) {
        return false;
      }
    }

    private boolean isAround(Zero point, Interval[] box) {
      for (int i = 0; i < n; i++) {
        Interval distance = box[i].minus(Interval.of(point.get(i).midpoint()));
        if (!(distance.magnitude() <= point.uniqueness())) {
          return false;
        }
      }
      return true;
    }

    private void bisect(Interval[] box) {
      int widest = 0;
      for (int i = 1; i < n; i++) {
        widest = box[i].width() > box[widest].width() ? i : widest;
      }
      // Not in the middle: points of symmetry would lie on the cut.
      double low = box[widest].lower();
      double cut = low + 0.48 * (box[widest].upper() - low);
      Interval[] left = box.clone();
      Interval[] right = box.clone();
      left[widest] = Interval.of(low, cut);
      right[widest] = Interval.of(cut, box[widest].upper());
      boxes.push(left);
      boxes.push(right);
    }
  }
}
