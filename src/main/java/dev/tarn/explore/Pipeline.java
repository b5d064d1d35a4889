package dev.tarn.explore;

import dev.tarn.job.Cancellation;
import dev.tarn.job.JobRunner;
import dev.tarn.job.order.OrderedJobs;
import dev.tarn.landscape.Landscape;
import dev.tarn.stationary.OrbitIndex;
import dev.tarn.stationary.PolishedPoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The jobs under way. What they find is verified, and followed down if it is a transition state, by
 * a further job before it is handed over, unless the landscape knows it by then.
 *
 * <p>The further job is begun as soon as the result is there, which may be long before its turn;
 * but for a class that an earlier job has found already that one's comes first, since it will make
 * the class known. Which of them are begun early depends on the threads; what is handed over does
 * not. Used by one thread.
 */
final class Pipeline implements AutoCloseable {
  private static final int ABSENT = OrbitIndex.ABSENT;

  /** A job that is done; the landscape knows what has not been verified. */
  record Ready(Job job, JobResult result, @Nullable Find[] verified) {}

  /** What is being verified of a job's result. */
  private record Verification(List<Integer> places, CompletableFuture<JobResult> jobs) {}

  private final Landscape landscape;
  private final OrderedJobs<Job, JobResult> jobs;
  private final ArrayDeque<Job> underWay = new ArrayDeque<>();
  private final Map<Long, Verification> early = new HashMap<>();
  private final OrbitIndex asked;
  // What is verified of the next job when its turn has come; asked for again after a wait.
  private Optional<Verification> rest = Optional.empty();
  private final List<Long> askers = new ArrayList<>();

  Pipeline(
      Landscape landscape,
      OrbitIndex asked,
      JobRunner.Session<Job, JobResult> session,
      Cancellation cancellation,
      long firstNumber) {
    this.landscape = landscape;
    jobs = new OrderedJobs<>(session, cancellation, firstNumber);
    this.asked = asked;
  }

  int underWay() {
    return underWay.size();
  }

  void submit(Job job) {
    underWay.add(job);
    jobs.submit(job, this::arrived);
  }

  /** The job that {@link #next} waits for. */
  Job awaited() {
    return underWay.getFirst();
  }

  /** The next job, empty if the deadline has passed. */
  Optional<Ready> next(Optional<Long> deadline) {
    Optional<JobResult> result = jobs.peek(deadline);
    if (result.isEmpty()) {
      return Optional.empty();
    }
    Job job = underWay.getFirst();
    Find[] found = result.get().found();
    @Nullable Find[] verified = new Find[found.length];
    Verification begun = early.get(job.number());
    if (begun != null && !take(begun, verified, deadline)) {
      return Optional.empty();
    }
    List<Integer> left = new ArrayList<>();
    for (int k = 0; k < found.length; k++) {
      if (verified[k] == null && found[k].isOpen() && !isKnown(found[k])) {
        left.add(k);
      }
    }
    if (!left.isEmpty()) {
      Verification late = rest.orElseGet(() -> verify(job.number(), found, left));
      rest = Optional.of(late);
      if (!take(late, verified, deadline)) {
        return Optional.empty();
      }
    }
    rest = Optional.empty();
    early.remove(job.number());
    underWay.removeFirst();
    jobs.next(Optional.empty());
    return Optional.of(new Ready(job, result.get(), verified));
  }

  private boolean take(
      Verification verification, @Nullable Find[] verified, Optional<Long> deadline) {
    Optional<JobResult> result = jobs.await(verification.jobs, deadline);
    if (result.isEmpty()) {
      return false;
    }
    for (int k = 0; k < verification.places.size(); k++) {
      verified[verification.places.get(k)] = result.get().found()[k];
    }
    return true;
  }

  private Verification verify(long number, Find[] found, List<Integer> places) {
    Find[] open = places.stream().map(k -> found[k]).toArray(Find[]::new);
    return new Verification(places, jobs.extra(number, Job.verify(number, open)));
  }

  private void arrived(long number, JobResult result) {
    List<Integer> places = new ArrayList<>();
    for (int k = 0; k < result.found().length; k++) {
      Find found = result.found()[k];
      if (found.isOpen() && !isKnown(found) && isFirst(found.point(), number)) {
        places.add(k);
      }
    }
    if (!places.isEmpty()) {
      early.put(number, verify(number, result.found(), places));
    }
  }

  private boolean isKnown(Find found) {
    return landscape.find(found.point()).isPresent();
  }

  /** Whether no earlier job that is still under way has found the class. */
  private boolean isFirst(PolishedPoint point, long number) {
    int label = asked.find(point);
    if (label == ABSENT) {
      asked.add(askers.size(), point);
      askers.add(number);
      return true;
    }
    long asker = askers.get(label);
    if (asker >= underWay.getFirst().number() && asker < number) {
      return false;
    }
    askers.set(label, number);
    return true;
  }

  @Override
  public void close() {
    jobs.close();
  }
}
