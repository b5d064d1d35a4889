package dev.tarn.spark;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What came of a job.
 *
 * @param result its result, as bytes; null if it failed
 * @param failure what it threw; null if it did not
 * @param nanos how long it took
 */
record JobOutcome(byte @Nullable [] result, @Nullable RuntimeException failure, long nanos)
    implements Serializable {

  static JobOutcome of(Object result, long nanos) {
    return new JobOutcome(Bytes.of(result), null, nanos);
  }

  static JobOutcome failed(RuntimeException failure, long nanos) {
    return new JobOutcome(null, failure, nanos);
  }

  /** The result of the job, or what it threw. */
  @SuppressWarnings("TypeParameterUnusedInFormals")
  <R> R get() {
    if (failure != null) {
      throw failure;
    }
    if (result == null) {
      throw new IllegalStateException("a job has neither result nor failure");
    }
    return Bytes.read(result);
  }
}
