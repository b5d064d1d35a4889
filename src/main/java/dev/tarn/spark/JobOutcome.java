package dev.tarn.spark;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What came of a job.
 *
 * @param result its result, as bytes; null if it failed
 * @param failure what it threw; null if it did not
 */
record JobOutcome(byte @Nullable [] result, @Nullable RuntimeException failure)
    implements Serializable {

  static JobOutcome of(Object result) {
    return new JobOutcome(Bytes.of(result), null);
  }

  static JobOutcome failed(RuntimeException failure) {
    return new JobOutcome(null, failure);
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
