package dev.tarn.path;

/** The side of a transition state on which a path runs down. */
public enum Side {
  /** Against the direction of the downhill eigenvector. */
  MINUS,

  /** Along the downhill eigenvector. */
  PLUS;

  /**
   * The other side.
   *
   * @return {@link #PLUS} for {@link #MINUS}, and the other way round
   */
  public Side other() {
    return this == MINUS ? PLUS : MINUS;
  }
}
