package dev.tarn.cli.view;

import dev.tarn.landscape.Landscape;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** What was read from another program's files. */
public final class ImportReport implements Report {
  private static final int MOST = 20;

  private final Path source;
  private final String format;
  private final Path file;
  private final Landscape landscape;
  private final List<String> disagreements;
  private final boolean checked;

  /**
   * Prepares the report.
   *
   * @param source the file or folder that was read
   * @param format the name of its format
   * @param file the database that was made
   * @param landscape what it holds
   * @param disagreements where the files and the potential differ
   * @param checked whether the points were held against a potential
   */
  public ImportReport(
      Path source,
      String format,
      Path file,
      Landscape landscape,
      List<String> disagreements,
      boolean checked) {
    this.source = source;
    this.format = format;
    this.file = file;
    this.landscape = landscape;
    this.disagreements = List.copyOf(disagreements);
    this.checked = checked;
  }

  private record Whole(
      String source,
      String format,
      String database,
      int minima,
      int transitionStates,
      int components,
      boolean checked,
      List<String> disagreements) {}

  @Override
  public Object json() {
    return new Whole(
        source.toString(),
        format,
        file.toString(),
        landscape.count(0),
        landscape.count(1),
        landscape.components().size(),
        checked,
        disagreements);
  }

  @Override
  public void print(PrintWriter out) {
    out.println(
        file
            + ": "
            + landscape.count(0)
            + " minima and "
            + landscape.count(1)
            + " transition states from "
            + source
            + " ("
            + format
            + ")");
    out.println(
        checked
            ? disagreements.size() + " disagreements with the potential"
            : "the potential is not known: points are as the files have them");
    disagreements.stream().limit(MOST).forEach(out::println);
    if (disagreements.size() > MOST) {
      out.println("and " + (disagreements.size() - MOST) + " more; --json has all");
    }
  }
}
