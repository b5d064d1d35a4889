package dev.tarn.plot.picture;

import dev.tarn.network.LayeredNetwork;

/**
 * Where the nodes of a network stand: a column for each layer, the bias nodes in a row above.
 * Immutable.
 */
final class DiagramLayout {
  /** The radius of a node that has room. */
  static final double RADIUS = 8.0;

  private static final double MARGIN = 4.0;
  private static final double WIDEST_SPACING = 28.0;
  private static final double NARROWEST_SPACING = 3.0;
  private static final double TALLEST = 310.0;
  private static final double RADIUS_SHARE = 0.42;
  private static final double BIAS_GAP = 34.0;

  private final LayeredNetwork network;
  private final double width;
  private final double spacing;
  private final double body;

  DiagramLayout(LayeredNetwork network, double width) {
    this.network = network;
    this.width = width;
    int tallest = 0;
    for (int column = 0; column <= network.layers().size(); column++) {
      tallest = Math.max(tallest, network.size(column));
    }
    double fitting = TALLEST / Math.max(1, tallest - 1);
    spacing = Math.max(NARROWEST_SPACING, Math.min(WIDEST_SPACING, fitting));
    body = spacing * Math.max(1, tallest - 1);
  }

  double x(int column) {
    double inner = width - 2.0 * (MARGIN + RADIUS);
    return MARGIN + RADIUS + inner * column / network.layers().size();
  }

  double y(int column, int node) {
    double middle = biasY() + BIAS_GAP + 0.5 * body;
    return middle + apart(column) * (node - 0.5 * (network.size(column) - 1));
  }

  double biasY() {
    return MARGIN + RADIUS;
  }

  public double bottom() {
    return biasY() + BIAS_GAP + body + RADIUS;
  }

  double radius(int column) {
    return Math.min(RADIUS, RADIUS_SHARE * apart(column));
  }

  /** How large the nodes of the fullest column are, as a share of those that have room. */
  double scale() {
    return Math.min(1.0, RADIUS_SHARE * spacing / RADIUS);
  }

  /** Columns of few nodes are spread over about the height of the tallest one. */
  private double apart(int column) {
    return Math.max(spacing, body / network.size(column));
  }
}
