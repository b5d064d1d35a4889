package dev.tarn.explore;

import dev.tarn.job.Cancellation;
import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.StationaryPoint;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One run of an {@link Explorer}: a sequence of events, made when they are asked for, that ends
 * with an {@link Exploration}. It may be consumed once, in one of three ways: in a {@code for}
 * loop, as a stream, or to the end by {@link #run()}.
 *
 * <p>Events come in the order of the jobs. Up to 32 jobs are under way beyond the one whose events
 * are told; a caller that leaves off closes the run, which drops them. What was told is in the
 * landscape and the journal.
 *
 * <p>{@link #stop()} may be called from any thread, and while an event is consumed; the rest is for
 * one thread. An interrupt of that thread stops the run too, and stays set. Either way the last
 * event says so.
 */
public final class ExplorerRun implements Iterable<ExplorerEvent>, AutoCloseable {
  private static final double SAME_ENERGY = 1e-9;

  private final Explorer explorer;
  private final Landscape landscape;
  private final Cancellation own = new Cancellation();
  private final Runnable stopper;
  private Optional<Course> course = Optional.empty();
  private boolean closed;

  ExplorerRun(Explorer explorer, Landscape landscape) {
    check(landscape, explorer.potential());
    this.explorer = explorer;
    this.landscape = landscape;
    stopper = own::cancel;
    explorer.cancellation().onCancel(stopper);
  }

  private static void check(Landscape landscape, Potential potential) {
    if (landscape.dimension() != potential.dimension()) {
      throw new IllegalArgumentException(
          "the landscape is of "
              + landscape.dimension()
              + " variables, the potential of "
              + potential.dimension());
    }
    if (!landscape.symmetry().order().equals(potential.symmetry().order())) {
      throw new IllegalArgumentException(
          "the landscape has a symmetry group of order "
              + landscape.symmetry().order()
              + ", the potential one of order "
              + potential.symmetry().order());
    }
    if (landscape.size() > 0) {
      StationaryPoint point = landscape.points().get(0);
      double energy = potential.evaluator().energy(point.coordinates().toArray());
      if (!(Math.abs(energy - point.energy())
          <= SAME_ENERGY * Math.max(landscape.scales().energy(), Math.abs(energy)))) {
        throw new IllegalArgumentException(
            "point "
                + point.id()
                + " of the landscape has the energy "
                + point.energy()
                + ", which is "
                + energy
                + " for this potential");
      }
    }
  }

  /**
   * Runs to the end.
   *
   * @return how the run ended
   * @throws IllegalStateException if the run was begun or closed before
   * @throws RuntimeException what the potential or the journal throws; the landscape keeps what was
   *     merged before
   */
  public Exploration run() {
    return run(event -> {});
  }

  /**
   * Runs to the end and tells what happens.
   *
   * @param observer receives every event, on this thread
   * @return the last event
   * @throws IllegalStateException if the run was begun or closed before
   * @throws RuntimeException what the potential, the journal or the observer throws; the landscape
   *     keeps what was merged before
   */
  public Exploration run(Consumer<? super ExplorerEvent> observer) {
    Iterator<ExplorerEvent> events = iterator();
    try (this) {
      while (true) {
        ExplorerEvent event = events.next();
        observer.accept(event);
        if (event instanceof Exploration end) {
          return end;
        }
      }
    }
  }

  /**
   * The events as a stream. A short-circuiting operation ends the run early; closing the stream
   * closes the run.
   *
   * @return an ordered, sequential stream that makes each event when it is asked for
   * @throws IllegalStateException if the run was begun or closed before
   */
  public Stream<ExplorerEvent> events() {
    int character = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), character), false)
        .onClose(this::close);
  }

  /**
   * The events one after the other. {@link Iterator#next()} throws what the potential or the
   * journal throws, and {@link NoSuchElementException} after the end.
   *
   * @return the events
   * @throws IllegalStateException if the run was begun or closed before
   */
  @Override
  public Iterator<ExplorerEvent> iterator() {
    if (closed) {
      throw new IllegalStateException("this run is closed: the explorer makes a new one");
    }
    if (course.isPresent()) {
      throw new IllegalStateException(
          "this run has begun, and can be consumed once: the explorer makes a new one");
    }
    Course begun = new Course(explorer, landscape, own);
    course = Optional.of(begun);
    return begun;
  }

  /**
   * Asks the run to stop. Jobs that are not merged yet are dropped; whatever was told is in the
   * landscape and the journal. A run that has not begun ends as soon as it does.
   */
  public void stop() {
    own.cancel();
  }

  /** Ends the run, wherever it stands. */
  @Override
  public void close() {
    closed = true;
    explorer.cancellation().forget(stopper);
    course.ifPresent(Course::close);
  }
}
