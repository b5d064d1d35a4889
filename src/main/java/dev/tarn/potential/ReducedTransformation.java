package dev.tarn.potential;

/** A transformation of the full space as it acts on an invariant subspace. Immutable. */
final class ReducedTransformation implements Transformation {
  private final Transformation full;
  private final Reduction reduction;

  ReducedTransformation(Transformation full, Reduction reduction) {
    this.full = full;
    this.reduction = reduction;
  }

  @Override
  public double[] apply(double[] x) {
    return reduction.reduce(full.apply(reduction.lift(x)));
  }

  @Override
  public Transformation after(Transformation first) {
    if (first instanceof ReducedTransformation other) {
      return new ReducedTransformation(full.after(other.full), reduction);
    }
    throw new IllegalArgumentException(
        "a transformation of a subspace cannot follow " + first + ", of another space");
  }

  @Override
  public Transformation inverse() {
    return new ReducedTransformation(full.inverse(), reduction);
  }

  @Override
  public boolean isIdentity() {
    return full.isIdentity();
  }

  @Override
  public int[] permutation() {
    return full.permutation();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReducedTransformation transformation
        && full.equals(transformation.full);
  }

  @Override
  public int hashCode() {
    return full.hashCode();
  }

  @Override
  public String toString() {
    return full.toString();
  }
}
