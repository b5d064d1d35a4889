package dev.tarn.plot.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.network.LayeredNetwork;
import dev.tarn.network.LayeredNetwork.Layer;
import dev.tarn.network.Network;
import dev.tarn.plot.format.Picture;
import dev.tarn.potential.Vector;
import dev.tarn.testing.DrawnShapes;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class NetworkDiagramTest {
  private static final double CUTOFF = 1e-10;

  private static LayeredNetwork xor(int hidden, double... firstWeights) {
    Network network = Network.xor(hidden, 1e-3);
    return LayeredNetwork.of(network, Arrays.copyOf(firstWeights, network.dimension()));
  }

  private static NetworkDiagram diagram(LayeredNetwork network) {
    return new NetworkDiagram(network, CUTOFF, Picture.COLUMN, "a network");
  }

  /** The lines above the key, which begins below the lowest node. */
  private static List<Element> links(DrawnShapes drawing) {
    double lowest =
        drawing.stroked("circle").stream()
            .filter(circle -> DrawnShapes.number(circle, "r") > 4.0)
            .mapToDouble(circle -> DrawnShapes.number(circle, "cy"))
            .max()
            .orElseThrow();
    return drawing.stroked("line").stream()
        .filter(line -> DrawnShapes.number(line, "y1") <= lowest)
        .toList();
  }

  @Test
  void aNodeForEqualUnitsSaysHowManyTheyAre() {
    NetworkDiagram diagram =
        new NetworkDiagram(
            xor(2, 2.0, -4.0, 1.0), List.of(7, 3), CUTOFF, Picture.COLUMN, "a network");
    assertThat(DrawnShapes.of(diagram).texts()).contains("7×", "3×").doesNotContain("h0");
  }

  @Test
  void weightsBeyondTheCutoffAreLinksAsWideAsTheyAreLarge() {
    // Both weights to the outputs, both from the inputs, and the bias of the first of two units.
    DrawnShapes drawing = DrawnShapes.of(diagram(xor(2, 2.0, -4.0, 1e-10, -1e-9, 1.0)));
    List<Element> links = links(drawing);
    assertThat(links).extracting(DrawnShapes::isDashed).containsExactly(true, false, false, true);
    double[] widths =
        links.stream()
            .mapToDouble(link -> Double.parseDouble(DrawnShapes.style(link, "stroke-width")))
            .toArray();
    assertThat(widths[0] / widths[1]).isCloseTo(2.0, within(1e-5));
    assertThat(widths[0] / widths[2]).isCloseTo(4.0, within(1e-5));
    // Too thin to be seen, drawn nevertheless.
    assertThat(widths[3]).isEqualTo(0.2);
    assertThat(DrawnShapes.style(links.get(0), "stroke"))
        .isNotEqualTo(DrawnShapes.style(links.get(1), "stroke"))
        .isEqualTo(DrawnShapes.style(links.get(3), "stroke"));
    assertThat(drawing.texts()).contains("|w| = 4, the largest", "bias", "no |w| above 10");
  }

  @Test
  void linksJoinTheNodesThatTheirWeightsBelongTo() {
    LayeredNetwork network =
        new LayeredNetwork(
            1,
            List.of(
                new Layer(List.of(Vector.of(3.0), Vector.of(0.0)), Vector.of(0.0, 0.0)),
                new Layer(List.of(Vector.of(0.0, -2.0)), Vector.of(1.0))));
    List<Element> links = links(DrawnShapes.of(diagram(network)));
    List<Element> circles =
        DrawnShapes.of(diagram(network)).stroked("circle").stream()
            .filter(circle -> DrawnShapes.number(circle, "r") > 4.0)
            .toList();
    assertThat(links).hasSize(3);
    assertThat(circles).hasSize(4);
    assertJoins(links.get(0), circles.get(0), circles.get(1));
    assertJoins(links.get(1), circles.get(2), circles.get(3));
    // The bias stands above the hidden units.
    assertThat(DrawnShapes.number(links.get(2), "x1"))
        .isEqualTo(DrawnShapes.number(circles.get(1), "cx"));
    assertThat(DrawnShapes.number(links.get(2), "y1"))
        .isLessThan(DrawnShapes.number(circles.get(1), "cy") - 16.0);
    assertThat(DrawnShapes.number(links.get(2), "y2"))
        .isEqualTo(DrawnShapes.number(circles.get(3), "cy"));
  }

  private static void assertJoins(Element link, Element from, Element to) {
    assertThat(DrawnShapes.number(link, "x1")).isEqualTo(DrawnShapes.number(from, "cx"));
    assertThat(DrawnShapes.number(link, "y1")).isEqualTo(DrawnShapes.number(from, "cy"));
    assertThat(DrawnShapes.number(link, "x2")).isEqualTo(DrawnShapes.number(to, "cx"));
    assertThat(DrawnShapes.number(link, "y2")).isEqualTo(DrawnShapes.number(to, "cy"));
  }

  @Test
  void unconnectedNodesAreHollow() {
    // The third of three units has no weights.
    DrawnShapes drawing =
        DrawnShapes.of(diagram(xor(3, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0)));
    List<Element> nodes =
        drawing.stroked("circle").stream()
            .filter(circle -> DrawnShapes.number(circle, "r") > 4.0)
            .toList();
    assertThat(nodes)
        .extracting(DrawnShapes::isDashed)
        .containsExactly(false, false, false, false, true, false, false);
    assertThat(links(drawing)).hasSize(10);
  }

  @Test
  void theZeroPointHasNoLinks() {
    DrawnShapes drawing = DrawnShapes.of(diagram(xor(2)));
    assertThat(drawing.stroked("line")).isEmpty();
    assertThat(drawing.stroked("circle")).isNotEmpty().allMatch(DrawnShapes::isDashed);
    assertThat(drawing.texts()).contains("no |w| above 10").noneMatch(t -> t.contains("largest"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 6, 20, 200})
  void everyNumberOfUnitsHasItsPlace(int hidden) {
    double[] x = new double[5 * hidden + 2];
    Arrays.fill(x, 1.0);
    NetworkDiagram picture = diagram(xor(hidden, x));
    List<Element> circles = DrawnShapes.of(picture).stroked("circle");
    assertThat(circles).hasSize(hidden + 4);
    for (int k = 0; k < circles.size(); k++) {
      double radius = DrawnShapes.number(circles.get(k), "r");
      assertThat(DrawnShapes.number(circles.get(k), "cx"))
          .isBetween(radius, picture.width() - radius);
      assertThat(DrawnShapes.number(circles.get(k), "cy"))
          .isBetween(radius, picture.height() - radius);
      if (k > 2 && k < hidden + 2) {
        assertThat(DrawnShapes.number(circles.get(k), "cy"))
            .isGreaterThan(DrawnShapes.number(circles.get(k - 1), "cy") + 2.0 * radius);
      }
    }
    boolean named = DrawnShapes.of(picture).texts().stream().filter("h"::equals).count() == hidden;
    assertThat(named).isEqualTo(hidden <= NetworkDiagram.READABLE);
  }

  @Test
  void theCutoffIsANumber() {
    for (double cutoff : new double[] {-1.0, Double.NaN}) {
      assertThatThrownBy(() -> new NetworkDiagram(xor(1), cutoff, Picture.COLUMN, "a network"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("not " + cutoff);
    }
  }
}
