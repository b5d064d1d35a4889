package dev.tarn.job;

import dev.tarn.job.order.Completion;
import dev.tarn.job.share.Team;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Does jobs on threads of this process, those of the lowest numbers first. Threads without a job
 * help the others ({@link Team}). Immutable.
 */
final class ThreadRunner implements JobRunner {
  private static final long IDLE_SECONDS = 1;

  // After all jobs.
  private static final long HELP = Long.MAX_VALUE;

  private final int threads;

  ThreadRunner(int threads) {
    this.threads = threads;
  }

  @Override
  public int parallelism() {
    return threads;
  }

  @Override
  public <J, R> Session<J, R> start(Supplier<? extends Function<? super J, ? extends R>> workers) {
    return new Pool<>(threads, workers);
  }

  /** What a thread does next. */
  private record Task(long number, Runnable work) implements Runnable, Comparable<Task> {
    @Override
    public void run() {
      work.run();
    }

    @Override
    public int compareTo(Task other) {
      return Long.compare(number, other.number);
    }
  }

  private static final class Pool<J, R> implements Session<J, R> {
    private final Supplier<? extends Function<? super J, ? extends R>> workers;
    private final Queue<Function<? super J, ? extends R>> idle = new ConcurrentLinkedQueue<>();
    private final ThreadPoolExecutor pool;
    private final Team team;

    Pool(int threads, Supplier<? extends Function<? super J, ? extends R>> workers) {
      this.workers = workers;
      AtomicInteger count = new AtomicInteger();
      pool =
          new ThreadPoolExecutor(
              threads,
              threads,
              IDLE_SECONDS,
              TimeUnit.SECONDS,
              new PriorityBlockingQueue<>(),
              task -> {
                Thread thread = new Thread(task, "tarn-job-" + count.incrementAndGet());
                thread.setDaemon(true);
                return thread;
              });
      pool.allowCoreThreadTimeOut(true);
      team = new Team(threads, help -> pool.execute(new Task(HELP, help)));
    }

    @Override
    public CompletionStage<R> submit(long number, J job) {
      CompletableFuture<R> result = new CompletableFuture<>();
      pool.execute(new Task(number, () -> Completion.of(result, () -> team.work(() -> work(job)))));
      return result;
    }

    private R work(J job) {
      Function<? super J, ? extends R> free = idle.poll();
      Function<? super J, ? extends R> worker = free == null ? workers.get() : free;
      try {
        R result = worker.apply(job);
        idle.add(worker);
        return result;
      } catch (RuntimeException e) {
        idle.add(worker);
        throw e;
      }
    }

    @Override
    public void close() {
      pool.shutdownNow();
    }
  }
}
