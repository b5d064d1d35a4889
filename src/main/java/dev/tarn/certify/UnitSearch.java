package dev.tarn.certify;

import static dev.tarn.certify.UnitContractor.S;
import static dev.tarn.certify.UnitShape.M;
import static dev.tarn.certify.UnitShape.W1;
import static dev.tarn.certify.UnitShape.W2;
import static dev.tarn.certify.UnitSlopes.OF_UNIT;

import dev.tarn.interval.Interval;
import dev.tarn.job.Cancellation;
import dev.tarn.network.Network;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;

/**
 * Branch and prune over boxes of {@code (m, w_1, w_2, S)} of each hidden unit and {@code C}: {@link
 * UnitContractor}, or {@link UnitsContractor} for several units, and {@link UnitNewton} make a box
 * smaller or empty; a box inside the box of uniqueness of a proven point holds no other; any other
 * is cut in two. Used by one thread.
 */
final class UnitSearch {
  /** How often the contractor is asked again while it makes boxes much smaller. */
  private static final int ROUNDS = 20;

  private static final double MUCH_SMALLER = 0.8;

  /** Not in the middle, where points of symmetry would lie on the cut. */
  private static final double CUT = 0.48;

  /** How many boxes are examined between two looks at what is shared. */
  private static final int BATCH = 1024;

  /**
   * What all searches of one proof share.
   *
   * @param examined the number of boxes examined so far
   * @param most the largest such number
   * @param cancellation ends the searches early
   * @param progress receives the share of the region that is done, piece by piece; from any thread
   */
  record Shared(
      AtomicLong examined, long most, Cancellation cancellation, DoubleConsumer progress) {}

  /**
   * What came of a search.
   *
   * @param points proven points, all different
   * @param examined the number of boxes examined
   * @param excluded the number of boxes that were found to hold no point
   * @param around the number of boxes in which a proven point is the only one
   * @param undecided the number of boxes left
   * @param deepest the largest number of cuts that led to a box
   */
  record Result(
      List<Zero> points, long examined, long excluded, long around, long undecided, int deepest) {}

  /** A box, and how many cuts led to it: {@code 2^-cuts} is the share that it counts for. */
  record Box(Interval[] sides, int cuts) {
    double share() {
      return Math.scalb(1.0, -cuts);
    }
  }

  private final int units;
  private final int size;
  private final Equations equations;
  private final Predicate<Interval[]> contractor;
  private final UnitNewton newton;
  private final Deque<Box> boxes = new ArrayDeque<>();
  private final List<Zero> points = new ArrayList<>();
  private long examined;
  private long excluded;
  private long around;
  private int deepest;
  private double done;

  UnitSearch(double lambda, int units) {
    this.units = units;
    size = OF_UNIT * units + 1;
    equations = new DenseEnergy(Network.xor(units, lambda)).equations();
    contractor =
        units == 1
            ? new UnitContractor(lambda)::contract
            : new UnitsContractor(lambda, units)::contract;
    newton = new UnitNewton(lambda, units);
    // It lies at an edge of the region, where no operator maps a box into itself.
    prove(new double[size]);
  }

  /** Splits a region breadth-first, as far as boxes are not decided at once. */
  List<Box> split(Interval[] region, int parts) {
    boxes.add(new Box(region, 0));
    while (!boxes.isEmpty() && boxes.size() < parts) {
      examine(boxes.removeFirst());
    }
    return List.copyOf(boxes);
  }

  /** The share of the region that is decided and has not been told yet. */
  double done() {
    return done;
  }

  /** What {@link #split} found beside the parts. */
  Result found() {
    return new Result(points, examined, excluded, around, 0, deepest);
  }

  /** Goes through a part of the region. */
  Result run(Box part, Shared shared) {
    boxes.add(part);
    boolean stop = shared.cancellation().isCancelled();
    while (!boxes.isEmpty() && !stop) {
      long granted = shared.examined().getAndAdd(BATCH);
      long batch = Math.min(BATCH, shared.most() - granted);
      long used = 0;
      while (!boxes.isEmpty() && used < batch && !shared.cancellation().isCancelled()) {
        examine(boxes.removeLast());
        used++;
      }
      shared.examined().addAndGet(used - BATCH);
      shared.progress().accept(done);
      done = 0.0;
      stop = batch <= 0 || shared.cancellation().isCancelled();
    }
    return new Result(points, examined, excluded, around, boxes.size(), deepest);
  }

