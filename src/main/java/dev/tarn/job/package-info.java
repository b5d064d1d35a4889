/**
 * Jobs that do not depend on each other: run on threads, delivered in the order of their numbers,
 * each with a random stream of its own.
 */
@NullMarked
package dev.tarn.job;

import org.jspecify.annotations.NullMarked;
