package dev.tarn.plot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.kinetics.Passage;
import dev.tarn.kinetics.RateNetwork;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.MinimaxPath;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.weights.NamedWeights;
import dev.tarn.store.weights.WeightsFile;
import dev.tarn.thermo.HarmonicModel;
import dev.tarn.thermo.Superposition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
          Double.parseDouble(String.valueOf(browser.one(".right").getDomAttribute("data-value")));
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
    browser.settle();
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
    browser.click("#rows tr[data-id='" + highest + "'] td");
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
    browser.one("#columns summary").click();
    browser.one("#columns input[value='occupation']").click();
    browser.one("#columns input[value='committor']").click();
    browser.one("#columns summary").click();
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
    browser.click("#rows tr[data-id='" + second + "'] td");
    browser.one("#choose-a").click();
    assertThat(browser.text("#set-a")).isEqualTo(Integer.toString(second));
    assertThat(column("committor at T").get(1)).isEqualTo("1");
    browser.choose("#which", "1");
    browser.click("#rows tr[data-id] td");
    assertThat(browser.one("#choose-a").isEnabled()).isFalse();
    assertThat(browser.text("#panel")).doesNotContain("occupation at T");
  }

  @Test
  void findsPointsByWordsAndConditions() {
    browser.one("#find").sendKeys("transition energy<0.4");
    assertThat(column("id"))
        .containsExactlyElementsOf(
            landscape.transitionStates().stream()
                .filter(point -> point.energy() < 0.4)
                .map(point -> Integer.toString(point.id()))
                .toList());
    look("auc=0.75 index=0");
    assertThat(column("kind")).isNotEmpty().containsOnly("minimum");
    assertThat(column("AUC")).containsOnly("0.75");
    int lowest = landscape.minima().get(0).id();
    look("joins=" + lowest);
    assertThat(column("id"))
        .hasSize(
            Math.toIntExact(
                landscape.transitionStates().stream()
                    .filter(point -> joins(point.id(), lowest))
                    .count()));
    look(Integer.toString(lowest));
    assertThat(column("id")).containsExactly(Integer.toString(lowest));
    look("nonsense<1");
    assertThat(browser.text("#shown")).isEqualTo("24 points; not understood: nonsense<1");
  }

  private static boolean joins(int transitionState, int minimum) {
    return landscape.connection(transitionState).stream()
        .anyMatch(c -> c.minus() == minimum || c.plus() == minimum);
  }

  private static void look(String words) {
    browser.one("#find").clear();
    browser.one("#find").sendKeys(words);
  }

  @Test
  void cutsNoColumnOffUnlessAsked() {
    for (int width : List.of(1400, 1280, 375)) {
      browser.width(width);
      browser.settle();
      assertThat(browser.number("box().scrollWidth - box().clientWidth".replace("box()", BOX)))
          .as("at %s pixels", width)
          .isEqualTo(0.0);
      assertThat(browser.one("#sideways").isDisplayed()).isFalse();
    }
    browser.one("#columns summary").click();
    browser.all("#columns input:not(:checked)").forEach(WebElement::click);
    assertThat(browser.one("#sideways").isDisplayed()).isTrue();
    browser.one("#columns button").click();
    assertThat(browser.one("#sideways").isDisplayed()).isFalse();
    browser.width(1280);
  }

  private static final String BOX = "document.getElementById('rows')";

  @Test
  void savesRowsPicturesAndWeights() throws Exception {
    browser.value(
        "(() => { URL.createObjectURL = (blob) => { window.saved = blob.text(); return '#'; };"
            + " navigator.clipboard.writeText = (text) => { window.saved = text;"
            + " return Promise.resolve(); }; })()");
    browser.choose("#which", "0");
    browser.one("#save-rows").click();
    List<String> lines = saved().lines().toList();
    assertThat(lines.get(0)).startsWith("id,kind,energy,auc,");
    assertThat(lines.stream().skip(1).map(line -> Double.valueOf(line.split(",", -1)[2])))
        .containsExactlyElementsOf(
            landscape.minima().stream().map(StationaryPoint::energy).toList());
    browser.one("#save-graph").click();
    assertThat(saved())
        .startsWith("<svg")
        .contains("xmlns=\"http://www.w3.org/2000/svg\"", "stroke: rgb(0, 114, 178)");
    button("Copy as JSON").click();
    StationaryPoint lowest = landscape.minima().get(0);
    Path file = Files.writeString(folder.resolve("weights.json"), saved());
    assertThat(NamedWeights.of(Samples.TWO.network().layout(), WeightsFile.read(file), Map.of()))
        .hasValueSatisfying(x -> assertThat(x).containsExactly(lowest.coordinates().toArray()));
  }

  private static String saved() {
    return String.valueOf(browser.value("window.saved"));
  }

  private static WebElement button(String text) {
    return browser.all("#panel button").stream()
        .filter(each -> each.getText().equals(text))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void setsTwoMinimaSideBySideWithTheLowestPathBetweenThem() {
    browser.choose("#which", "0");
    List<StationaryPoint> minima = landscape.minima();
    int from = minima.get(0).id();
    for (StationaryPoint end : minima.subList(1, minima.size())) {
      browser.click("#rows tr[data-id='" + from + "'] td");
      browser.one("#keep").click();
      browser.click("#rows tr[data-id='" + end.id() + "'] td");
      assertThat(browser.text("#beside-title"))
          .isEqualTo("Minimum " + from + " beside minimum " + end.id());
      List<String> steps = browser.texts("#profile tbody tr");
      MinimaxPath path = MinimaxPath.between(landscape, from, end.id()).orElseThrow();
      assertThat(steps).hasSameSizeAs(path.steps());
      for (int k = 0; k < steps.size(); k++) {
        MinimaxPath.Step step = path.steps().get(k);
        assertThat(steps.get(k))
            .startsWith(step.from() + "\t" + step.transitionState() + "\t" + step.to() + "\t");
      }
      assertThat(browser.text("#profile"))
          .contains("Its highest point is transition state " + path.highest().id());
      browser.one("#beside-close").click();
    }
    browser.one("#keep").click();
    browser.click("#rows tr[data-id='" + from + "'] td");
    assertThat(browser.all("#beside .diagram")).hasSize(2);
    assertThat(browser.all("#beside .map canvas")).hasSize(2);
    assertThat(browser.all("#beside details tbody tr")).hasSize(12);
  }

  @Test
  void aLinkOpensTheSameView() throws Exception {
    browser.choose("#scale", "log");
    browser.choose("#colour", "UNITS");
    browser.choose("#zoom-axes", "y");
    browser.one("#zoom-in").click();
    browser.one("#zero").click();
    browser.one("#zoom-in").click();
    browser.choose("#which", "1");
    browser.one("#find").sendKeys("auc=0.75");
    header("AUC").click();
    header("AUC").click();
    browser.click("#rows tr[data-id] td");
    browser.one("#keep").click();
    browser.one("#copy-link").click();
    browser.settle();
    String address = String.valueOf(browser.value("location.href"));
    String view =
        "['#panel-title', '#beside-title', '#shown', '#legend', '#rows', '#tree']"
            + ".map((part) => document.querySelector(part).textContent).join('|')";
    Object before = browser.value(view);
    browser.go("about:blank");
    browser.go(address);
    browser.settle();
    assertThat(browser.value(view)).isEqualTo(before);
    assertThat(browser.messages()).isEmpty();
    browser.go(address.replaceAll("#.*", "#point=9999&scale=x&zoom=a&columns=&sort=&from=0"));
    browser.go("about:blank");
    browser.go(address.replaceAll("#.*", "#point=9999&scale=x&zoom=a&columns=&sort=&from=0"));
    assertThat(browser.messages()).isEmpty();
    assertThat(browser.text("#panel-title")).isEqualTo("Minimum " + landscape.minima().get(0).id());
  }
}
