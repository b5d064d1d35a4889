package dev.tarn.plot.picture;

import dev.tarn.landscape.DisconnectivityTree;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.LayeredNetwork;
import dev.tarn.plot.canvas.Caption;
import dev.tarn.plot.canvas.Panels;
import dev.tarn.plot.canvas.Rows;
import dev.tarn.plot.canvas.SideBySide;
import dev.tarn.plot.format.Picture;
import dev.tarn.plot.picture.DisconnectivityGraph.TreeStyle;
import dev.tarn.study.PointQuantities;
import dev.tarn.study.PointQuantities.Quantity;
import dev.tarn.study.RocCurve;
import dev.tarn.study.SensitivityMap.InputGrid;
import dev.tarn.text.Numbers;
import dev.tarn.xor.Catalogues.Catalogue;
import dev.tarn.xor.XorProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The figures of Mehta, Zhao, Bernal and Wales, Phys. Rev. E 97, 052307 (2018), from catalogues.
 * Stateless.
 *
 * <p>Figure 1 is a row of disconnectivity graphs at lambda = 1e-6, one for each number of hidden
 * units. Figures 2 to 6 are of six hidden units: the graph on a linear scale, as in the paper, and
 * on a logarithmic one, which shows what the other squeezes together; below them the networks and
 * sensitivity maps of a few minima. The zero minimum is left out, but for one hidden unit.
 */
public final class PaperFigure {
  private static final double WIDTH = Picture.PAGE;
  private static final int GRAPHS = 2;
  private static final int COLUMNS = 3;
  private static final int FEW = 2;
  private static final int INSETS = 4;
  private static final double BETWEEN = 6.0;
  private static final List<String> EXPLANATION =
      List.of(
          "Networks: solid links are positive, dashed ones negative, their width is the magnitude;"
              + " squares are biases; hollow units have no weight above 10^{\u221210}.",
          "Arrows: minima below the scale. Maps: the probability of class 1, from blue (0) over white"
              + " (0.5) to red (1);",
          "solid line: 0.5; dashed lines: where the right answer changes; triangles and squares:"
              + " training inputs of class 0 and 1.");

  private PaperFigure() {}

  /**
   * Figure 1.
   *
   * @param catalogues those of one to six hidden units, at least one
   * @return the picture, as wide as a page
   */
  public static Picture ofUnits(List<Catalogue> catalogues) {
    double width = Panels.share(WIDTH, COLUMNS);
    List<Picture> panels = new ArrayList<>();
    Set<Double> scale = new TreeSet<>();
    for (Catalogue catalogue : catalogues) {
      scale.addAll(values(catalogue, Quantity.AUC));
    }
    for (Catalogue catalogue : catalogues) {
      int hidden = catalogue.hidden();
      panels.add(
          new Rows(
              "Disconnectivity graph of " + hidden + " hidden units",
              0.0,
              List.of(
                  new Caption(width, List.of("N_{h} = " + hidden)),
                  graph(catalogue, Quantity.AUC, scale, false, hidden == 1, width))));
    }
    return new Panels(
        "Figure 1: disconnectivity graphs for lambda 1e-6 and one to six hidden units",
        COLUMNS,
        panels);
  }

