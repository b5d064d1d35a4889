package dev.tarn.plot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.landscape.Connection;
import dev.tarn.landscape.DisconnectivityTree;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.study.PointQuantities;
import dev.tarn.study.RocCurve;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.WheelInput.ScrollOrigin;

/**
 * The graph of two hidden units at lambda 1e-4 in a browser: pointing, clicking, keys, switches.
 */
class ReportGraphIT {
  private static final Network NETWORK = Samples.TWO.network();

  @TempDir private static Path folder;
  private static Landscape landscape;
  private static PointQuantities quantities;
  private static String page;
  private static Browser browser;

  @BeforeAll
  static void start() {
    browser = Browser.start(folder);
    landscape = Samples.twoUnits();
    quantities = new PointQuantities(NETWORK, landscape, RocCurve.DEFAULT_TOLERANCE);
    page = Samples.page(Samples.TWO, landscape, "enumerate");
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open() throws Exception {
    browser.width(1280);
    browser.open(page);
  }

  private static String node(int id) {
    return "#nodes [data-id='" + id + "']";
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
    browser.open(page);
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

  /** The heights of the minima in the picture, from the lowest minimum to the highest. */
  private static double[] heights() {
    browser.settle();
    return landscape.minima().stream()
        .mapToDouble(minimum -> browser.place(node(minimum.id()) + " .line", 0.0)[1])
        .toArray();
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

  @Test
  void goesFromBranchToBranchByKeyboard() {
    browser.tabTo("#nodes");
    assertThat(browser.one(".ring").getDomAttribute("d")).isNotEmpty();
    List<Integer> fromLeft =
        landscape.minima().stream()
            .map(StationaryPoint::id)
            .sorted(Comparator.comparingDouble(id -> browser.place(node(id) + " .line", 0.0)[0]))
            .toList();
    browser.press(Keys.HOME);
    for (int id : fromLeft) {
      assertThat(active()).isEqualTo(Integer.toString(id));
      assertThat(browser.value("document.querySelector('#told').textContent"))
          .asString()
          .startsWith("Minimum " + id + ", energy ");
      browser.press(Keys.ENTER);
      assertThat(browser.text("#panel-title")).isEqualTo("Minimum " + id);
      browser.press(Keys.ARROW_RIGHT);
    }
    assertThat(active()).isEqualTo(Integer.toString(fromLeft.get(fromLeft.size() - 1)));
    browser.press(Keys.ARROW_UP, Keys.ENTER);
    assertThat(browser.text("#panel-title")).startsWith("Transition state ");
  }

  private static String active() {
    return String.valueOf(
        browser.value(
            "document.getElementById(document.getElementById('nodes')"
                + ".getAttribute('aria-activedescendant')).dataset.id"));
  }

  @Test
  void zoomsByButtonsKeysAndWheel() throws Exception {
    double[] whole = heights();
    browser.one("#zoom-in").click();
    assertThat(spread(heights())).isCloseTo(1.6 * spread(whole), within(1.0));
    browser.one("#zoom-all").click();
    assertThat(heights()).containsExactly(whole, within(0.01));
    browser.tabTo("#nodes");
    browser.press("+");
    assertThat(spread(heights())).isCloseTo(1.6 * spread(whole), within(1.0));
    browser.press("0");
    assertThat(heights()).containsExactly(whole, within(0.01));
    WebElement graph = browser.one("#tree");
    browser.mouse().scrollFromOrigin(ScrollOrigin.fromElement(graph), 0, -200).perform();
    assertThat(spread(heights())).isGreaterThan(1.1 * spread(whole));
    assertThat(browser.messages()).isEmpty();
  }

  @Test
  void zoomsOneAxisAndKeepsTheNotationOfItsTicks() {
    browser.choose("#scale", "log");
    assertThat(ticks()).contains("0").allMatch(TICK.asMatchPredicate());
    assertThat(browser.all("#tree .axis .gap")).hasSize(2);
    double[] whole = heights();
    double across = across();
    browser.choose("#zoom-axes", "y");
    browser.one("#zoom-in").click();
    assertThat(spread(heights())).isCloseTo(1.6 * spread(whole), within(1.0));
    assertThat(across()).isCloseTo(across, within(0.01));
    for (int k = 0; k < 12; k++) {
      browser.one("#zoom-in").click();
      browser.settle();
      List<String> ticks = ticks();
      assertThat(ticks).doesNotHaveDuplicates().allMatch(TICK.asMatchPredicate());
    }
    browser.one("#zoom-all").click();
    browser.choose("#zoom-axes", "x");
    browser.one("#zoom-in").click();
    assertThat(heights()).containsExactly(whole, within(0.01));
    assertThat(across()).isCloseTo(1.6 * across, within(1.0));
    browser.choose("#scale", "linear");
    for (int k = 0; k < 12; k++) {
      assertThat(ticks()).doesNotHaveDuplicates().allMatch(text -> text.matches("0\\.\\d+"));
      browser.choose("#zoom-axes", "y");
      browser.one("#zoom-in").click();
      browser.settle();
    }
  }

  private static final Pattern TICK =
      Pattern.compile("0|[1-9]\\d?(\\.\\d+)?|(\\d(\\.\\d+)?·)?10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+");

  private static List<String> ticks() {
    browser.settle();
    return browser.texts("#tree .axis text");
  }

  private static double across() {
    browser.settle();
    List<StationaryPoint> minima = landscape.minima();
    return Math.abs(
        browser.place(node(minima.get(0).id()) + " .line", 0.0)[0]
            - browser.place(node(minima.get(1).id()) + " .line", 0.0)[0]);
  }

  private static double spread(double[] heights) {
    return heights[0] - heights[heights.length - 1];
  }

  @Test
  void fitsAPhone() {
    browser.width(375);
    browser.one("#keep").click();
    browser.one(node(landscape.minima().get(2).id()) + " .mark").click();
    assertThat(browser.one("#profile svg").isDisplayed()).isTrue();
    assertThat(browser.number("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(browser.number("document.documentElement.clientWidth"))
        .isLessThanOrEqualTo(375.0);
    assertThat(browser.number("document.querySelector('#tree').getBoundingClientRect().right"))
        .isLessThanOrEqualTo(375.0);
    browser.one(node(landscape.minima().get(1).id()) + " .mark").click();
    assertThat(browser.text("#panel-title")).isEqualTo("Minimum " + landscape.minima().get(1).id());
  }
}
