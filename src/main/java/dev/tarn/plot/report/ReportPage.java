package dev.tarn.plot.report;

import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.store.PotentialCodec;
import dev.tarn.store.RunRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One HTML page about a landscape, to be explored in a browser: a disconnectivity graph, every
 * stationary point with its network, its sensitivity map and its spectrum, or with its atoms or
 * variables, a table of all points, and where they come from.
 *
 * <p>The page holds its data, its scripts and D3; it asks for nothing over a network, which its
 * content security policy forbids. Its text is a function of the arguments and of the version of
 * Tarn: the same on every version of Java.
 *
 * <p>Stateless; may be called from any thread, as long as nobody changes the landscape meanwhile.
 */
public final class ReportPage {
  private static final String D3 = "/META-INF/resources/webjars/d3/";
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z0-9-]+)}}");
  private static final String D3_PROPERTIES = "/META-INF/maven/org.webjars.npm/d3/pom.properties";

  /** What comes later may use what comes before. */
  private static final List<String> SCRIPTS =
      List.of(
          "data.js",
          "thermo.js",
          "colours.js",
          "network.js",
          "diagram.js",
          "sensitivity.js",
          "spectrum.js",
          "cluster.js",
          "layout.js",
          "zoom.js",
          "axis.js",
          "graph.js",
          "graph-pointer.js",
          "graph-keys.js",
          "save.js",
          "profile.js",
          "panel.js",
          "beside.js",
          "columns.js",
          "filter.js",
          "table.js",
          "link.js",
          "summary.js",
          "main.js");

  private ReportPage() {}

  /**
   * The page of a landscape.
   *
   * <p>Costs two disconnectivity trees and a few kilobytes for each stationary point.
   *
   * @param source what the landscape was read from, such as the name of a file; shown to the reader
   * @param model which network's or other potential's landscape it is
   * @param landscape the landscape, possibly empty; not modified
   * @param runs the runs that made it, in their order, possibly none
   * @param proven how many points are certified; empty if none was looked at
   * @param aucTolerance the largest difference of two probabilities that counts as a tie, 0 or more
   * @return the text of an HTML file in UTF-8
   */
  public static String of(
      String source,
      PotentialCodec.Description model,
      Landscape landscape,
      List<RunRecord> runs,
      Optional<Long> proven,
      double aucTolerance) {
    String version = d3Version();
    String scripts = SCRIPTS.stream().map(ReportPage::own).collect(Collectors.joining("\n"));
    String data = ReportData.of(source, model, landscape, runs, proven, aucTolerance);
    return filled(
        own("page.html"),
        Map.of(
            "title", escaped(model.toString()),
            "heading", model.potential() instanceof Network ? "Loss landscape" : "Landscape",
            "style", own("style.css"),
            "d3-version", version,
            "d3-licence", resource(D3 + version + "/LICENSE").strip(),
            "d3", resource(D3 + version + "/dist/d3.min.js").strip(),
            "scripts", scripts,
            // "<" could end the element.
            "data", data.replace("<", "\\u003c")));
  }

  /** A template with its places filled, all at once, so that no text is taken for a place. */
  private static String filled(String template, Map<String, String> texts) {
    return PLACE
        .matcher(template)
        .replaceAll(
            place -> Matcher.quoteReplacement(Objects.requireNonNull(texts.get(place.group(1)))));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static String d3Version() {
    Properties properties = new Properties();
    try (InputStream in = open(D3_PROPERTIES)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  private static String own(String name) {
    return resource("/dev/tarn/plot/report/" + name);
  }

  private static String resource(String path) {
    try (InputStream in = open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String path) {
    // In a module a class finds what is its module's own, its loader what libraries leave open.
    InputStream own = ReportPage.class.getResourceAsStream(path);
    return own != null
        ? own
        : Objects.requireNonNull(
            ReportPage.class.getClassLoader().getResourceAsStream(path.substring(1)), path);
  }
}
