package dev.tarn.job.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.job.JobRunner;
import dev.tarn.job.order.Completion;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TeamTest {

  /** Does a job as the only one of a session. */
  private static <R> R alone(int threads, Supplier<R> job) {
    try (JobRunner.Session<Integer, R> session =
        JobRunner.threads(threads).start(() -> number -> job.get())) {
      return Completion.result(session.submit(0, 0).toCompletableFuture());
    }
  }

  @Property(tries = 50, seed = "30")
  void eachPieceIsDoneOnce(
      @ForAll @IntRange(min = 1, max = 40) int pieces,
      @ForAll @IntRange(min = 1, max = 4) int threads,
      @ForAll @IntRange(min = 1, max = 20) int rounds) {
    // Plain numbers: what a helper wrote is seen.
    int[] done = new int[pieces];
    alone(
        threads,
        () -> {
          for (int round = 1; round <= rounds; round++) {
            Team.share(pieces, piece -> done[piece]++);
            assertThat(done).containsOnly(round);
          }
          return true;
        });
    Team.share(pieces, piece -> done[piece]++);
    assertThat(done).containsOnly(rounds + 1);
  }

  /** Each piece waits for all others, so this ends if and only if as many threads take part. */
  @Test
  void threadsWithoutAJobHelp() {
    CyclicBarrier all = new CyclicBarrier(3);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    alone(
        3,
        () -> {
          Team.share(
              3,
              piece -> {
                threads.add(Thread.currentThread());
                await(all);
              });
          return true;
        });
    assertThat(threads).hasSize(3);
  }

  @Test
  void threadsWithAJobDoNot() {
    CyclicBarrier bothAtWork = new CyclicBarrier(2);
    try (JobRunner.Session<Integer, Set<Thread>> session =
        JobRunner.threads(2)
            .start(
                () ->
                    job -> {
                      Set<Thread> threads = ConcurrentHashMap.newKeySet();
                      await(bothAtWork);
                      for (int round = 0; round < 100; round++) {
                        Team.share(5, piece -> threads.add(Thread.currentThread()));
                      }
                      await(bothAtWork);
                      return threads;
                    })) {
      CompletableFuture<Set<Thread>> first = session.submit(0, 0).toCompletableFuture();
      CompletableFuture<Set<Thread>> second = session.submit(1, 1).toCompletableFuture();
      assertThat(first.join()).hasSize(1);
      assertThat(second.join()).hasSize(1).isNotEqualTo(first.join());
    }
  }

  @Test
  void outsideATeamTheCallerDoesAll() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    Team.share(9, piece -> threads.add(Thread.currentThread()));
    assertThat(threads).containsOnly(Thread.currentThread());
  }

  @Test
  void whatAPieceThrowsReachesTheCallerWhenAllHaveEnded() {
    AtomicInteger ended = new AtomicInteger();
    CyclicBarrier both = new CyclicBarrier(2);
    assertThatThrownBy(
            () ->
                alone(
                    2,
                    () -> {
                      Team.share(
                          2,
                          piece -> {
                            await(both);
                            ended.incrementAndGet();
                            if (piece == 1) {
                              throw new IllegalStateException("piece 1");
                            }
                          });
                      return true;
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("piece 1");
    assertThat(ended).hasValue(2);
  }

  /** What closes a session interrupts its threads: the work ends, and the flag stays set. */
  @Test
  void aClosedSessionEndsWhatIsShared() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    AtomicIntegerArray done = new AtomicIntegerArray(4);
    JobRunner.Session<Integer, Boolean> session =
        JobRunner.threads(2)
            .start(
                () ->
                    job -> {
                      begun.countDown();
                      awaitUninterrupted(closed);
                      Team.share(4, done::incrementAndGet);
                      return Thread.currentThread().isInterrupted();
                    });
    CompletableFuture<Boolean> interrupted = session.submit(0, 0).toCompletableFuture();
    assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
    session.close();
    closed.countDown();
    assertThat(interrupted.join()).isTrue();
    for (int piece = 0; piece < 4; piece++) {
      assertThat(done.get(piece)).isEqualTo(1);
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("others do not come", e);
    }
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    boolean interrupted = false;
    while (true) {
      try {
        assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
