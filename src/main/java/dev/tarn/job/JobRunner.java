package dev.tarn.job;

import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where jobs are done: on threads of this process, or elsewhere.
 *
 * <p>A job and its result are values that a runner may copy, send and receive again: what a worker
 * needs is in the job or was given to it when it was made. The explorer's jobs and results are
 * {@link java.io.Serializable}, and so is what makes its workers if the potential is.
 */
public interface JobRunner {

  /**
   * A place where jobs of one sort are done, until it is closed. For one thread.
   *
   * @param <J> what a job is
   * @param <R> what it gives
   */
  interface Session<J, R> extends AutoCloseable {

    /**
     * Takes a job, to be done as soon as a worker is free.
     *
     * @param number the number of the job; of the jobs that wait, that of the lowest number is
     *     wanted first
     * @param job the job
     * @return its result, or what the worker threw
     */
    CompletionStage<R> submit(long number, J job);

    /**
     * Gives up jobs that are not done, interrupts those under way, and waits for none. Again, it
     * does nothing.
     */
    @Override
    void close();
  }

  /**
   * Begins to do jobs.
   *
   * @param <J> what a job is
   * @param <R> what it gives
   * @param workers makes what does a job, on the thread that will use it, for as many threads as
   *     there are; a worker is used by one thread at a time
   * @return the session, which the caller closes
   */
  <J, R> Session<J, R> start(Supplier<? extends Function<? super J, ? extends R>> workers);

  /**
   * How many jobs are done at a time, so that one knows how many to have under way.
   *
   * @return the number, at least 1
   */
  int parallelism();

  /**
   * A runner with threads of its own for each session. They are daemons, and end when idle. As long
   * as there are fewer jobs than threads, the evaluations of large networks that a job needs are
   * shared with the threads that have none; the results are the same to the last bit.
   *
   * @param threads the number of threads, at least 1
   * @return the runner
   * @throws IllegalArgumentException if the number is less than 1
   */
  static JobRunner threads(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("the number of threads is at least 1, not " + threads);
    }
    return new ThreadRunner(threads);
  }

  /**
   * A runner that does each job at once, in the thread that hands it in.
   *
   * @return the runner
   */
  static JobRunner direct() {
    return new DirectRunner();
  }
}
