package dev.tarn.plot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.landscape.Connection;
import dev.tarn.landscape.DisconnectivityTree;
import dev.tarn.landscape.Landscape;
import dev.tarn.store.NetworkDescription;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.assertj.core.api.InstanceOfAssertFactories;
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
    assertThat(browser.number("Number(document.querySelector('.right').dataset.value)"))
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

  /** As of points from another program. */
  @Test
  void pathsOfUnknownLengthAreDrawnStepByStep() throws Exception {
    Landscape landscape = Samples.random(2, 0, 2, 5);
    landscape.restore(Samples.transitionState(3, 2.0), 1);
    landscape.connect(new Connection(3, 1, 2, 0.0, 0.0, 0));
    browser.open(Samples.page(Samples.ONE, landscape, "explore"));
    int from = landscape.minima().get(0).id();
    browser.one("#keep").click();
    browser.click("#rows tr[data-id='" + (3 - from) + "'] td");
    assertThat(browser.texts("#profile tbody td").get(5)).isEqualTo("–");
    assertThat(browser.text("#profile")).contains("at equal distances");
  }

  @Test
  void saysThatThereIsNothing() throws Exception {
    browser.open(Samples.page(Samples.TWO, Samples.empty(Samples.TWO), "explore"));
    assertThat(browser.text("#parts")).isEqualTo("The database holds no stationary points yet.");
    assertThat(browser.text("#panel-title")).isEqualTo("No point is selected");
    browser.press(Keys.TAB, Keys.TAB, Keys.ENTER);
    // Without a minimum nothing is occupied at any temperature.
    assertThat(browser.one("#heat").isDisplayed()).isFalse();
  }

  @Test
  void showsTheZeroMinimumAndADegeneratePoint() throws Exception {
    browser.open(Samples.page(Samples.ONE, Samples.zeroAndDegenerate(), "enumerate"));
    assertThat(browser.text("#panel-title")).isEqualTo("Minimum 1");
    assertThat(browser.text("#panel .diagram")).contains("every weight is zero");
    // One half everywhere is no answer.
    assertThat(browser.text(".right")).isEqualTo("0.00 %");
    browser.one("#zero").click();
    assertThat(browser.text("#parts")).isEqualTo("There is no minimum to draw.");
    browser.choose("#which", "degenerate");
    browser.click("#rows tr[data-id='d1'] td");
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

  /** Every text against what is behind it, by the definition of WCAG 2: at least 4.5. */
  @Test
  void textsStandOutInLightAndDark() throws Exception {
    inLightAndDark(
        """
        const poor = [];
        for (const node of document.querySelectorAll("body *")) {
          const own = [...node.childNodes].some((each) => each.nodeType === 3 && each.data.trim() !== "");
          if (!own || !node.getClientRects().length || node.closest("script, style")) continue;
          const style = getComputedStyle(node);
          const ratio = contrast(node.ownerSVGElement ? style.fill : style.color, 1, behind(node));
          if (ratio < 4.5) poor.push(node.textContent + " " + ratio.toFixed(2));
        }
        return poor;""",
        List.of(Samples.page(Samples.ONE, Samples.random(12, 15, 3, 5), "explore")));
  }

  /** Every line and shape, coloured by every quantity: at least 3, by its line or by its inside. */
  @Test
  void shapesStandOutInLightAndDark() throws Exception {
    inLightAndDark(
        """
        const poor = new Set();
        const colour = document.getElementById("colour");
        let seen = 0;
        for (const option of [...colour.options]) {
          colour.value = option.value;
          colour.dispatchEvent(new Event("change"));
          for (const node of document.querySelectorAll(
              "#tree :is(path, line), .swatch path, figure :is(path, line, circle, rect)")) {
            const style = getComputedStyle(node);
            if (style.display === "none" || node.closest("defs, .map") || !node.getClientRects().length) continue;
            // One may lie on the other, and then a rim is enough.
            const ratio = Math.max(...["stroke", "fill"].filter((kind) => style[kind] !== "none")
              .map((kind) => contrast(style[kind], Number(style[kind + "-opacity"]), behind(node))));
            seen++;
            if (ratio < 3) poor.add(option.value + " " + node.outerHTML.slice(0, 80) + " " + ratio.toFixed(2));
          }
        }
        return seen > 100 ? [...poor] : ["only " + seen + " shapes"];""",
        List.of(
            Samples.page(Samples.ONE, Samples.random(12, 15, 3, 5), "explore"),
            Samples.page(Samples.ONE, Samples.random(400, 500, 1, 5), "explore")));
  }

  /** Runs a script that lists what stands out too little, with two points side by side. */
  private static void inLightAndDark(String script, List<String> pages) throws Exception {
    for (String scheme : List.of("light", "dark")) {
      browser.scheme(scheme);
      for (String page : pages) {
        browser.open(page);
        browser.one("#keep").click();
        browser.choose("#which", "0");
        browser.click("#rows tr[data-id='3'] td");
        assertThat(browser.value("(() => {" + CONTRAST + script + "})()"))
            .as(scheme)
            .asInstanceOf(InstanceOfAssertFactories.LIST)
            .isEmpty();
      }
    }
    browser.scheme("light");
  }

  private static final String CONTRAST =
      """
        const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
        const luminance = (rgb) => rgb.map((c) => c / 255)
          .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
          .reduce((sum, c, k) => sum + c * [0.2126, 0.7152, 0.0722][k], 0);
        const behind = (node) => {
          for (let each = node; each; each = each.parentElement) {
            const colour = getComputedStyle(each).backgroundColor;
            if (numbers(colour)[3] !== 0) return colour;
          }
        };
        const contrast = (colour, opacity, back) => {
          const ground = numbers(back).slice(0, 3);
          const mixed = numbers(colour).slice(0, 3).map((c, k) => opacity * c + (1 - opacity) * ground[k]);
          const [a, b] = [luminance(mixed), luminance(ground)];
          return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        };
      """;

  /** The bounds leave room for a machine with other work to do. */
  @Test
  void threeThousandPointsDoNotLag() throws Exception {
    browser.open(Samples.page(Samples.ONE, Samples.random(1000, 2000, 1, 5), "explore"));
    assertThat(browser.number("performance.getEntriesByName('first graph')[0].duration"))
        .isLessThan(2000.0);
    for (String act :
        List.of(
            "document.getElementById('zoom-in').click()",
            "document.querySelector('#rows tr[data-id]:nth-child(9) td').click()",
            "document.querySelector('#rows th button').click()")) {
      // From the click to the frame that shows what it did, in milliseconds.
      String time =
          "new Promise((done) => { const began = performance.now(); "
              + act
              + "; requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));"
              + " })";
      double best = DoubleStream.generate(() -> browser.number(time)).limit(3).min().orElseThrow();
      assertThat(best).as(act).isLessThan(250.0);
    }
  }

  @Test
  void printsEverySelectedRowInLightColours() throws Exception {
    browser.scheme("dark");
    browser.open(Samples.page(Samples.ONE, Samples.random(100, 400, 1, 5), "explore"));
    String shown = "getComputedStyle(document.body).backgroundColor";
    assertThat(browser.value(shown)).isEqualTo("rgb(21, 24, 28)");
    browser.value(
        "(() => { addEventListener('beforeprint', () => {"
            + " window.printed = document.querySelectorAll('#rows tr[data-id]').length;"
            + " window.kept = document.querySelector('#rows tr[aria-selected]').dataset.id; });"
            + " })()");
    browser.tabTo("#rows");
    browser.press(Keys.END, Keys.ENTER);
    String last = browser.text("#panel-title").replaceAll("\\D", "");
    browser.command("Page.printToPDF", Map.of());
    assertThat(browser.number("window.printed")).isEqualTo(301.0);
    // A reader looks for the row that stands beside it on the page.
    assertThat(browser.value("window.kept")).isEqualTo(last);
    assertThat(browser.text("#shown")).isEqualTo("500 points");
    browser.scheme("light");
    assertThat(browser.value(shown)).isEqualTo("rgb(255, 255, 255)");
  }

  /** Paper is as wide whatever the window, and the next page repeats what its columns are. */
  @Test
  void printsTheColumnsThatFitOnPaper() throws Exception {
    browser.width(375);
    browser.open(Samples.page(Samples.ONE, Samples.random(20, 40, 1, 5), "explore"));
    String columns = "document.querySelectorAll('#rows th').length";
    double before = browser.number(columns);
    browser.value(
        "(() => { addEventListener('beforeprint', () => { window.printed = "
            + columns
            + "; }); })()");
    browser.command("Page.printToPDF", Map.of());
    assertThat(browser.number("window.printed")).isGreaterThanOrEqualTo(8.0).isGreaterThan(before);
    assertThat(browser.number(columns)).isEqualTo(before);
    browser.width(1280);
  }

  @Test
  void aTallerWindowShowsMoreRows() throws Exception {
    browser.open(Samples.page(Samples.ONE, Samples.random(100, 400, 1, 5), "explore"));
    String rows = "document.querySelectorAll('#rows tr[data-id]').length";
    double before = browser.number(rows);
    browser.command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 1280, "height", 2600, "deviceScaleFactor", 1, "mobile", false));
    String later = "new Promise((done) => setTimeout(() => done(" + rows + "), 300))";
    assertThat(browser.number(later)).isGreaterThan(before + 30.0);
    browser.width(1280);
  }
}
