package dev.tarn.hop;

import dev.tarn.hop.BasinHopping.Step.Outcome;
import dev.tarn.hop.Walker.Trial;
import dev.tarn.job.Cancellation;
import dev.tarn.job.JobRunner;
import dev.tarn.job.StopRule;
import dev.tarn.job.order.OrderedJobs;
import dev.tarn.potential.Potential;
import dev.tarn.potential.space.StartingPoint;
import dev.tarn.stationary.OrbitIndex;
import dev.tarn.stationary.PolishedPoint;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One or more walkers, whose steps it delivers without end: rounds of some steps of every walker,
 * and after each round attempts to exchange the minima of neighbours. Step {@code k} of every
 * walker comes before step {@code k + 1} of any, whichever thread was first. Used by one thread.
 */
final class Ensemble implements Iterator<BasinHopping.Step>, AutoCloseable {
  private static final String INTERRUPTED = "interrupted";

  private final List<Walker> walkers;
  private final int roundLength;
  private final RandomGenerator exchanges;
  private final OrderedJobs<Integer, List<Trial>> jobs;
  private final long began = System.nanoTime();
  private final ArrayDeque<Trial> pending = new ArrayDeque<>();
  private final OrbitIndex index;
  private final List<PolishedPoint> minima = new ArrayList<>();
  private final long[] hops;
  private final long[] accepted;
  private final long[] exchangesTried;
  private final long[] exchangesAccepted;
  private long rounds;
  private long steps;
  private long failures;
  private long lastNew;
  private double bestEnergy = Double.POSITIVE_INFINITY;

  /**
   * An ensemble before its first step.
   *
   * @param index tells minima apart; empty
   * @param walkers the walkers, in the order of their temperatures
   * @param roundLength the number of steps between exchanges
   * @param exchanges decides about exchanges
   * @param runner runs the walkers
   */
  Ensemble(
      OrbitIndex index,
      List<Walker> walkers,
      int roundLength,
      RandomGenerator exchanges,
      JobRunner runner) {
    this.walkers = walkers;
    this.roundLength = roundLength;
    this.exchanges = exchanges;
    jobs =
        new OrderedJobs<>(
            runner.start(() -> number -> steps(walkers.get(number))), new Cancellation(), 0);
    this.index = index;
    hops = new long[walkers.size()];
    accepted = new long[walkers.size()];
    exchangesTried = new long[walkers.size() - 1];
    exchangesAccepted = new long[walkers.size() - 1];
  }

  /** Checks a start that the caller gave. */
  static void checkStart(Potential potential, double[] start) {
    StartingPoint.check(start, potential.dimension());
    for (double value : start) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("the starting point has the component " + value);
      }
    }
  }

  Stream<BasinHopping.Step> stream() {
    int character = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, character), false)
        .onClose(this::close);
  }

  @Override
  public void close() {
    jobs.close();
  }

  /** Delivers steps until the rule says stop; returns why. */
  String run(
      StopRule<? super HopLimits.Progress> stop, Consumer<? super BasinHopping.Step> listener) {
    while (true) {
      BasinHopping.Step step;
      try {
        step = next();
      } catch (CancellationException e) {
        return INTERRUPTED;
      }
      listener.accept(step);
      Optional<String> reason = stop.reason(progress());
      if (reason.isPresent()) {
        return reason.get();
      }
      if (Thread.currentThread().isInterrupted()) {
        return INTERRUPTED;
      }
    }
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public BasinHopping.Step next() {
    if (pending.isEmpty()) {
      if (rounds > 0) {
        tryExchanges();
      }
      round();
      rounds++;
    }
    return record(pending.remove());
  }

  HopLimits.Progress progress() {
    return new HopLimits.Progress(
        steps, Duration.ofNanos(System.nanoTime() - began), bestEnergy, steps - lastNew);
  }

  BasinHopping.Result result(String stopReason, HopSettings settings) {
    List<PolishedPoint> sorted = new ArrayList<>(minima);
    sorted.sort(Comparator.comparingDouble(PolishedPoint::energy));
    long allHops = 0;
    long allAccepted = 0;
    for (int w = 0; w < walkers.size(); w++) {
      allHops += hops[w];
      allAccepted += accepted[w];
    }
    return new BasinHopping.Result(
        sorted, steps, failures, ratio(allAccepted, allHops), stopReason, settings);
  }

  /** The fraction of accepted steps of each walker. */
  List<Double> acceptanceRatios() {
    return ratios(accepted, hops);
  }

  /** The fraction of accepted exchanges of each pair of neighbours. */
  List<Double> exchangeRatios() {
    return ratios(exchangesAccepted, exchangesTried);
  }

  private static List<Double> ratios(long[] parts, long[] wholes) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      ratios.add(ratio(parts[i], wholes[i]));
    }
    return List.copyOf(ratios);
  }

  private static double ratio(long part, long whole) {
    return whole == 0 ? 0.0 : (double) part / whole;
  }

  private BasinHopping.Step record(Trial step) {
    PolishedPoint trial = step.trial();
    steps++;
    if (step.number() > 1) {
      hops[step.walker()]++;
      if (step.outcome() == Outcome.ACCEPTED) {
        accepted[step.walker()]++;
      }
    }
    int label = OrbitIndex.ABSENT;
    boolean fresh = false;
    if (step.outcome() == Outcome.FAILED) {
      failures++;
    } else {
      label = index.find(trial);
      if (label == OrbitIndex.ABSENT) {
        label = minima.size();
        fresh = true;
        lastNew = steps;
        minima.add(trial);
        index.add(label, trial);
        bestEnergy = Math.min(bestEnergy, trial.energy());
      }
    }
    return new BasinHopping.Step(
        step.number(),
        step.walker(),
        step.outcome(),
        trial,
        label,
        fresh,
        step.current(),
        step.stepSize());
  }

  private void round() {
    for (int k = 0; k < walkers.size(); k++) {
      jobs.submit(k);
    }
    List<List<Trial>> done = new ArrayList<>();
    while (jobs.underWay() > 0) {
      jobs.next(Optional.empty()).ifPresent(done::add);
    }
    for (int k = 0; k < roundLength; k++) {
      for (List<Trial> trials : done) {
        pending.add(trials.get(k));
      }
    }
  }

  private List<Trial> steps(Walker walker) {
    List<Trial> trials = new ArrayList<>(roundLength);
    for (int k = 0; k < roundLength; k++) {
      trials.add(walker.step());
    }
    return trials;
  }

  /** Odd and even pairs of neighbours take turns, so that no walker is in two exchanges at once. */
  private void tryExchanges() {
    for (int lower = (int) (rounds & 1); lower + 1 < walkers.size(); lower += 2) {
      Walker cold = walkers.get(lower);
      Walker hot = walkers.get(lower + 1);
      double draw = exchanges.nextDouble();
      if (!cold.located() || !hot.located()) {
        continue;
      }
      exchangesTried[lower]++;
      double exponent =
          (1.0 / cold.temperature() - 1.0 / hot.temperature()) * (cold.energy() - hot.energy());
      if (exponent >= 0.0 || draw < StrictMath.exp(exponent)) {
        cold.exchange(hot);
        exchangesAccepted[lower]++;
      }
    }
  }
}
