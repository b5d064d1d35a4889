/**
 * Landscapes in other programs' files: PATHSAMPLE, OPTIM, disconnectionDPS, pele, TopSearch, and
 * tables for notebooks. Each reader refuses what it does not understand, and says where.
 */
@NullMarked
package dev.tarn.store.foreign;

import org.jspecify.annotations.NullMarked;
