package dev.tarn.plot.report;

import dev.tarn.landscape.Landscape;
import java.io.IOException;
import java.nio.file.Path;

/** The page of two hidden units at lambda 1e-4 in a browser, and where its graph draws what. */
final class GraphPage implements AutoCloseable {
  private final Landscape landscape = Samples.twoUnits();
  private final String page = Samples.page(Samples.TWO, landscape, "enumerate");
  private final Browser browser;

  /** Starts a browser, with files in a folder. */
  GraphPage(Path folder) {
    browser = Browser.start(folder);
  }

  Landscape landscape() {
    return landscape;
  }

  Browser browser() {
    return browser;
  }

  /** Shows the page anew, on a screen. */
  void open() throws IOException {
    browser.width(1280);
    browser.open(page);
  }

  /** What selects a point's part of the graph. */
  static String node(int id) {
    return "#nodes [data-id='" + id + "']";
  }

  /** The heights of the minima in the picture, from the lowest minimum to the highest. */
  double[] heights() {
    browser.settle();
    return landscape.minima().stream()
        .mapToDouble(minimum -> browser.place(node(minimum.id()) + " .line", 0.0)[1])
        .toArray();
  }

  @Override
  public void close() {
    browser.close();
  }
}
