package dev.tarn.plot.report;

import dev.tarn.landscape.Landscape;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests with the page of two hidden units at lambda 1e-4 in a browser, shown anew for each. */
abstract class GraphPage {
  @TempDir private static Path folder;
  static Browser browser;
  static Landscape landscape;
  private static String page;

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
    browser.width(1280);
    browser.open(page);
  }

  /** What selects a point's part of the graph. */
  static String node(int id) {
    return "#nodes [data-id='" + id + "']";
  }

  /** The heights of the minima in the picture, from the lowest minimum to the highest. */
  static double[] heights() {
    browser.settle();
    return landscape.minima().stream()
        .mapToDouble(minimum -> browser.place(node(minimum.id()) + " .line", 0.0)[1])
        .toArray();
  }
}
