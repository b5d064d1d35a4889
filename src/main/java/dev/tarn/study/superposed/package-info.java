/** Networks that answer together, each with the weight of its occupation. */
@NullMarked
package dev.tarn.study.superposed;

import org.jspecify.annotations.NullMarked;
