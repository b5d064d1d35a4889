/**
 * The database on disk: everything an exploration found, committed as it is found, in one SQLite
 * file that any SQLite client can read.
 */
package dev.tarn.store;
