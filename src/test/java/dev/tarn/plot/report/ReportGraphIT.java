package dev.tarn.plot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.landscape.Connection;
import dev.tarn.landscape.DisconnectivityTree;
import dev.tarn.network.Network;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.study.PointQuantities;
import dev.tarn.study.RocCurve;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

/**
 * The graph of two hidden units at lambda 1e-4 in a browser: what it draws, and what it tells where
 * one points or clicks.
 */
class ReportGraphIT extends GraphPage {
  private static final Network NETWORK = Samples.TWO.network();

  private static PointQuantities quantities;

  @BeforeAll
  static void takeQuantities() {
    quantities = new PointQuantities(NETWORK, landscape, RocCurve.DEFAULT_TOLERANCE);
  }

  /** The superbasin of all minima; its bar is not near another one. */
  private static DisconnectivityTree.Node superbasin() {
    return DisconnectivityTree.of(landscape, id -> true).roots().get(0);
  }

  private static double[] weightsShown() {
    return browser.texts("#weights tbody td.number").stream()
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  /** Checks that the panel shows a point with all its numbers. */
  private static void assertShown(StationaryPoint point, String title) {
    assertThat(browser.text("#panel-title")).isEqualTo(title);
    List<String> names = browser.texts("#panel dt");
    List<String> values = browser.texts("#panel dd");
    assertThat(Double.parseDouble(values.get(names.indexOf("energy")))).isEqualTo(point.energy());
    assertThat(values.get(names.indexOf("symmetry copies"))).isEqualTo(point.orbit().toString());
    // One order everywhere, that of "show".
    List<String> order = NETWORK.layout().names();
    List<String> shown =
        browser.texts("#weights tbody td").stream().filter(text -> text.contains("[")).toList();
    assertThat(shown).containsExactlyElementsOf(order);
    double[] expected =
        shown.stream().mapToDouble(name -> point.coordinates().get(order.indexOf(name))).toArray();
    assertThat(weightsShown()).containsExactly(expected);
    browser.one("#panel details summary").click();
    assertThat(browser.texts("#eigenvalues li").stream().map(Double::valueOf))
        .containsExactlyElementsOf(point.eigenvalues().asList());
  }

  @Test
  void opensWithoutAWordAndAsksForNothing() throws Exception {
    open();
    assertThat(browser.requests()).hasSize(1).allMatch(address -> address.startsWith("file:"));
    assertThat(browser.messages()).isEmpty();
    assertThat(browser.text("h1")).contains("2 hidden units, lambda 1e-4");
    assertThat(browser.text("#lead")).contains("5 minima, 12 transition states, 7 saddles");
    assertThat(browser.number("performance.getEntriesByName('first graph').length")).isEqualTo(1.0);
  }

  @Test
  void tellsThePointThatTheMouseIsAt() {
    for (StationaryPoint minimum : landscape.minima()) {
      browser.mouse().moveToElement(browser.one(node(minimum.id()) + " .mark")).perform();
      assertThat(browser.text("#tip").lines())
          .containsExactly(
              "Minimum " + minimum.id(),
              "energy " + number(minimum.energy()),
              "AUC " + number(quantities.auc(minimum)),
              "orbit " + minimum.orbit(),
              quantities.connectedUnits(minimum)
                  + (quantities.connectedUnits(minimum) == 1
                      ? " connected unit"
                      : " connected units"));
    }
  }

  /** As the page writes it; all energies here are above 1e-3. */
  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  @Test
  void tellsTheBarrierThatTheMouseIsAt() {
    StationaryPoint top = landscape.get(superbasin().id());
    moveToBar(top.id());
    assertThat(browser.text("#tip").lines())
        .contains(
            "Transition state " + top.id(),
            "energy " + number(top.energy()),
            "AUC " + number(quantities.auc(top)),
            "orbit " + top.orbit(),
            "superbasin of " + superbasin().minima() + " minima");
  }

  /** Moves the mouse to a place on a bar where no other line is. */
  private static void moveToBar(int id) {
    double[] place = browser.place(node(id) + " .line", 0.3);
    browser.mouse().moveToLocation((int) place[0], (int) place[1]).perform();
  }

  @Test
  void showsTheMinimumThatIsClicked() {
    for (StationaryPoint minimum : landscape.minima()) {
      browser.one(node(minimum.id()) + " .mark").click();
      assertShown(minimum, "Minimum " + minimum.id());
    }
  }

  @Test
  void showsTheBarrierThatIsClicked() {
    StationaryPoint top = landscape.get(superbasin().id());
    moveToBar(top.id());
    browser.mouse().click().perform();
    assertShown(top, "Transition state " + top.id());
    Connection connection = landscape.connection(top.id()).orElseThrow();
    assertThat(browser.texts("#panel button.link"))
        .containsExactly("minimum " + connection.minus(), "minimum " + connection.plus());
    browser.one("#panel button.link").click();
    assertThat(browser.text("#panel-title")).isEqualTo("Minimum " + connection.minus());
  }

  @Test
  void drawsEnergiesToScale() {
    List<StationaryPoint> minima = landscape.minima();
    double low = minima.get(0).energy();
    int last = minima.size() - 1;

    browser.choose("#scale", "linear");
    double[] y = heights();
    double perNat = (y[last] - y[0]) / (minima.get(last).energy() - low);
    for (int k = 0; k <= last; k++) {
      assertThat(y[k]).isCloseTo(y[0] + perNat * (minima.get(k).energy() - low), within(0.01));
    }

    browser.choose("#scale", "log");
    y = heights();
    double first = Math.log(minima.get(1).energy() - low);
    double perFold = (y[last] - y[1]) / (Math.log(minima.get(last).energy() - low) - first);
    for (int k = 1; k <= last; k++) {
      double expected = y[1] + perFold * (Math.log(minima.get(k).energy() - low) - first);
      assertThat(y[k]).isCloseTo(expected, within(0.01));
    }
    assertThat(y[0]).isGreaterThan(y[1]);
    assertThat(browser.text("#tree .title")).isEqualTo("energy above the lowest minimum / nats");
  }

  private static List<String> colours() {
    return landscape.minima().stream()
        .map(
            minimum ->
                String.valueOf(
                    browser.value(
                        "getComputedStyle(document.querySelector(\""
                            + node(minimum.id())
                            + " .line\")).stroke")))
        .toList();
  }

  /** The relative luminance of {@code rgb(r, g, b)}, by the definition of WCAG 2. */
  private static double luminance(String colour) {
    String[] parts = colour.replaceAll("[^0-9,]", "").split(",", -1);
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0.0;
    for (int k = 0; k < 3; k++) {
      double value = Double.parseDouble(parts[k]) / 255.0;
      sum +=
          weights[k] * (value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
    }
    return sum;
  }

  @Test
  void coloursByTheQuantityChosen() {
    browser.choose("#colour", "AUC");
    List<String> byArea = colours();
    List<StationaryPoint> minima = landscape.minima();
    for (int a = 0; a < minima.size(); a++) {
      for (int b = 0; b < a; b++) {
        assertThat(byArea.get(a).equals(byArea.get(b)))
            .isEqualTo(quantities.auc(minima.get(a)) == quantities.auc(minima.get(b)));
      }
    }
    assertThat(browser.texts("#legend .swatch")).containsExactly("1", "0.75", "0.5");

    browser.choose("#colour", "ENERGY");
    List<Double> byEnergy = colours().stream().map(ReportGraphIT::luminance).toList();
    assertThat(byEnergy).isSortedAccordingTo(Comparator.naturalOrder());
    assertThat(Set.copyOf(byEnergy)).hasSizeGreaterThan(2);
    assertThat(browser.texts("#legend .range")).hasSize(1);
  }

  @Test
  void leavesTheZeroMinimumOut() {
    int zero =
        landscape.minima().stream().filter(PointQuantities::isZero).findFirst().orElseThrow().id();
    assertThat(idsDrawn()).isEqualTo(ids(DisconnectivityTree.of(landscape, id -> true)));
    browser.one("#zero").click();
    assertThat(idsDrawn())
        .isEqualTo(ids(DisconnectivityTree.of(landscape, id -> id != zero)))
        .doesNotContain(zero);
    browser.one("#zero").click();
    assertThat(idsDrawn()).contains(zero);
  }

  private static Set<Integer> ids(DisconnectivityTree tree) {
    Set<Integer> ids = new TreeSet<>();
    tree.nodes().forEach(node -> ids.add(node.id()));
    return ids;
  }

  private static Set<Integer> idsDrawn() {
    Set<Integer> ids = new TreeSet<>();
    for (WebElement node : browser.all("#nodes [data-id]")) {
      ids.add(Integer.valueOf(String.valueOf(node.getDomAttribute("data-id"))));
    }
    return ids;
  }
}
