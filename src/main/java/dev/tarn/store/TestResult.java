package dev.tarn.store;

import java.util.OptionalDouble;

/**
 * How a network does on examples that were kept apart.
 *
 * @param energy the mean loss on them, without the regulariser; in nats per example for classes
 * @param accuracy the share that is answered rightly; empty if the network does not classify
 */
public record TestResult(double energy, OptionalDouble accuracy) {}
