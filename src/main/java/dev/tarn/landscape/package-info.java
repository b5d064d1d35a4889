/**
 * The landscape: classes of minima and transition states as a graph, and the explorer that grows
 * it.
 */
package dev.tarn.landscape;
