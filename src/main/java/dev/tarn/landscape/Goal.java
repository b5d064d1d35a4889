package dev.tarn.landscape;

/** What an exploration is after. */
public enum Goal {
  /** Minima and transition states, and the graph that they make. */
  EXPLORE,
  /**
   * Stationary points of every index, up to a largest one: complete when the Morse sum is 1 and
   * further searches bring nothing new.
   */
  ENUMERATE
}
