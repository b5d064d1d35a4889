/** The commands and their options. */
@NullMarked
package dev.tarn.cli.command;

import org.jspecify.annotations.NullMarked;
