/** Threads without a job help others. Not exported. */
@NullMarked
package dev.tarn.job.share;

import org.jspecify.annotations.NullMarked;
