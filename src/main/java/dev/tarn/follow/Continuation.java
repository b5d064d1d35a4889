package dev.tarn.follow;

import dev.tarn.linear.Vectors;
import dev.tarn.potential.Vector;
import dev.tarn.potential.space.Units;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows one branch of stationary points by pseudo-arclength continuation (Keller 1977), past
 * folds and through branch points.
 *
 * <p>The branch {@code y(s) = (x, mu)} solves {@code g(x, mu) = 0}. A step goes along the tangent,
 * and Newton's method on {@link AugmentedSystem} brings it back to the branch. It is taken again at
 * half the length when Newton's method does not converge at once, when the tangent turns by more
 * than {@link FollowSettings#maxTurn()}, or when what happened on the way cannot be located; it
 * doubles when all goes well.
 *
 * <p>What may happen on a step is read off both ends: the parameter's speed {@code dmu/ds} changes
 * sign (a fold if the index changes by an odd number, else a branch point where this branch turns
 * round), or eigenvalues change sign without (a branch point). Each place is located by {@link
 * Locator}; the eigenvalues are followed in ascending order, so several that cross on one step are
 * told apart.
 *
 * <p>Cost of a step: about three Hessians and LU decompositions of order {@code n + 1} and one set
 * of eigenvalues. Not thread-safe.
 */
final class Continuation {
  private static final int EASY = 3;
  private static final double FIRST_STEP = 0.02;
  private static final double REACH = 0.5;
  private static final double SAME_PLACE = 1e-4;
  private static final double SAME_END = 1e-3;

  private final ParameterFamily family;
  private final FollowSettings settings;
  private final int n;
  private final Measure measure;
  private final AugmentedSystem system;
  private final Locator locator;

  /**
   * Makes a continuation.
   *
   * @param family the family; used by this object's thread only
   * @param settings how to follow
   */
  Continuation(ParameterFamily family, FollowSettings settings) {
    this.family = family;
    this.settings = settings;
    n = family.dimension();
    measure = new Measure(n, settings.scaleFloor());
    system = new AugmentedSystem(family, measure);
    locator = new Locator(system, measure, n);
  }

  /**
   * Follows the branch of a stationary point.
   *
   * @param start a stationary point at {@code from} with a regular Hessian; not modified
   * @param from the parameter there
   * @param to the parameter to go to
   * @return the branch
   * @throws IllegalArgumentException if {@code start} has another length than the dimension, a
   *     parameter is not finite, both are equal, or {@code start} is not stationary at {@code from}
   */
  Branch follow(double[] start, double from, double to) {
    Units units = Units.of(family.at(from));
    if (!units.areOne()) {
      FamilyInUnits inside = new FamilyInUnits(family, units);
      Branch branch = new Continuation(inside, settings).follow(units.enter(start), from, to);
      return inside.leave(branch);
    }
    check(start, from, to);
    return new Trace(start, from, to).run();
  }

  private void check(double[] start, double from, double to) {
    if (start.length != n) {
      throw new IllegalArgumentException(
          "the starting point has " + start.length + " components, the family " + n);
    }
    if (!Double.isFinite(from) || !Double.isFinite(to) || from == to) {
      throw new IllegalArgumentException(
          "a branch leads from one finite parameter to another, not from " + from + " to " + to);
    }
    PolishedPoint point =
        StationaryPolish.newton(family.at(from), settings.tolerances()).characterise(start);
    // The start may come from another potential that agrees to rounding only.
    if (!(point.rms() < 1e3 * settings.tolerances().gradient())) {
      throw new IllegalArgumentException(
          "a branch starts at a stationary point; this one has the root-mean-square gradient "
              + point.rms()
              + " in units of the potential's scales");
    }
  }

  /** Something on a step, with the distance from the step's start. */
  private record Place(double distance, Node node, boolean turn, int crossings) {}

  /** Where a step ends the branch; the point is missing if it cannot be located. */
  private record Ending(Branch.End end, double distance, Optional<PolishedPoint> point) {}

  /** The way along one branch. */
  private final class Trace {
    private final double from;
    private final double to;
    private final double sign;
    private final List<Branch.Sample> samples = new ArrayList<>();
    private final List<Branch.CriticalPoint> criticalPoints = new ArrayList<>();
    private Node node;
    private double step = FIRST_STEP;
    private int steps;

    Trace(double[] start, double from, double to) {
      this.from = from;
      this.to = to;
      sign = Math.signum(to - from);
      step = Math.min(step, settings.maxStep());
      double[] y = Arrays.copyOf(start, n + 1);
      y[n] = from;
      measure.centre(y);
      double[] forwards = new double[n + 1];
      forwards[n] = sign;
      Node first = system.node(y, forwards);
      if (first == null) {
        throw new IllegalArgumentException("the starting point has no tangent: it is degenerate");
      }
      node = first;
      sample(node, node.index());
    }

    Branch run() {
      while (steps < settings.maxSteps()) {
        Branch.@Nullable End end = advance();
        if (end != null) {
          return branch(end);
        }
        steps++;
        for (int i = 0; i < n; i++) {
          if (Math.abs(node.y()[i]) > settings.maxSize()) {
            return branch(Branch.End.OUT_OF_BOUNDS);
          }
        }
      }
      return branch(Branch.End.OUT_OF_STEPS);
    }

    private Branch branch(Branch.End end) {
      return new Branch(end, samples, criticalPoints, steps);
    }

    /** Takes one step; returns how the branch ended on it, null if it did not. */
    private Branch.@Nullable End advance() {
      measure.centre(node.y());
      measure.normalise(node.tangent());
      for (; step >= settings.minStep(); step *= 0.5) {
        double[] y = new double[n + 1];
        for (int i = 0; i <= n; i++) {
          y[i] = node.y()[i] + step * node.tangent()[i];
        }
        int iterations = system.correct(y, node.tangent(), REACH * step);
        if (iterations == 0) {
          continue;
        }
        Node next = system.node(y, node.tangent());
        if (next == null) {
          continue;
        }
        double turn = Math.acos(Math.min(1.0, measure.dot(node.tangent(), next.tangent())));
        if (turn > settings.maxTurn()) {
          continue;
        }
        Optional<List<Place>> places = places(node, next);
        if (places.isEmpty()) {
          continue;
        }
        Optional<Ending> ending = ending(node, next, places.get());
        if (ending.isPresent() && ending.get().point.isEmpty()) {
          continue;
        }
        if (ending.isPresent()) {
          take(places.get(), ending.get().distance);
          sample(ending.get().point.get(), ending.get().end);
          return ending.get().end;
        }
        take(places.get(), Double.POSITIVE_INFINITY);
        sample(next, next.index());
        node = next;
        if (iterations <= EASY && turn < 0.5 * settings.maxTurn()) {
          step = Math.min(2.0 * step, settings.maxStep());
        }
        return null;
      }
      return Branch.End.STUCK;
    }

    /** The folds and branch points of a step, in order; empty if one cannot be located. */
    private Optional<List<Place>> places(Node a, Node b) {
      List<Place> places = new ArrayList<>();
      boolean turns = a.muSpeed() >= 0.0 != b.muSpeed() >= 0.0;
      if (turns) {
        Optional<Node> at = locator.zero(a, b, Node::muSpeed);
        if (at.isEmpty()) {
          return Optional.empty();
        }
        places.add(new Place(measure.distance(a.y(), at.get().y()), at.get(), true, 0));
      }
      int direction = Integer.signum(b.index() - a.index());
      int most = Math.max(a.index(), b.index());
      for (int k = Math.min(a.index(), b.index()); k < most; k++) {
        int which = k;
        Optional<Node> at = locator.zero(a, b, m -> m.eigenvalues()[which]);
        if (at.isEmpty()) {
          return Optional.empty();
        }
        count(places, measure.distance(a.y(), at.get().y()), at.get(), direction);
      }
      places.sort((p, q) -> Double.compare(p.distance, q.distance));
      return Optional.of(places);
    }

    /** Counts a crossing of zero at its place, which may be known already. */
    private void count(List<Place> places, double distance, Node at, int direction) {
      for (int i = 0; i < places.size(); i++) {
        Place p = places.get(i);
        if (Math.abs(p.distance - distance) < SAME_PLACE) {
          places.set(i, new Place(p.distance, p.node, p.turn, p.crossings + direction));
          return;
        }
      }
      places.add(new Place(distance, at, false, direction));
    }

    private void take(List<Place> places, double before) {
      int index = node.index();
      for (Place p : places) {
        if (p.distance >= before) {
          return;
        }
        boolean fold = p.turn && p.crossings % 2 != 0;
        criticalPoints.add(
            new Branch.CriticalPoint(
                fold ? Branch.CriticalPoint.Kind.FOLD : Branch.CriticalPoint.Kind.BRANCH_POINT,
                p.node.mu(),
                p.node.energy(),
                smallest(p.node.eigenvalues()),
                index,
                index + p.crossings,
                p.turn,
                Vector.of(Arrays.copyOf(p.node.y(), n))));
        sample(p.node, index);
        index += p.crossings;
      }
    }

    /** Looks for an end on each part of the step in which the parameter goes one way. */
    private Optional<Ending> ending(Node a, Node b, List<Place> places) {
      Node before = a;
      for (Place p : places) {
        if (p.turn) {
          Optional<Ending> found = endBetween(a, before, p.node);
          if (found.isPresent()) {
            return found;
          }
          before = p.node;
        }
      }
      return endBetween(a, before, b);
    }

    private Optional<Ending> endBetween(Node start, Node a, Node b) {
      if (sign * (a.mu() - to) < 0.0 && sign * (b.mu() - to) >= 0.0) {
        return Optional.of(end(start, a, b, to, Branch.End.ARRIVED));
      }
      if (sign * (a.mu() - from) > 0.0 && sign * (b.mu() - from) <= 0.0) {
        return Optional.of(end(start, a, b, from, Branch.End.RETURNED));
      }
      return Optional.empty();
    }

    private Ending end(Node start, Node a, Node b, double mu, Branch.End end) {
      Optional<Node> at = locator.zero(a, b, m -> m.mu() - mu);
      double distance = at.map(m -> measure.distance(start.y(), m.y())).orElse(0.0);
      return new Ending(end, distance, at.flatMap(m -> polished(m, mu)));
    }

    /** Newton's method at the fixed parameter, which must not lead far. */
    private Optional<PolishedPoint> polished(Node at, double mu) {
      PolishedPoint point =
          StationaryPolish.newton(family.at(mu), settings.tolerances())
              .polish(Arrays.copyOf(at.y(), n));
      double[] y = Arrays.copyOf(point.coordinates(), n + 1);
      y[n] = at.mu();
      return point.converged() && measure.distance(y, at.y()) < SAME_END
          ? Optional.of(point)
          : Optional.empty();
    }

    private void sample(PolishedPoint point, Branch.End end) {
      add(
          end == Branch.End.ARRIVED ? to : from,
          point.energy(),
          point.index(),
          point.coordinates());
    }

    private void sample(Node at, int index) {
      add(at.mu(), at.energy(), index, Arrays.copyOf(at.y(), n));
    }

    private void add(double mu, double energy, int index, double[] x) {
      samples.add(new Branch.Sample(mu, energy, index, Vectors.rms(x), Vector.of(x)));
    }
  }

  private static double smallest(double[] eigenvalues) {
    double least = Double.POSITIVE_INFINITY;
    for (double value : eigenvalues) {
      least = Math.abs(value) < Math.abs(least) ? value : least;
    }
    return least;
  }
}
