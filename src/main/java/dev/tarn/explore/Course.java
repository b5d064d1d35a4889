package dev.tarn.explore;

import dev.tarn.explore.Exploration.Status;
import dev.tarn.job.Cancellation;
import dev.tarn.job.StopRule;
import dev.tarn.landscape.Completeness;
import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Reduction;
import dev.tarn.potential.space.Slice;
import dev.tarn.stationary.OrbitIndex;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;

/** The events of a run, each made when it is asked for. Used by one thread. */
final class Course implements Iterator<ExplorerEvent>, AutoCloseable {
  // A catalogue whose Morse sum is not 1 is known to be incomplete: worth a longer search.
  private static final int STUBBORNNESS = 20;

  /** After how long it is told that a job takes its time. */
  private static final Duration TELLING = Duration.ofSeconds(2);

  private final Landscape landscape;
  private final ExplorerSettings settings;
  private final Journal journal;
  private final StopRule<? super ExplorerEvent> until;
  private final Cancellation cancellation;
  private final Optional<Adoption> adoption;
  private final int maxIndex;
  private final int highestIndex;
  private final OptionalLong expectedSum;
  private final Pace pace;
  private final MethodChoice choice;
  private final Schedule schedule;
  private final Tally tally;
  private final Merger merger;
  private final Pipeline pipeline;
  private final long started = System.nanoTime();
  private final ArrayDeque<ExplorerEvent> events = new ArrayDeque<>();
  private Duration waited = Duration.ZERO;
  private long planned;
  private Optional<String> ruled = Optional.empty();
  private boolean ended;

  Course(Explorer explorer, Landscape landscape, Cancellation cancellation) {
    this.landscape = landscape;
    this.cancellation = cancellation;
    settings = explorer.settings();
    journal = explorer.journal();
    until = explorer.until();
    Potential potential = explorer.potential();
    Journal.Restart restart = explorer.restart();
    adoption = explorer.adoption();
    maxIndex = explorer.maxIndex();
    highestIndex = new Slice(potential).dimension();
    expectedSum = potential.eulerCharacteristic();
    pace = Pace.of(potential);
    choice =
        new MethodChoice(
            potential.reduction().map(Reduction::potential).orElse(potential),
            settings.saddle(),
            restart.trials());
    schedule = schedule(explorer);
    tally = new Tally(restart);
    planned = restart.nextJob();
    merger =
        new Merger(
            landscape,
            settings.tolerances(),
            maxIndex,
            restart.run(),
            tally,
            choice,
            this::progress);
    pipeline =
        new Pipeline(
            landscape,
            new OrbitIndex(potential, settings.tolerances()),
            explorer.runner().start(WorkerSupply.of(explorer)),
            cancellation,
            planned);
  }

  private Schedule schedule(Explorer explorer) {
    if (adoption.isPresent()) {
      return new AdoptionSchedule(adoption.get().points());
    }
    return settings.goal() == ExplorerSettings.Goal.EXPLORE
        ? new ExplorationSchedule(
            landscape,
            explorer.potential().symmetry(),
            settings.effort(),
            pace,
            choice,
            explorer.restart().triedPairs())
        : new EnumerationSchedule(landscape, explorer.seeds());
  }

  @Override
  public boolean hasNext() {
    return !ended || !events.isEmpty();
  }

  @Override
  public ExplorerEvent next() {
    if (events.isEmpty()) {
      if (ended) {
        throw new NoSuchElementException("the run has ended");
      }
      advance();
    }
    ExplorerEvent event = events.remove();
    if (ruled.isEmpty() && !ended) {
      ruled = until.reason(event);
    }
    return event;
  }

  @Override
  public void close() {
    ended = true;
    events.clear();
    pipeline.close();
  }

  /** Merges a job, or ends the run. */
  private void advance() {
    boolean well = false;
    try {
      Optional<String> spent = spent();
      if (spent.isPresent()) {
        endSpent(spent.get());
      } else if (ruled.isPresent()) {
        end(Status.LIMIT, ruled.get());
      } else {
        work();
      }
      well = true;
    } catch (CancellationException e) {
      if (!cancellation.isCancelled() && !Thread.currentThread().isInterrupted()) {
        throw e;
      }
      end(Status.STOPPED, cancellation.isCancelled() ? "stopped" : "interrupted");
      well = true;
    } finally {
      if (!well) {
        close();
      }
    }
  }

