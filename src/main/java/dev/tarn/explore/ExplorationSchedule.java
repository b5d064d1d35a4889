package dev.tarn.explore;

import dev.tarn.explore.Journal.Restart.Pair;
import dev.tarn.landscape.Landscape;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.stationary.StationaryPoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The schedule of an exploration for minima and transition states.
 *
 * <p>The first jobs look for minima. Then double-ended searches alternate with single-ended ones
 * for as long as there are pairs: each minimum with its own copies and with its nearest neighbours,
 * and, when these are done, the pairs that would join two components. Where a search takes seconds
 * ({@link Pace#fromMinima}), most begin beside a minimum instead, and none at a random point.
 */
final class ExplorationSchedule implements Schedule {
  private record Neighbour(int id, double distance) {}

  private final Landscape landscape;
  private final SymmetryGroup symmetry;
  private final Effort effort;
  private final Pace pace;
  private final MethodChoice choice;
  private final Set<Pair> planned;
  private final ArrayDeque<Pair> waiting = new ArrayDeque<>();
  private final Map<Integer, List<Neighbour>> neighbours = new HashMap<>();
  private final List<StationaryPoint> minima = new ArrayList<>();
  private int lastSeen;
  private int cursor;

  ExplorationSchedule(
      Landscape landscape,
      SymmetryGroup symmetry,
      Effort effort,
      Pace pace,
      MethodChoice choice,
      Set<Pair> tried) {
    this.landscape = landscape;
    this.pace = pace;
    this.choice = choice;
    this.symmetry = symmetry;
    this.effort = effort;
    planned = new HashSet<>(tried);
  }

  @Override
  public Job next(long number) {
    learn();
    Job job = plan(number);
    boolean climbs =
        job.kind() != JobReport.Kind.KNOWN_POINTS && job.kind() != JobReport.Kind.BASIN_HOPPING;
    return climbs ? job.by(choice.next()) : job;
  }

  private Job plan(long number) {
    if (number == 0) {
      return Job.of(number, JobReport.Kind.KNOWN_POINTS);
    }
    if (number <= pace.opening()) {
      return Job.of(number, JobReport.Kind.BASIN_HOPPING);
    }
    if (pace.fromMinima()) {
      return switch ((int) (number % 8)) {
        case 1, 5 -> Job.of(number, JobReport.Kind.BASIN_HOPPING);
        case 3 -> pair(number).orElseGet(() -> fromMinimum(number));
        default -> fromMinimum(number);
      };
    }
    if (number % 2 == 0) {
      Optional<Job> pair = pair(number);
      if (pair.isPresent()) {
        return pair.get();
      }
    }
    return switch ((int) (number / 2 % 4)) {
      case 0 -> Job.of(number, JobReport.Kind.BASIN_HOPPING);
      case 1 -> fromMinimum(number);
      default -> Job.of(number, JobReport.Kind.RANDOM_STARTS);
    };
  }

  /** The number of double-ended searches that are still to be planned. */
  @Override
  public long open() {
    learn();
    return waiting.isEmpty() ? (bridge().isPresent() ? 1 : 0) : waiting.size();
  }

  private Job fromMinimum(long number) {
    if (minima.isEmpty()) {
      return Job.of(
          number, pace.fromMinima() ? JobReport.Kind.BASIN_HOPPING : JobReport.Kind.RANDOM_STARTS);
    }
    cursor = (cursor + 1) % minima.size();
    return Job.of(number, JobReport.Kind.FROM_MINIMUM, minima.get(cursor));
  }

  private Optional<Job> pair(long number) {
    return takePair()
        .map(
            pair ->
                Job.of(
                    number,
                    JobReport.Kind.PAIR,
                    landscape.get(pair.from()),
                    landscape.get(pair.to())));
  }

  private Optional<Pair> takePair() {
    Optional<Pair> pair = waiting.isEmpty() ? bridge() : Optional.of(waiting.removeFirst());
    pair.ifPresent(planned::add);
    return pair;
  }

  /** Takes notice of minima that were added since the last call. */
  private void learn() {
    int last = landscape.lastId();
    for (int id = lastSeen + 1; id <= last; id++) {
      StationaryPoint point = landscape.get(id);
      if (point.isMinimum()) {
        meet(point);
      }
    }
    lastSeen = last;
  }

  private void meet(StationaryPoint minimum) {
    List<StationaryPoint> near = new ArrayList<>(minima);
    near.sort(
        Comparator.comparingDouble((StationaryPoint m) -> Math.abs(m.energy() - minimum.energy()))
            .thenComparingInt(StationaryPoint::id));
    double[] x = minimum.coordinates().toArray();
    double[] copy = new double[x.length];
    List<Neighbour> list = new ArrayList<>();
    for (StationaryPoint other : near.subList(0, Math.min(pace.neighbours(), near.size()))) {
      double distance = symmetry.nearestCopy(other.coordinates().toArray(), x, copy);
      list.add(new Neighbour(other.id(), distance));
    }
    list.sort(Comparator.comparingDouble(Neighbour::distance).thenComparingInt(Neighbour::id));
    neighbours.put(minimum.id(), list);
    minima.add(minimum);
    Pair copies = Pair.of(minimum.id(), minimum.id());
    if (pace.copiesFirst()) {
      enqueue(copies);
    }
    for (Neighbour neighbour : list.subList(0, Math.min(effort.partners(), list.size()))) {
      enqueue(Pair.of(minimum.id(), neighbour.id()));
    }
    enqueue(copies);
  }

  private void enqueue(Pair pair) {
    if (planned.add(pair)) {
      waiting.addLast(pair);
    }
  }

  /** The nearest untried pair of minima in different components. */
  private Optional<Pair> bridge() {
    List<Set<Integer>> components = landscape.components();
    if (components.size() < 2) {
      return Optional.empty();
    }
    Map<Integer, Integer> componentOf = new HashMap<>();
    for (int c = 0; c < components.size(); c++) {
      for (int id : components.get(c)) {
        componentOf.put(id, c);
      }
    }
    Optional<Pair> best = Optional.empty();
    double least = Double.POSITIVE_INFINITY;
    for (StationaryPoint minimum : minima) {
      for (Neighbour neighbour : neighbours.getOrDefault(minimum.id(), List.of())) {
        if (neighbour.distance() >= least) {
          break;
        }
        Pair pair = Pair.of(minimum.id(), neighbour.id());
        if (!Objects.equals(componentOf.get(minimum.id()), componentOf.get(neighbour.id()))
            && !planned.contains(pair)) {
          least = neighbour.distance();
          best = Optional.of(pair);
        }
      }
    }
    return best;
  }
}
