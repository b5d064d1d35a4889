/** The command line. */
package dev.tarn.cli;