  /** Why there is nothing more to do, if so. */
  private Optional<String> spent() {
    if (adoption.isPresent()) {
      return schedule.hasNext() || pipeline.underWay() > 0
          ? Optional.empty()
          : Optional.of("every point given is taken in");
    }
    ExplorerEvent.Progress progress = progress();
    return progress.exhausted()
        ? Optional.of("nothing new in " + progress.quiet() + " searches")
        : Optional.empty();
  }

  private void work() {
    while (pipeline.underWay() < pace.window() && schedule.hasNext()) {
      pipeline.submit(schedule.next(planned));
      planned++;
    }
    Optional<Long> deadline = settings.maxTime().map(this::deadline);
    long patient = System.nanoTime() + TELLING.toNanos();
    boolean last = deadline.isPresent() && deadline.get() - patient <= 0;
    Optional<Pipeline.Ready> ready = pipeline.next(last ? deadline : Optional.of(patient));
    if (ready.isEmpty()) {
      if (last) {
        end(Status.OUT_OF_TIME, "time of " + settings.maxTime().orElseThrow());
      } else {
        waited = waited.plus(TELLING);
        Job job = pipeline.awaited();
        events.add(
            new ExplorerEvent.Waiting(
                job.kind(), job.number(), waited, pipeline.underWay() - 1, progress()));
      }
      return;
    }
    waited = Duration.ZERO;
    String method =
        adoption.map(Adoption::method).orElseGet(() -> ready.get().job().kind().label());
    JobReport report = journal.append(landscape, merger.merge(ready.get(), method));
    report.newPoints().forEach(p -> events.add(new ExplorerEvent.Found(p, report.progress())));
    report
        .newConnections()
        .forEach(c -> events.add(new ExplorerEvent.Connected(c, report.progress())));
    events.add(report);
  }

  private long deadline(Duration maxTime) {
    return started + maxTime.toNanos();
  }

  private void endSpent(String reason) {
    boolean empty = adoption.isEmpty() && landscape.size() == 0 && tally.searches > 0;
    if (empty && !hasDegenerate()) {
      end(
          Status.NOTHING_FOUND,
          new Failing(tally.searches, tally.failures, tally.degenerate).sentence());
    } else {
      end(isBalanced() && !hasDegenerate() ? Status.DONE : Status.INCOMPLETE, reason);
    }
  }

  private void end(Status status, String reason) {
    pipeline.close();
    ended = true;
    events.add(
        new Exploration(
            status, reason, progress(), tally.degenerate, tally.failedPaths, tally.failures));
  }

  /** Whether every index is looked for: only a whole catalogue can be checked. */
  private boolean isWhole() {
    return (adoption.isPresent() || settings.goal() == ExplorerSettings.Goal.ENUMERATE)
        && maxIndex >= highestIndex;
  }

  /** Whether there are points that the count does not cover, and more searches do not help. */
  private boolean hasDegenerate() {
    return isWhole() && !landscape.degeneratePoints().isEmpty();
  }

  /** Whether nothing that further searches may mend speaks against completeness. */
  private boolean isBalanced() {
    return !isWhole()
        || (Completeness.agree(landscape.morseSum(), expectedSum) && !merger.hasLost());
  }

  private long patience() {
    Effort effort = settings.effort();
    if (settings.goal() == ExplorerSettings.Goal.ENUMERATE) {
      long patience = effort.patience(landscape.size());
      return isBalanced() ? patience : STUBBORNNESS * patience;
    }
    return effort.patience(landscape.size(), tally.earlier + tally.searches, Rarity.of(landscape));
  }

  private ExplorerEvent.Progress progress() {
    return new ExplorerEvent.Progress(
        tally.jobs,
        tally.searches,
        landscape.count(0),
        landscape.count(1),
        landscape.size(),
        landscape.morseSum(),
        tally.quiet,
        patience(),
        schedule.open(),
        Duration.ofNanos(System.nanoTime() - started));
  }
}