  private void examine(Box box) {
    examined++;
    deepest = Math.max(deepest, box.cuts());
    Interval[] x = box.sides().clone();
    if (!contract(x)) {
      excluded++;
      done += box.share();
      return;
    }
    if (isKnown(x)) {
      around++;
      done += box.share();
      return;
    }
    double[] before = widths(x);
    UnitNewton.Outcome outcome = newton.improve(x);
    if (outcome == UnitNewton.Outcome.EMPTY) {
      excluded++;
      done += box.share();
      return;
    }
    boolean smaller = isMuchSmaller(before, x);
    if (outcome == UnitNewton.Outcome.ONE && !isKnown(x)) {
      look(x);
    }
    if ((outcome == UnitNewton.Outcome.ONE || smaller) && isKnown(x)) {
      around++;
      done += box.share();
    } else if (smaller) {
      boxes.addLast(new Box(x, box.cuts()));
    } else {
      bisect(new Box(x, box.cuts()));
    }
  }

  private boolean contract(Interval[] x) {
    for (int round = 0; round < ROUNDS; round++) {
      double[] before = widths(x);
      if (!contractor.test(x)) {
        return false;
      }
      if (!isMuchSmaller(before, x)) {
        break;
      }
    }
    return true;
  }

  private static double[] widths(Interval[] x) {
    double[] widths = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      widths[i] = x[i].width();
    }
    return widths;
  }

  /** Whether a side that boxes are cut along has become much shorter. */
  private static boolean isMuchSmaller(double[] before, Interval[] x) {
    for (int i = 0; i < x.length - 1; i++) {
      if (x[i].width() < MUCH_SMALLER * before[i]) {
        return true;
      }
    }
    return false;
  }

  /**
   * A box in the network's weights: {@code w_1, w_2, b} of each unit, and those of the first
   * output.
   */
  private Interval[] weights(Interval[] x) {
    Interval[] weights = new Interval[size];
    for (int j = 0; j < units; j++) {
      int at = OF_UNIT * j;
      Interval w1 = x[at + W1];
      Interval w2 = x[at + W2];
      weights[3 * j] = w1;
      weights[3 * j + 1] = w2;
      weights[3 * j + 2] = x[at + M].minus(w1).minus(w2).times(0.5);
      weights[3 * units + j] = x[at + S].times(0.5);
    }
    weights[size - 1] = x[size - 1].times(-0.5);
    return weights;
  }

  private boolean isKnown(Interval[] x) {
    Interval[] weights = weights(x);
    for (Zero point : points) {
      boolean inside = true;
      for (int i = 0; i < size && inside; i++) {
        Interval distance = weights[i].minus(Interval.of(point.get(i).midpoint()));
        inside = distance.magnitude() <= point.uniqueness();
      }
      if (inside) {
        return true;
      }
    }
    return false;
  }

  /** Looks for a point near a box, which need not lie in it, and proves it. */
  private void look(Interval[] x) {
    Interval[] near = new Interval[size];
    double[] at = newton.approach(x);
    for (int i = 0; i < size; i++) {
      if (!Double.isFinite(at[i])) {
        return;
      }
      near[i] = Interval.of(at[i]);
    }
    double[] start = new double[size];
    Interval[] weights = weights(near);
    for (int i = 0; i < size; i++) {
      start[i] = weights[i].middle();
    }
    prove(start);
  }

  /** Proves a point that is known or near, in the network's weights without the last output's. */
  void prove(double[] start) {
    try {
      Zero zero = Krawczyk.prove(equations, start);
      if (points.stream().noneMatch(other -> Boxes.areOne(other, zero))) {
        points.add(zero);
      }
    } catch (NotProven e) {
      // The box stays, and is cut.
    }
  }

  private void bisect(Box box) {
    int side = newton.widest();
    double low = box.sides()[side].lower();
    double high = box.sides()[side].upper();
    double cut = side % OF_UNIT == S ? strengthCut(low, high) : low + CUT * (high - low);
    Interval[] left = box.sides().clone();
    Interval[] right = box.sides().clone();
    left[side] = Interval.of(low, cut);
    right[side] = Interval.of(cut, high);
    boxes.addLast(new Box(left, box.cuts() + 1));
    boxes.addLast(new Box(right, box.cuts() + 1));
  }

  /** S may be of any magnitude: it is cut in the middle of its logarithm where that is long. */
  private static double strengthCut(double low, double high) {
    if (low > 0.0 && high > 4.0 * low) {
      return Math.sqrt(low) * Math.sqrt(high);
    }
    if (high < 0.0 && low < 4.0 * high) {
      return -Math.sqrt(-low) * Math.sqrt(-high);
    }
    if (low == 0.0 || high == 0.0) {
      return 0.25 * (low + high);
    }
    return low + CUT * (high - low);
  }
}
