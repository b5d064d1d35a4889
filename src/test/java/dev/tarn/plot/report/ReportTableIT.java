package dev.tarn.plot.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.landscape.Landscape;
import dev.tarn.stationary.StationaryPoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The table of all points of two hidden units at lambda 1e-4 in a browser. */
class ReportTableIT {
  @TempDir private static Path folder;
  private static Landscape landscape;
  private static String page;
  private static Browser browser;

  @BeforeAll
  static void start() {
    browser = Browser.start(folder);
    landscape = Samples.twoUnits();
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
    browser.open(page);
  }

  @Test
  void answersAsManyInputsRightAsJavaDoes() {
    browser.tabTo("#rows");
    browser.press(Keys.HOME);
    for (StationaryPoint point : landscape.points()) {
      browser.press(Keys.ENTER);
      assertThat(browser.text("#panel-title")).endsWith(" " + point.id());
      browser.press(Keys.ARROW_DOWN);
      double shown =
          Double.parseDouble(String.valueOf(browser.one("#right").getDomAttribute("data-value")));
      assertThat(shown)
          .as("point %s", point.id())
          .isEqualTo(Samples.fractionRight(Samples.TWO, point));
    }
  }

  @Test
  void sortsItsTableByNumbersAndByText() {
    List<Double> energies = new ArrayList<>();
    landscape.points().forEach(point -> energies.add(point.energy()));
    assertThat(column("energy / nats").stream().map(Double::valueOf))
        .containsExactlyElementsOf(energies);
    assertThat(order("energy / nats")).isEqualTo("ascending");
    header("energy / nats").click();
    energies.sort(Comparator.reverseOrder());
    assertThat(column("energy / nats").stream().map(Double::valueOf))
        .containsExactlyElementsOf(energies);
    assertThat(order("energy / nats")).isEqualTo("descending");

    header("kind").sendKeys(Keys.ENTER);
    assertThat(order("energy / nats")).isEqualTo("none");
    assertThat(order("kind")).isEqualTo("ascending");
    assertThat(column("kind")).isSorted().hasSize(24);
    header("kind").sendKeys(Keys.ENTER);
    assertThat(order("kind")).isEqualTo("descending");
    assertThat(column("kind")).isSortedAccordingTo(Comparator.reverseOrder());
  }

  private static int place(String title) {
    return browser.texts("#rows th button").stream()
        .map(text -> text.replaceAll(" [▲▼]$", ""))
        .toList()
        .indexOf(title);
  }

  private static WebElement header(String title) {
    return browser.all("#rows th button").get(place(title));
  }

  private static String order(String title) {
    return String.valueOf(browser.all("#rows th").get(place(title)).getDomAttribute("aria-sort"));
  }

  private static List<String> column(String title) {
    return browser.texts("#rows tr[data-id] td:nth-child(" + (place(title) + 1) + ")");
  }

  @Test
  void filtersByIndexAndLinksTheRowsToTheGraph() {
    browser.choose("#which", "1");
    assertThat(column("kind")).hasSize(12).containsOnly("transition state");
    browser.choose("#which", "0");
    int highest = landscape.minima().get(4).id();
    browser.one("#rows tr[data-id='" + highest + "'] td").click();
    assertThat(browser.text("#panel-title")).isEqualTo("Minimum " + highest);
    assertThat(browser.all("#nodes .selected[data-id='" + highest + "']")).hasSize(1);
    browser.one("#nodes [data-id='" + landscape.minima().get(0).id() + "'] .mark").click();
    assertThat(browser.one("#rows tr[aria-selected]").getDomAttribute("data-id"))
        .isEqualTo(Integer.toString(landscape.minima().get(0).id()));
  }
}
