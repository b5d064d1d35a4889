package dev.tarn.plot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.landscape.DisconnectivityTree;
import dev.tarn.landscape.Landscape;
import dev.tarn.store.NetworkDescription;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Pages of unusual landscapes in a browser: large, empty, in several parts. */
class ReportPagesIT {
  @TempDir private static Path folder;
  private static Browser browser;

  @BeforeAll
  static void start() {
    browser = Browser.start(folder);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  void nothingWentWrong() {
    assertThat(browser.messages()).isEmpty();
  }

  @Test
  void drawsAThousandMinimaAndFewRows() throws Exception {
    Landscape landscape = Samples.random(1000, 3000, 1, 5);
    browser.open(Samples.page(Samples.ONE, landscape, "explore"));
    assertThat(browser.number("document.querySelectorAll('#nodes [data-id]').length"))
        .isEqualTo(DisconnectivityTree.of(landscape, id -> true).nodes().size());
    assertThat(browser.text("#shown")).isEqualTo("4000 points");
    assertThat(browser.number("document.querySelectorAll('#rows tr[data-id]').length"))
        .isBetween(20.0, 100.0);
    browser.tabTo("#rows");
    browser.press(Keys.END);
    browser.press(Keys.ENTER);
    int highest = landscape.points().get(3999).id();
    assertThat(browser.text("#panel-title")).isEqualTo("Transition state " + highest);
    assertThat(browser.number("document.querySelectorAll('#rows tr[data-id]').length"))
        .isBetween(10.0, 100.0);
    assertThat(browser.text("#counts-body")).contains("not judged");
  }

  @Test
  void showsAnotherNetworkOnManyExamples() throws Exception {
    NetworkDescription small = Samples.moons(3);
    browser.open(Samples.page(small, Samples.onePoint(small), "explore"));
    assertThat(browser.text("#panel-title")).isEqualTo("Minimum 1");
    assertThat(browser.number("document.querySelectorAll('#panel .diagram .node').length"))
        .isGreaterThanOrEqualTo(6.0);
    assertThat(browser.text("#panel")).contains("accuracy", "link[1][0][0]", "bias[2][0]");
    NetworkDescription wide = Samples.moons(60);
    browser.open(Samples.page(wide, Samples.onePoint(wide), "explore"));
    assertThat(browser.text("#panel")).contains("2-60-1 nodes are too many to be drawn.");
  }

  @Test
  void showsEqualUnitsOnceTimesTheirNumber() throws Exception {
    Landscape landscape = Samples.fivePlusTwo();
    browser.open(Samples.page(Samples.TEN, landscape, "enumerate"));
    assertThat(browser.texts("#panel .diagram .node.unit text"))
        .containsExactly("x1", "x2", "×5", "×2", "×3", "p0", "p1");
    assertThat(browser.text("#panel"))
        .contains(
            "5+2; 3 without weights",
            "Equal units are drawn once",
            "hidden[5][1] × 2",
            "output[1][0] × 5",
            "hiddenBias[7] × 3");
    // Each unit counts as often as it is there.
    assertThat(browser.number("Number(document.getElementById('right').dataset.value)"))
        .isCloseTo(Samples.fractionRight(Samples.TEN, landscape.points().get(0)), within(1e-12));
  }

  @Test
  void turnsTheAtomsOfACluster() throws Exception {
    browser.open(Samples.page(Samples.ATOMS, Samples.triangle(), "explore"));
    assertThat(browser.text("h1")).isEqualTo("Landscape of three atoms");
    assertThat(browser.text("#panel")).contains("3 pairs of atoms", "1.122, apart", "x[8]");
    assertThat(browser.text("#graph")).doesNotContain("nats");
    String picture = "document.querySelector('canvas.atoms').toDataURL()";
    Object before = browser.value(picture);
    browser.mouse().dragAndDropBy(browser.one("canvas.atoms"), 40, 25).perform();
    Object after = browser.value(picture);
    assertThat(after).isNotEqualTo(before);
    browser.value("document.querySelector('canvas.atoms').focus()");
    browser.press(Keys.ARROW_LEFT);
    assertThat(browser.value(picture)).isNotEqualTo(after);
  }

  @Test
  void saysThatThereIsNothing() throws Exception {
    browser.open(Samples.page(Samples.TWO, Samples.empty(Samples.TWO), "explore"));
    assertThat(browser.text("#parts")).isEqualTo("The database holds no stationary points yet.");
    assertThat(browser.text("#panel-title")).isEqualTo("No point is selected");
    browser.press(Keys.TAB, Keys.TAB, Keys.ENTER);
  }

  @Test
  void showsTheZeroMinimumAndADegeneratePoint() throws Exception {
    browser.open(Samples.page(Samples.ONE, Samples.zeroAndDegenerate(), "enumerate"));
    assertThat(browser.text("#panel-title")).isEqualTo("Minimum 1");
    assertThat(browser.text("#panel .diagram")).contains("every weight is zero");
    // One half everywhere is no answer.
    assertThat(browser.text("#right")).isEqualTo("0.00 %");
    browser.one("#zero").click();
    assertThat(browser.text("#parts")).isEqualTo("There is no minimum to draw.");
    browser.choose("#which", "degenerate");
    browser.one("#rows tr[data-id='d1'] td").click();
    assertThat(browser.text("#panel-title")).isEqualTo("Degenerate point d1");
    assertThat(browser.text("#panel")).contains("0.625", "the index is not certain");
    assertThat(browser.text("#counts-body")).contains("put aside\n1; with them the sum is ");
  }

  @Test
  void drawsUnconnectedPartsApart() throws Exception {
    browser.open(Samples.page(Samples.ONE, Samples.random(12, 15, 3, 5), "explore"));
    assertThat(browser.text("#parts")).startsWith("3 unconnected parts, drawn apart");
    assertThat(browser.all(".divider")).hasSize(2);
    assertThat(browser.texts(".divider ~ text")).containsExactly("part 1", "part 2", "part 3");
  }

  @Test
  void printsEverySelectedRowInLightColours() throws Exception {
    browser.scheme("dark");
    browser.open(Samples.page(Samples.ONE, Samples.random(100, 400, 1, 5), "explore"));
    String shown = "getComputedStyle(document.body).backgroundColor";
    assertThat(browser.value(shown)).isEqualTo("rgb(21, 24, 28)");
    browser.value(
        "(() => { addEventListener('beforeprint', () => {"
            + " window.printed = document.querySelectorAll('#rows tr[data-id]').length; }); })()");
    browser.command("Page.printToPDF", Map.of());
    assertThat(browser.number("window.printed")).isEqualTo(300.0);
    assertThat(browser.text("#shown")).isEqualTo("500 points");
    browser.scheme("light");
    assertThat(browser.value(shown)).isEqualTo("rgb(255, 255, 255)");
  }
}
