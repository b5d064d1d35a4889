package dev.tarn.plot.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.landscape.DisconnectivityTree;
import dev.tarn.landscape.DisconnectivityTree.Barrier;
import dev.tarn.landscape.DisconnectivityTree.Minimum;
import dev.tarn.plot.format.Picture;
import dev.tarn.plot.format.PictureFormat;
import dev.tarn.plot.picture.DisconnectivityGraph.TreeStyle;
import dev.tarn.study.PointQuantities.Quantity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DisconnectivityGraphTest {
  private static final DisconnectivityTree TREE =
      DisconnectivityTree.of(
          List.of(new Minimum(11, -1.0), new Minimum(12, 0.0), new Minimum(13, 0.5)),
          List.of(new Barrier(21, 1.0, 11, 12), new Barrier(22, 2.0, 12, 13)));
  private static final Pattern LINE =
      Pattern.compile("<line[^>]*x1=\"([^\"]+)\" x2=\"([^\"]+)\" y1=\"([^\"]+)\" y2=\"([^\"]+)\"");
  private static final Pattern BRANCH = Pattern.compile("d=\"M(\\S+) (\\S+) (L[^\"Z]+)\"");
  private static final Pattern TEXT = Pattern.compile(">([^<>]+)</text");

  private static TreeStyle exact(boolean logarithmic) {
    return new TreeStyle(
        logarithmic, 0, Optional.empty(), Optional.empty(), false, true, Optional.empty(), "nats");
  }

  private static String svg(DisconnectivityTree tree, TreeStyle style) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PictureFormat.SVG.write(
          new DisconnectivityGraph(tree, style, Picture.COLUMN, "a tree", List.of()), 0.0, out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<String> texts(String svg) {
    List<String> texts = new ArrayList<>();
    Matcher matcher = TEXT.matcher(svg);
    while (matcher.find()) {
      texts.add(matcher.group(1));
    }
    return texts;
  }

  /** Where branches begin, from the lowest on the page to the highest. */
  private static List<Double> feet(String svg) {
    List<Double> feet = new ArrayList<>();
    Matcher matcher = BRANCH.matcher(svg);
    while (matcher.find()) {
      feet.add(Double.parseDouble(matcher.group(2)));
    }
    return feet.stream().sorted((a, b) -> Double.compare(b, a)).toList();
  }

  @Test
  void branchesBeginAtTheirEnergies() {
    List<Double> y = feet(svg(TREE, exact(false)));
    // Minima at -1, 0 and 0.5, then the superbasin at 1.
    assertThat(y).hasSize(4);
    double unit = y.get(0) - y.get(1);
    assertThat(unit).isPositive();
    assertThat(y.get(0) - y.get(2)).isCloseTo(1.5 * unit, within(1e-3));
    assertThat(y.get(0) - y.get(3)).isCloseTo(2.0 * unit, within(1e-3));
  }

  @Test
  void onALogarithmicScaleEqualRatiosAreEqualDistances() {
    DisconnectivityTree tree =
        DisconnectivityTree.of(
            List.of(new Minimum(1, 0.0), new Minimum(2, 1e-8), new Minimum(3, 1e-5)),
            List.of(new Barrier(4, 1e-2, 1, 2), new Barrier(5, 1.0, 2, 3)));
    List<Double> y = feet(svg(tree, exact(true)));
    double decade = (y.get(1) - y.get(2)) / 3.0;
    assertThat(decade).isPositive();
    assertThat(y.get(2) - y.get(3)).isCloseTo(3.0 * decade, within(1e-3));
    // The lowest minimum is infinitely deep: it ends in an arrow at the foot of the scale.
    assertThat(y.get(0)).isGreaterThan(y.get(1));
  }

  @Test
  void idsUnitsAndUnconnectedPartsAreNamed() {
    assertThat(texts(svg(TREE, exact(false))))
        .contains("11", "12", "13", "energy above the lowest minimum / nats")
        .noneMatch(text -> text.contains("parts"));
    DisconnectivityTree apart =
        DisconnectivityTree.of(
            List.of(new Minimum(1, 0.0), new Minimum(2, 1.0), new Minimum(3, 2.0)), List.of());
    String svg = svg(apart, exact(false));
    assertThat(texts(svg)).contains("3 parts that no known transition state joins");
    assertThat(svg.split("stroke-dasharray:2,2", -1)).hasSizeGreaterThan(1);
  }

  @Test
  void everythingStaysOnThePage() {
    for (TreeStyle style : List.of(exact(false), exact(true), TreeStyle.defaults())) {
      String svg = svg(TREE, style);
      Matcher line = LINE.matcher(svg);
      int lines = 0;
      while (line.find()) {
        lines++;
        for (int k = 1; k <= 2; k++) {
          assertThat(Double.parseDouble(line.group(k))).isBetween(0.0, Picture.COLUMN);
        }
      }
      assertThat(lines).isPositive();
    }
  }

  @Test
  void coloursHaveALegend() {
    Colouring auc = new Colouring(Quantity.AUC, Map.of(11, 1.0, 12, 0.75, 13, 0.75));
    TreeStyle style =
        new TreeStyle(
            false, 10, Optional.empty(), Optional.empty(), true, false, Optional.of(auc), "nats");
    String svg = svg(TREE, style);
    assertThat(texts(svg)).contains("AUC 0.75", "1").doesNotContain("11", "12", "13");
    assertThat(texts(svg)).anyMatch(text -> text.endsWith(" nats"));
    Colouring orbits = new Colouring(Quantity.ORBIT, Map.of(11, 1.0, 12, 8.0, 13, 46080.0));
    TreeStyle ramp =
        new TreeStyle(
            false, 10, Optional.empty(), Optional.empty(), true, true, Optional.of(orbits), "nats");
    assertThat(texts(svg(TREE, ramp))).contains("symmetry copies", "100");
  }

  @Test
  void aLoneMinimumIsDrawn() {
    DisconnectivityTree lone = DisconnectivityTree.of(List.of(new Minimum(1, 0.6931)), List.of());
    for (TreeStyle style : List.of(exact(false), exact(true), TreeStyle.defaults())) {
      assertThat(texts(svg(lone, style))).contains("1");
    }
  }

  @Test
  void labelsOfThousandsAreLeftOutAndThatIsSaid() {
    Random random = new Random(5);
    List<Minimum> minima = new ArrayList<>();
    List<Barrier> barriers = new ArrayList<>();
    for (int k = 0; k < 3000; k++) {
      minima.add(new Minimum(k, random.nextDouble()));
      if (k > 0) {
        barriers.add(new Barrier(9000 + k, 1.0 + random.nextDouble(), k, random.nextInt(k)));
      }
    }
    String svg = svg(DisconnectivityTree.of(minima, barriers), TreeStyle.defaults());
    assertThat(texts(svg)).contains("labels left out: 3000 minima").hasSizeLessThan(20);
    assertThat(feet(svg)).hasSizeGreaterThan(2900);
  }

  @Test
  void badInput() {
    DisconnectivityTree empty = DisconnectivityTree.of(List.of(), List.of());
    assertThatThrownBy(
            () ->
                new DisconnectivityGraph(
                    empty, TreeStyle.defaults(), Picture.COLUMN, "none", List.of()))
        .hasMessage("a disconnectivity graph needs at least one minimum");
    Optional<Double> none = Optional.empty();
    Optional<Colouring> plain = Optional.empty();
    assertThatThrownBy(() -> new TreeStyle(false, 1, none, none, false, true, plain, "nats"))
        .hasMessageContaining("or at least 2, not 1");
    assertThatThrownBy(
            () -> new TreeStyle(true, 9, Optional.of(0.0), none, false, true, plain, "nats"))
        .hasMessageContaining("on a logarithmic scale more than 0, not 0.0");
    assertThatThrownBy(
            () ->
                new TreeStyle(
                    false, 9, Optional.of(1.0), Optional.of(0.5), false, true, plain, "nats"))
        .hasMessageContaining("the highest energy is above the lowest, 1.0, and finite, not 0.5");
  }
}
