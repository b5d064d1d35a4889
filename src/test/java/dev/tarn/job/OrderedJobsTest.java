package dev.tarn.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OrderedJobsTest {

  @Property(tries = 30)
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
    assertThat(workers).hasValue(threads);
  }

  @Test
  void failuresOfJobsReachTheCaller() {
    List<Integer> before = new ArrayList<>();
    assertThatThrownBy(
            () ->
                OrderedJobs.<Integer>run(
                    10,
                    2,
                    () ->
                        job -> {
                          if (job == 4) {
                            throw new IllegalStateException("four");
                          }
                          return job;
                        },
                    before::add))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("four");
    assertThat(before).containsExactly(0, 1, 2, 3);
    assertThatThrownBy(
            () ->
                OrderedJobs.<Integer>run(
                    1,
                    1,
                    () ->
                        job -> {
                          throw new AssertionError("of a job");
                        },
                    before::add))
        .isInstanceOf(AssertionError.class)
        .hasMessage("of a job");
  }

  @Test
  void anInterruptedCallerStops() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> OrderedJobs.<Integer>run(3, 1, () -> job -> job, result -> {}))
          .isInstanceOf(CancellationException.class);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
  }
}
