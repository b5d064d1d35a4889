package dev.tarn.study;

/** A number that every stationary point has, to sort, colour or plot points by. */
public enum Quantity {
  /** The area under the ROC curve on the training data ({@link RocCurve}). */
  AUC("AUC", Kind.FEW_VALUES),
  /** The part of the training examples whose class is answered rightly. */
  ACCURACY("accuracy", Kind.LINEAR),
  /** The number of hidden units with a weight or bias that is not zero. */
  UNITS("connected units", Kind.FEW_VALUES),
  /** The number of weights and biases that are not zero. */
  WEIGHTS("non-zero weights", Kind.FEW_VALUES),
  /** The lowest probability that the network gives to the right class of a training input. */
  PROBABILITY("lowest probability of the right class", Kind.LINEAR),
  /** The energy. */
  ENERGY("energy / nats", Kind.LINEAR),
  /** The number of symmetry copies. */
  ORBIT("symmetry copies", Kind.LOGARITHMIC),
  /** The number of searches that ended at the point. */
  HITS("searches that ended here", Kind.LOGARITHMIC),
  /** The smallest magnitude of a Hessian eigenvalue. */
  EIGENVALUE("smallest |eigenvalue|", Kind.LOGARITHMIC);

  /** How the values of a quantity are best told apart. */
  public enum Kind {
    /** Few different values, each a category. */
    FEW_VALUES,
    /** By their differences. */
    LINEAR,
    /** Positive, by their ratios. */
    LOGARITHMIC
  }

  private final String title;
  private final Kind kind;

  Quantity(String title, Kind kind) {
    this.title = title;
    this.kind = kind;
  }

  /**
   * What the quantity is called in a legend.
   *
   * @return plain text, with the unit where there is one
   */
  public String title() {
    return title;
  }

  /**
   * How its values are told apart.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }
}
