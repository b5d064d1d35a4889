package dev.tarn.explore;

/**
 * What to say of a run that found nothing.
 *
 * @param searches the number of searches
 * @param failures those that ended in no stationary point
 * @param degenerate the number of those that ended in a degenerate point
 */
record Failing(long searches, ExplorerEvent.Failures failures, long degenerate) {

  String sentence() {
    return "no stationary point in "
        + searches
        + " searches: "
        + failures.notFinite()
        + " met numbers that are not finite, "
        + failures.unconverged()
        + " did not converge, "
        + degenerate
        + " ended in degenerate points; "
        + advice();
  }

  private String advice() {
    long most = Math.max(failures.all(), degenerate);
    if (degenerate == most) {
      return "look for directions along which the energy does not change: null directions and zero modes"
          + " are to be given, and points that are flat to second order are put aside";
    }
    return failures.notFinite() >= failures.unconverged()
        ? "look at the energy where searches start, and whether it is bounded below"
        : "look whether the gradient is the derivative of the energy, whether the energy is bounded"
            + " below and smooth, and whether its gradients are less exact than the tolerance asks";
  }
}
