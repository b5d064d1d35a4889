package dev.tarn.plot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.stationary.StationaryPoint;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.WheelInput.ScrollOrigin;

/** The graph of two hidden units at lambda 1e-4 in a browser: keys, zoom, a small screen. */
class ReportGraphMovesIT extends GraphPage {
  private static final Pattern TICK =
      Pattern.compile("0|[1-9]\\d?(\\.\\d+)?|(\\d(\\.\\d+)?·)?10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+");

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
    WebElement tree = browser.one("#tree");
    browser.mouse().scrollFromOrigin(ScrollOrigin.fromElement(tree), 0, -200).perform();
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