  /**
   * One of figures 2 to 6.
   *
   * @param number the number of the figure
   * @param catalogue that of six hidden units at its lambda, with a minimum besides zero
   * @return the picture, as wide as a page
   */
  public static Picture ofSixUnits(int number, Catalogue catalogue) {
    Collection<Double> scale = values(catalogue, Quantity.UNITS);
    List<Representative> minima =
        Representative.of(catalogue.network(), catalogue.landscape(), INSETS);
    // A tree of few branches says little for its size: its networks and maps have more of the room.
    boolean few = minima.size() <= FEW;
    double width = Panels.share(WIDTH, few ? COLUMNS : GRAPHS);
    List<Picture> graphs =
        List.of(
            graph(catalogue, Quantity.UNITS, scale, false, false, width),
            graph(catalogue, Quantity.UNITS, scale, true, false, width));
    double each = few ? width : Panels.share(WIDTH, INSETS);
    List<Picture> insets = new ArrayList<>();
    for (Representative minimum : minima) {
      insets.add(inset(catalogue, minimum, each));
    }
    String title =
        "Figure " + number + ": six hidden units, lambda " + Numbers.scientific(catalogue.lambda());
    Picture trees = new Panels(title, few ? 1 : GRAPHS, graphs);
    Picture networks =
        new Panels("Networks of some minima", few ? FEW : INSETS, graphs.size(), insets);
    List<Picture> parts =
        few ? List.of(new SideBySide(title, List.of(trees, networks))) : List.of(trees, networks);
    List<Picture> rows = new ArrayList<>(parts);
    rows.add(new Caption(WIDTH, EXPLANATION));
    return new Rows(title, BETWEEN, rows);
  }

  private static Picture graph(
      Catalogue catalogue,
      Quantity quantity,
      Collection<Double> scale,
      boolean logarithmic,
      boolean zero,
      double width) {
    Landscape landscape = catalogue.landscape();
    DisconnectivityTree tree =
        DisconnectivityTree.of(landscape, id -> zero || !PointQuantities.isZero(landscape.get(id)));
    TreeStyle style =
        new TreeStyle(
            logarithmic,
            TreeStyle.defaults().thresholds(),
            logarithmic ? belowBarriers(tree) : Optional.empty(),
            Optional.empty(),
            !logarithmic,
            true,
            Optional.of(colouring(catalogue, quantity, tree).among(scale)),
            "nats");
    List<String> notes = new ArrayList<>();
    if (!catalogue.completeness().complete()) {
      notes.add("the catalogue is not complete");
    }
    return new DisconnectivityGraph(tree, style, width, "Disconnectivity graph", notes);
  }

  /** The trunk below all barriers would take half of a logarithmic scale. */
  private static Optional<Double> belowBarriers(DisconnectivityTree tree) {
    double zero = tree.nodes().get(0).energy();
    return tree.nodes().stream()
        .filter(node -> !node.isLeaf() && node.energy() > zero)
        .map(node -> TreeScale.markBelow(node.energy() - zero))
        .min(Comparator.naturalOrder());
  }

  /** The values of all minima, shown or not. */
  private static Collection<Double> values(Catalogue catalogue, Quantity quantity) {
    DisconnectivityTree whole = DisconnectivityTree.of(catalogue.landscape(), id -> true);
    return colouring(catalogue, quantity, whole).values();
  }

  private static Colouring colouring(
      Catalogue catalogue, Quantity quantity, DisconnectivityTree tree) {
    Landscape landscape = catalogue.landscape();
    PointQuantities quantities =
        new PointQuantities(catalogue.network(), landscape, RocCurve.DEFAULT_TOLERANCE);
    return Colouring.of(quantity, quantities, landscape, tree);
  }

  private static Picture inset(Catalogue catalogue, Representative minimum, double width) {
    double[] x = minimum.point().coordinates().toArray();
    List<String> lines = new ArrayList<>();
    lines.add("minimum " + minimum.point().id());
    lines.add(minimum.roles().isEmpty() ? "one more" : String.join(", ", minimum.roles()));
    lines.add(minimum.units() + " of 6 units connected");
    lines.add(Numbers.fixed(100.0 * minimum.fractionRight(), 1) + " % answered right");
    String title = "Minimum " + minimum.point().id();
    Picture network =
        new NetworkDiagram(
                LayeredNetwork.of(catalogue.network(), x),
                PointQuantities.ZERO_WEIGHT,
                width,
                title)
            .bare();
    Picture map =
        new SensitivityPicture(
                XorProblem.sensitivity(catalogue.network(), x, InputGrid.ofThePaper()),
                width,
                title)
            .bare();
    return new Rows(title, BETWEEN, List.of(new Caption(width, lines), network, map));
  }
}
