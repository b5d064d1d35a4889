package dev.tarn.plot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.kinetics.Passage;
import dev.tarn.kinetics.RateNetwork;
import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.thermo.HarmonicModel;
import dev.tarn.thermo.Superposition;
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

  /** What the page computes by itself is what this program computes, at every temperature. */
  @Test
  void occupationsAndCommittorsFollowTheSlider() {
    HarmonicModel model = HarmonicModel.of(landscape, Samples.TWO.network());
    browser.choose("#which", "0");
    browser.choose("#colour", "COMMITTOR");
    for (String share : List.of("0", "0.3", "0.5", "0.8", "1")) {
      browser.value(
          "(() => { const slider = document.getElementById('temperature'); slider.value = '"
              + share
              + "'; slider.dispatchEvent(new Event('input')); })()");
      double temperature = Double.parseDouble(browser.text("#degrees").replace("T = ", ""));
      Vector shares = Superposition.of(model).at(temperature).occupations();
      int n = model.wells().size();
      boolean[] a = new boolean[n];
      boolean[] b = new boolean[n];
      a[0] = true;
      b[n - 1] = true;
      Vector committors = Passage.of(new RateNetwork(model, temperature), a, b).committors();
      List<String> ids = column("id");
      List<String> shown = column("occupation at T");
      List<String> meets = column("committor at T");
      for (int row = 0; row < n; row++) {
        int place = model.place(Integer.parseInt(ids.get(row)));
        // The temperature that the page tells has three digits.
        double p = shares.get(place);
        assertThat(Double.parseDouble(shown.get(row))).isCloseTo(p, within(0.02 * p + 1e-12));
        assertThat(Double.parseDouble(meets.get(row)))
            .isCloseTo(committors.get(place), within(0.01));
      }
    }
    assertThat(browser.text("#held")).startsWith("Held by minimum ");
    assertThat(browser.text("#legend")).startsWith("committor at T");
    int second = landscape.minima().get(1).id();
    browser.one("#rows tr[data-id='" + second + "'] td").click();
    browser.one("#choose-a").click();
    assertThat(browser.text("#set-a")).isEqualTo(Integer.toString(second));
    assertThat(column("committor at T").get(1)).isEqualTo("1");
    browser.choose("#which", "1");
    browser.one("#rows tr[data-id] td").click();
    assertThat(browser.one("#choose-a").isEnabled()).isFalse();
    assertThat(browser.text("#panel")).doesNotContain("occupation at T");
  }
}
