package dev.tarn.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Which jobs are sent together. To send a bundle costs the driver a time {@code c}, whatever is in
 * it. Of {@code W} jobs under way, each of which takes {@code t}, in bundles of {@code g}, the
 * driver needs {@code c / g} for each, and executors that are many {@code g t / W}, as {@code W /
 * g} bundles are done at a time: the larger of the two is least at
 *
 * <pre>
 *   g = sqrt(c W / t)
 * </pre>
 *
 * <p>So long jobs go alone and at once, and short ones wait until there are enough of them, those
 * of the lowest numbers first. The size depends on how long jobs have taken; the results do not, as
 * they are merged by their numbers.
 *
 * <p>A search hands in further jobs when results have come back. What is under way is divided into
 * bundles of the same size, at least two, so that one is being done while what comes of another is
 * merged. If none is under way, nobody would hand in more, and what there is goes. Thread-safe.
 *
 * @param <J> a job that is asked for
 */
final class Bundles<J> {
  /** What it costs to send a bundle, as measured: 9 ms. */
  private static final double SENDING_NANOS = 9e6;

  /** The share of the last job in the mean. */
  private static final double RECENT = 0.1;

  private final PriorityQueue<Entry<J>> waiting = new PriorityQueue<>();
  private double mean = Double.NaN;
  private int underWay;
  private int mostJobs;
  private int bundles;

  private record Entry<J>(long number, J job) implements Comparable<Entry<J>> {
    @Override
    public int compareTo(Entry<J> other) {
      return Long.compare(number, other.number);
    }
  }

  /**
   * Takes a job.
   *
   * @param number its number
   * @param job the job
   * @return the bundles that are to be sent now
   */
  synchronized List<List<J>> add(long number, J job) {
    waiting.add(new Entry<>(number, job));
    mostJobs = Math.max(mostJobs, underWay + waiting.size());
    return ready();
  }

  /**
   * Takes note that a bundle has come back.
   *
   * @param size the number of its jobs
   * @param nanos how long these have taken, as far as that is known
   * @return the bundles that are to be sent now
   */
  synchronized List<List<J>> returned(int size, List<Long> nanos) {
    bundles--;
    underWay -= size;
    for (long each : nanos) {
      mean = Double.isNaN(mean) ? each : mean + RECENT * (each - mean);
    }
    return ready();
  }

  private List<List<J>> ready() {
    List<List<J>> sent = new ArrayList<>();
    int size = size();
    while (!waiting.isEmpty() && (waiting.size() >= size || bundles == 0)) {
      List<J> bundle = new ArrayList<>();
      while (bundle.size() < size && !waiting.isEmpty()) {
        bundle.add(waiting.remove().job());
      }
      bundles++;
      underWay += bundle.size();
      sent.add(bundle);
    }
    return sent;
  }

  /** Alone until it is known what jobs take. */
  private int size() {
    if (Double.isNaN(mean)) {
      return 1;
    }
    double best = Math.sqrt(SENDING_NANOS * mostJobs / mean);
    long parts = Math.max(2L, Math.round(mostJobs / best));
    return (int) Math.max(1L, mostJobs / parts);
  }
}
