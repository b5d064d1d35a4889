/** Results in the order of their jobs. Not exported. */
@NullMarked
package dev.tarn.job.order;

import org.jspecify.annotations.NullMarked;
