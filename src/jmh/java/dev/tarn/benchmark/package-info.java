/**
 * Benchmarks of the engine: derivatives, eigenvalues, quenches, transition-state searches, paths
 * and a whole exploration. {@code docs/benchmarks.md} keeps the figures and says how to run them.
 */
package dev.tarn.benchmark;
