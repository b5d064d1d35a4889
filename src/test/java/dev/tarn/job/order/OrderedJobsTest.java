package dev.tarn.job.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.job.Cancellation;
import dev.tarn.job.JobRunner;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OrderedJobsTest {

  private static <J, R> OrderedJobs<J, R> on(int threads, Function<J, R> worker) {
    return new OrderedJobs<>(JobRunner.threads(threads).start(() -> worker), new Cancellation(), 0);
  }

  @Property(tries = 30, seed = "1")
  void resultsComeInTheOrderOfTheJobs(
      @ForAll @IntRange(max = 60) int jobs, @ForAll @IntRange(min = 1, max = 5) int threads) {
    List<Integer> results = new ArrayList<>();
    AtomicInteger workers = new AtomicInteger();
    OrderedJobs.run(
        jobs,
        threads,
        () -> {
          workers.incrementAndGet();
          return job -> job * job;
        },
        results::add);
    assertThat(results).isEqualTo(IntStream.range(0, jobs).mapToObj(job -> job * job).toList());
    assertThat(workers).hasValueBetween(Math.min(jobs, 1), threads);
  }

  /** What ran out of memory could otherwise not say so, and would be waited for without end. */
  @Test
  void anArrivalNeedsNoMemory() throws InterruptedException {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    int runs = 10_000;
    Arrivals<Integer> arrivals = new Arrivals<>();
    List<Arrivals.Arrival<Integer>> expected = new ArrayList<>();
    AtomicInteger sum = new AtomicInteger();
    for (int i = 0; i < runs; i++) {
      expected.add(arrivals.expect(i, (number, result) -> sum.addAndGet(result)));
    }
    OutOfMemoryError none = new OutOfMemoryError("none left");
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < runs; i++) {
      expected.get(i).accept(i == 1 ? null : 1, i == 1 ? none : null);
    }
    // Less than a byte for each: the measurement itself may take a little.
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(runs);
    for (int i = 0; i < runs; i++) {
      arrivals.see(0);
    }
    assertThat(sum).hasValue(runs - 1);
    assertThatThrownBy(() -> Completion.result(expected.get(1).seen())).isSameAs(none);
  }

  @Test
  void failuresOfJobsReachTheCallerUnchanged() {
    List<Integer> before = new ArrayList<>();
    IllegalStateException four = new IllegalStateException("four");
    assertThatThrownBy(
            () ->
                OrderedJobs.<Integer>run(
                    10,
                    2,
                    () ->
                        job -> {
                          if (job == 4) {
                            throw four;
                          }
                          return job;
                        },
                    before::add))
        .isSameAs(four);
    assertThat(before).containsExactly(0, 1, 2, 3);
    AssertionError error = new AssertionError("of a job");
    assertThatThrownBy(
            () ->
                OrderedJobs.<Integer>run(
                    1,
                    1,
                    () ->
                        job -> {
                          throw error;
                        },
                    before::add))
        .isSameAs(error);
  }

  @Test
  void aWorkerThatCannotBeMadeIsAFailureOfTheJob() {
    IllegalArgumentException failure = new IllegalArgumentException("no worker");
    Supplier<Function<Integer, Integer>> none =
        () -> {
          throw failure;
        };
    try (OrderedJobs<Integer, Integer> jobs =
        new OrderedJobs<>(JobRunner.threads(1).start(none), new Cancellation(), 0)) {
      jobs.submit(1);
      assertThatThrownBy(() -> jobs.next(Optional.empty())).isSameAs(failure);
    }
  }

  @Test
  void whatARunnerElsewhereWrapsIsUnwrapped() {
    IllegalStateException failure = new IllegalStateException("far away");
    JobRunner.Session<Integer, Integer> far =
        new JobRunner.Session<>() {
          @Override
          public CompletionStage<Integer> submit(long number, Integer job) {
            return CompletableFuture.<Integer>failedFuture(failure)
                .thenApply(x -> x)
                .thenApply(x -> x);
          }

          @Override
          public void close() {
            // Holds nothing.
          }
        };
    try (OrderedJobs<Integer, Integer> jobs = new OrderedJobs<>(far, new Cancellation(), 0)) {
      jobs.submit(1);
      assertThatThrownBy(() -> jobs.next(Optional.empty())).isSameAs(failure);
    }
  }

  /** Also when the result is there already: the job has been done at once. */
  @Test
  void anInterruptedCallerStops() {
    for (JobRunner runner : List.of(JobRunner.direct(), JobRunner.threads(1))) {
      try (OrderedJobs<Integer, Integer> jobs =
          new OrderedJobs<>(runner.start(() -> job -> job), new Cancellation(), 0)) {
        jobs.submit(1);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> jobs.next(Optional.empty()))
            .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
      }
    }
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> OrderedJobs.<Integer>run(3, 1, () -> job -> job, result -> {}))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void anInterruptWhileWaitingStops() {
    Thread caller = Thread.currentThread();
    CountDownLatch never = new CountDownLatch(1);
    try (OrderedJobs<Integer, Integer> jobs =
        on(
            1,
            job -> {
              caller.interrupt();
              await(never);
              return job;
            })) {
      jobs.submit(1);
      assertThatThrownBy(() -> jobs.next(Optional.empty()))
          .isInstanceOf(CancellationException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void aRequestToStopEndsTheWaitAtOnce() {
    CountDownLatch never = new CountDownLatch(1);
    Cancellation cancellation = new Cancellation();
    try (OrderedJobs<Integer, Integer> jobs =
        new OrderedJobs<>(
            JobRunner.threads(1)
                .start(
                    () ->
                        job -> {
                          cancellation.cancel();
                          await(never);
                          return job;
                        }),
            cancellation,
            0)) {
      jobs.submit(1);
      assertThatThrownBy(() -> jobs.next(Optional.empty()))
          .isInstanceOf(CancellationException.class)
          .hasMessage("stopped between jobs");
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
      assertThat(cancellation.isCancelled()).isTrue();
    }
  }

  @Test
  void aDeadlineEndsTheWaitAndLosesNothing() {
    CountDownLatch release = new CountDownLatch(1);
    try (OrderedJobs<Integer, Integer> jobs =
        on(
            1,
            job -> {
              await(release);
              return job;
            })) {
      jobs.submit(7);
      assertThat(jobs.next(Optional.of(System.nanoTime() + 1_000_000))).isEmpty();
      assertThat(jobs.underWay()).isOne();
      release.countDown();
      assertThat(jobs.next(Optional.empty())).contains(7);
      assertThat(jobs.underWay()).isZero();
    }
  }

  @Test
  void resultsAreShownAsTheyComeAndFurtherJobsGoFirst() {
    CountDownLatch first = new CountDownLatch(1);
    List<String> events = new ArrayList<>();
    List<CompletableFuture<String>> further = new ArrayList<>();
    try (OrderedJobs<String, String> jobs =
        on(
            2,
            job -> {
              if (job.equals("slow")) {
                await(first);
              } else if (job.equals("extra")) {
                first.countDown();
              }
              return job;
            })) {
      jobs.submit("slow", (number, result) -> events.add(number + result));
      jobs.submit(
          "quick",
          (number, result) -> {
            events.add(number + result);
            further.add(jobs.extra(number, "extra"));
          });
      // The slow one ends only because the quick one has been seen, and has led to a further job.
      assertThat(jobs.next(Optional.empty())).contains("slow");
      assertThat(jobs.next(Optional.empty())).contains("quick");
      assertThat(jobs.await(further.get(0), Optional.empty())).contains("extra");
      assertThat(events).containsExactly("1quick", "0slow");
    }
  }

  @Test
  void ofThoseThatWaitTheLowestNumberIsDoneFirst() {
    CountDownLatch gate = new CountDownLatch(1);
    List<Long> order = new ArrayList<>();
    try (JobRunner.Session<Long, Long> session =
        JobRunner.threads(1)
            .start(
                () ->
                    job -> {
                      await(gate);
                      order.add(job);
                      return job;
                    })) {
      List<CompletableFuture<Long>> all = new ArrayList<>();
      for (long number : new long[] {0, 9, 4, 6}) {
        all.add(session.submit(number, number).toCompletableFuture());
      }
      gate.countDown();
      all.forEach(CompletableFuture::join);
      assertThat(order).containsExactly(0L, 4L, 6L, 9L);
    }
  }

  @Test
  void refusesNumbersOutOfRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OrderedJobs.<Integer>run(-1, 1, () -> job -> job, result -> {}))
        .withMessage("the number of runs is 0 or more, not -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OrderedJobs.<Integer>run(1, 0, () -> job -> job, result -> {}))
        .withMessage("the number of threads is at least 1, not 0");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
