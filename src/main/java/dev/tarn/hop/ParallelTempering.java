package dev.tarn.hop;

import dev.tarn.job.JobRunner;
import dev.tarn.job.RandomStreams;
import dev.tarn.job.StopRule;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.OrbitIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Basin-hopping with several walkers at geometric temperatures that exchange their minima
 * (basin-hopping with parallel tempering: Strodel, Lee, Whittleston and Wales, J. Am. Chem. Soc.
 * 132, 13300, 2010).
 *
 * <p>Each walker hops as {@link BasinHopping} says, with a step size of its own. After every
 * interval, neighbours {@code i} and {@code j} exchange minima with probability {@code min(1,
 * exp((1/T_i - 1/T_j)(E_i - E_j)))}; even and odd pairs take turns. The cold walkers refine what
 * the hot ones find.
 *
 * <p><b>Determinism.</b> Walker {@code k} of {@code m} draws from {@link RandomStreams} {@code
 * of(seed, k)}, exchanges from {@code of(seed, m)}. Steps are delivered in the order step 1 of all
 * walkers, step 2 of all, and so on. So the same seed gives the same steps on any number of
 * threads. A run that stops within an interval has computed steps that it does not deliver.
 *
 * <p>This object is immutable and may be shared between threads; each walker has an {@link
 * Potential#evaluator() evaluator} of its own.
 */
public final class ParallelTempering {
  private final Potential potential;
  private final TemperingSettings settings;
  private final Optional<double[]> start;
  private final JobRunner runner;

  /**
   * Makes a search from random starts on the calling thread.
   *
   * @param potential the potential; copied for each walker
   * @param settings how to hop
   */
  public ParallelTempering(Potential potential, TemperingSettings settings) {
    this(potential, settings, Optional.empty(), JobRunner.direct());
  }

  private ParallelTempering(
      Potential potential, TemperingSettings settings, Optional<double[]> start, JobRunner runner) {
    this.potential = potential.measured();
    this.settings = settings;
    this.start = start;
    this.runner = runner;
  }

  /**
   * A copy in which all walkers start at a given point.
   *
   * @param point the starting point; copied
   * @return the copy
   * @throws IllegalArgumentException if the length of {@code point} is not the potential's
   *     dimension, or a component is not finite
   */
  public ParallelTempering withStart(double[] point) {
    Ensemble.checkStart(potential, point);
    return new ParallelTempering(potential, settings, Optional.of(point.clone()), runner);
  }

  /**
   * A copy that runs its walkers side by side between exchanges.
   *
   * @param threads the number of threads, at least 1
   * @return the copy
   * @throws IllegalArgumentException if the number is less than 1
   */
  public ParallelTempering withThreads(int threads) {
    return new ParallelTempering(potential, settings, start, JobRunner.threads(threads));
  }

  /**
   * The steps of all walkers.
   *
   * @param seed the seed of all random streams
   * @return an infinite, ordered, sequential stream that makes the steps of one interval when the
   *     first of them is asked for; asking throws {@link
   *     java.util.concurrent.CancellationException} if the thread is interrupted. Closing the
   *     stream ends its threads at once, else they end when they have been idle
   */
  public Stream<BasinHopping.Step> stream(long seed) {
    return walk(seed).stream();
  }

  /**
   * Hops until a rule says stop.
   *
   * @param seed the seed of all random streams
   * @param stop asked after each step of any walker
   * @param listener receives each step, on the calling thread
   * @return what was found; also when the calling thread is interrupted, which ends the run and
   *     leaves the interrupt flag set
   */
  public Result run(
      long seed,
      StopRule<? super HopLimits.Progress> stop,
      Consumer<? super BasinHopping.Step> listener) {
    List<Double> temperatures = new ArrayList<>();
    for (int k = 0; k < settings.walkers(); k++) {
      temperatures.add(settings.temperature(k));
    }
    try (Ensemble walk = walk(seed)) {
      String reason = walk.run(stop, listener);
      return new Result(
          walk.result(reason, settings.hop()),
          temperatures,
          walk.acceptanceRatios(),
          walk.exchangeRatios(),
          seed,
          settings);
    }
  }

  private Ensemble walk(long seed) {
    List<Walker> walkers = new ArrayList<>();
    for (int k = 0; k < settings.walkers(); k++) {
      HopSettings own = settings.hop().withTemperature(settings.temperature(k));
      Quench quench = new Quench(potential, Optional.empty(), own);
      walkers.add(new Walker(potential, own, quench, k, RandomStreams.of(seed, k), start));
    }
    return new Ensemble(
        new OrbitIndex(potential, settings.hop().tolerances()),
        walkers,
        settings.exchangeInterval(),
        RandomStreams.of(seed, settings.walkers()),
        runner);
  }

  /**
   * What a run of several walkers found.
   *
   * @param hops what all walkers found together
   * @param temperatures the temperature of each walker, ascending; immutable
   * @param acceptanceRatios the fraction of each walker's steps that were accepted, 0 for a walker
   *     without steps; immutable
   * @param exchangeRatios for each pair of neighbouring temperatures the fraction of the attempts
   *     to exchange minima that were accepted, 0 for a pair without attempts; one shorter than the
   *     temperatures, immutable
   * @param seed the seed of all random streams
   * @param settings how the walkers hopped
   */
  public record Result(
      BasinHopping.Result hops,
      List<Double> temperatures,
      List<Double> acceptanceRatios,
      List<Double> exchangeRatios,
      long seed,
      TemperingSettings settings) {

    /**
     * Copies the lists.
     *
     * @param hops as above
     * @param temperatures as above
     * @param acceptanceRatios as above
     * @param exchangeRatios as above
     * @param seed as above
     * @param settings as above
     */
    public Result {
      temperatures = List.copyOf(temperatures);
      acceptanceRatios = List.copyOf(acceptanceRatios);
      exchangeRatios = List.copyOf(exchangeRatios);
    }
  }
}
