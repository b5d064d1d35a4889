package dev.tarn.spark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;

/**
 * Does jobs on an executor, one after another. A worker that is made once serves further jobs of
 * its session there, one at a time. What a job throws is its result, since another attempt would
 * throw it, too; an executor that is lost has its jobs done again elsewhere.
 */
final class SparkTask implements Function<byte[], byte[]> {
  private static final long serialVersionUID = 1L;

  /** A sweep has many sessions one after another, and no executor hears of their ends. */
  private static final int SESSIONS = 4;

  private static final Map<String, Queue<java.util.function.Function<Object, Object>>> IDLE =
      new LinkedHashMap<>();

  private final String session;
  private final Broadcast<byte[]> workers;

  /**
   * A task.
   *
   * @param session tells it from those of other sessions
   * @param workers makes what does a job, as bytes
   */
  SparkTask(String session, Broadcast<byte[]> workers) {
    this.session = session;
    this.workers = workers;
  }

  @Override
  public byte[] call(byte[] bundle) {
    List<Object> jobs = Bytes.read(bundle);
    List<JobOutcome> outcomes = new ArrayList<>();
    for (Object job : jobs) {
      outcomes.add(outcome(job));
    }
    return Bytes.of(outcomes);
  }

  private JobOutcome outcome(Object job) {
    long began = System.nanoTime();
    try {
      Queue<java.util.function.Function<Object, Object>> idle = idle(session);
      java.util.function.Function<Object, Object> free = idle.poll();
      java.util.function.Function<Object, Object> worker = free == null ? make() : free;
      Object result = worker.apply(job);
      idle.add(worker);
      return JobOutcome.of(result, System.nanoTime() - began);
    } catch (RuntimeException e) {
      return JobOutcome.failed(e, System.nanoTime() - began);
    }
  }

  private java.util.function.Function<Object, Object> make() {
    Supplier<java.util.function.Function<Object, Object>> supplier = Bytes.read(workers.value());
    return supplier.get();
  }

  private static Queue<java.util.function.Function<Object, Object>> idle(String session) {
    synchronized (IDLE) {
      Queue<java.util.function.Function<Object, Object>> own =
          IDLE.computeIfAbsent(session, key -> new ConcurrentLinkedQueue<>());
      if (IDLE.size() > SESSIONS) {
        String oldest = IDLE.keySet().iterator().next();
        IDLE.remove(oldest);
      }
      return own;
    }
  }
}
