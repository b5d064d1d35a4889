/**
 * The database on disk: everything an exploration found, committed as it is found, in one SQLite
 * file that any SQLite client can read.
 */
@NullMarked
package dev.tarn.store;

import org.jspecify.annotations.NullMarked;
