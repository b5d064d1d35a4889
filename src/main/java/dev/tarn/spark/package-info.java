/**
 * Jobs on a Spark cluster. Spark itself is there when {@code spark-submit} starts the program, or
 * when its libraries are on the class path; nothing else of Tarn needs it.
 */
@NullMarked
package dev.tarn.spark;

import org.jspecify.annotations.NullMarked;
