package dev.tarn.landscape;

import java.util.Locale;

/** What an exploration is after. */
public enum Goal {
  /** Minima and transition states, and the graph that they make. */
  EXPLORE,
  /**
   * Stationary points of every index, up to a largest one: complete when the Morse sum is 1 and
   * further searches bring nothing new.
   */
  ENUMERATE;

  /**
   * The name in databases.
   *
   * @return {@code "explore"} or {@code "enumerate"}
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
