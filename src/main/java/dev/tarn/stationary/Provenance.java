package dev.tarn.stationary;

/**
 * What produced a stationary point.
 *
 * @param run the number of the run within its database, 0 without one
 * @param job the number of the job within the search
 * @param method what the job did, for example {@code "basin-hopping"}
 */
public record Provenance(int run, long job, String method) {}
