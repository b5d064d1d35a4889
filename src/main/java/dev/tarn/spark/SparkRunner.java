package dev.tarn.spark;

import dev.tarn.job.JobRunner;
import dev.tarn.job.order.Completion;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;

/**
 * Does jobs on the executors of a Spark application, whose driver this process is: it plans and
 * merges, and alone writes what is kept. Each job is a Spark job of one task, so that its result is
 * there as soon as it can be, or several short ones together are ({@link Bundles}); what makes the
 * workers is broadcast once for each session. Since results are merged by the jobs' numbers,
 * neither the number of executors, nor their loss, nor speculative copies of a task change what is
 * found. Thread-safe.
 */
public final class SparkRunner implements JobRunner, AutoCloseable {
  /** Threads that wait for a bundle of jobs each; a search has fewer under way at a time. */
  private static final int WAITING = 256;

  private final JavaSparkContext context;

  private SparkRunner(JavaSparkContext context) {
    this.context = context;
  }

  /**
   * Starts an application, or joins the one of this process.
   *
   * @param name what the cluster calls it
   * @param master where it runs, such as {@code spark://host:7077} or {@code local[2]}; empty for
   *     what {@code spark-submit} has said
   * @return the runner
   * @throws IllegalArgumentException if there is no such master, in Spark's words
   */
  public static SparkRunner start(String name, String master) {
    SparkConf conf = new SparkConf();
    if (!master.isEmpty()) {
      conf.setMaster(master);
    }
    conf.setIfMissing("spark.app.name", name);
    // Jobs have no data that lie nearer to one executor than to another.
    conf.setIfMissing("spark.locality.wait", "0s");
    conf.setIfMissing("spark.log.level", "WARN");
    conf.setIfMissing("spark.ui.enabled", "false");
    try {
      return new SparkRunner(new JavaSparkContext(conf));
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "Spark does not start on "
              + (master.isEmpty() ? "its master" : master)
              + ": "
              + e.getMessage(),
          e);
    }
  }

  /** As many as the executors that are there have cores for. */
  @Override
  public int parallelism() {
    return Math.max(1, context.defaultParallelism());
  }

  /**
   * Begins to do jobs.
   *
   * @throws IllegalArgumentException if what makes the workers cannot be sent
   */
  @Override
  public <J, R> Session<J, R> start(Supplier<? extends Function<? super J, ? extends R>> workers) {
    return new Group<>(workers);
  }

  /** Ends the application. */
  @Override
  public void close() {
    context.close();
  }

  /** A job that is asked for, and what is to come of it. */
  private record Asked<J, R>(long number, J job, CompletableFuture<R> result) {}

  private final class Group<J, R> implements Session<J, R> {
    private final String id = UUID.randomUUID().toString();
    private final Broadcast<byte[]> workers;
    private final Session<List<J>, List<JobOutcome>> drivers;
    private final Bundles<Asked<J, R>> bundles = new Bundles<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicBoolean closed = new AtomicBoolean();

    Group(Supplier<? extends Function<? super J, ? extends R>> workers) {
      this.workers = context.broadcast(Bytes.of(workers));
      drivers = JobRunner.threads(WAITING).start(() -> this::work);
    }

    @Override
    public CompletionStage<R> submit(long number, J job) {
      Asked<J, R> asked = new Asked<>(number, job, new CompletableFuture<>());
      send(bundles.add(number, asked));
      return asked.result();
    }

    private void send(List<List<Asked<J, R>>> ready) {
      for (List<Asked<J, R>> bundle : ready) {
        drivers
            .submit(bundle.get(0).number(), bundle.stream().map(Asked::job).toList())
            .whenComplete((outcomes, failure) -> arrived(bundle, outcomes, failure));
      }
    }

    private void arrived(
        List<Asked<J, R>> bundle,
        @Nullable List<JobOutcome> outcomes,
        @Nullable Throwable failure) {
      for (int k = 0; k < bundle.size(); k++) {
        CompletableFuture<R> result = bundle.get(k).result();
        if (outcomes == null) {
          result.completeExceptionally(failure);
        } else {
          JobOutcome outcome = outcomes.get(k);
          Completion.of(result, outcome::get);
        }
      }
      List<Long> nanos =
          outcomes == null ? List.of() : outcomes.stream().map(JobOutcome::nanos).toList();
      send(bundles.returned(bundle.size(), nanos));
    }

    private List<JobOutcome> work(List<J> jobs) {
      // Of this thread, which may serve another session next.
      context.setJobGroup(id, "tarn", true);
      List<byte[]> sent = List.of(Bytes.of(jobs));
      underWay.incrementAndGet();
      try {
        List<byte[]> back = context.parallelize(sent, 1).map(new SparkTask(id, workers)).collect();
        return Bytes.read(back.get(0));
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        // Scala need not declare it.
        throw new IllegalStateException("the cluster failed at a job: " + e.getMessage(), e);
      } finally {
        underWay.decrementAndGet();
      }
    }

    @Override
    public void close() {
      if (!closed.compareAndSet(false, true)) {
        return;
      }
      drivers.close();
      if (underWay.get() > 0) {
        context.cancelJobGroup(id);
        // What ends only now may still ask for it.
        workers.unpersist();
      } else {
        workers.destroy();
      }
    }
  }
}
