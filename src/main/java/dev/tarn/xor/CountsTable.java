package dev.tarn.xor;

import dev.tarn.data.UnusableFileException;
import dev.tarn.landscape.Completeness;
import dev.tarn.landscape.Landscape;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.RunRecord;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a grid of catalogues holds, in numbers. Immutable.
 *
 * @param hidden the numbers of hidden units, ascending
 * @param lambdas the regularisation parameters, ascending
 * @param rows a row for each catalogue that there is
 */
public record CountsTable(List<Integer> hidden, List<Double> lambdas, List<SweepRow> rows) {

  /**
   * A place of the grid.
   *
   * @param hidden the number of hidden units
   * @param lambda the regularisation parameter
   */
  public record Cell(int hidden, double lambda) {}

  /**
   * Takes sorted copies of the lists.
   *
   * @param hidden as above
   * @param lambdas as above
   * @param rows as above
   */
  public CountsTable {
    hidden = hidden.stream().sorted().distinct().toList();
    lambdas = lambdas.stream().sorted().distinct().toList();
    rows = List.copyOf(rows);
  }

  /**
   * Reads a grid; writes nothing. Cost: reading every database of it once.
   *
   * @param catalogues the folder
   * @param hidden the numbers of hidden units
   * @param lambdas the regularisation parameters
   * @return the table, without rows for databases that are missing
   * @throws UnusableFileException if a database is damaged, or holds another network than its name
   *     says
   */
  public static CountsTable read(
      Catalogues catalogues, List<Integer> hidden, List<Double> lambdas) {
    List<SweepRow> rows = new ArrayList<>();
    for (int units : hidden) {
      for (double lambda : lambdas) {
        catalogues.read(units, lambda).map(SweepRow::of).ifPresent(rows::add);
      }
    }
    return new CountsTable(hidden, lambdas, rows);
  }

  /**
   * The row of a place.
   *
   * @param units the number of hidden units
   * @param lambda the regularisation parameter
   * @return the row, empty if there is no database
   */
  public Optional<SweepRow> row(int units, double lambda) {
    return rows.stream().filter(row -> row.hidden() == units && row.lambda() == lambda).findFirst();
  }

  /**
   * The places without a database.
   *
   * @return by number of hidden units, then lambda
   */
  public List<Cell> missing() {
    List<Cell> missing = new ArrayList<>();
    for (int units : hidden) {
      for (double lambda : lambdas) {
        if (row(units, lambda).isEmpty()) {
          missing.add(new Cell(units, lambda));
        }
      }
    }
    return missing;
  }

  /**
   * The catalogues that are not complete.
   *
   * @return their rows
   */
  public List<SweepRow> incomplete() {
    return rows.stream().filter(row -> !row.completeness().complete()).toList();
  }

  /**
   * What a sweep found for one network.
   *
   * @param hidden the number of hidden units
   * @param lambda the regularisation parameter
   * @param classes the number of classes of each index, from index 0 to the largest that occurs
   * @param points the same with all symmetry copies
   * @param completeness what speaks for and against completeness
   * @param components the number of connected components of the graph of classes
   * @param globalMinimum the lowest energy, if there is any point
   * @param transitionRatio the number of classes of transition states for each class of minima
   * @param time the time that all runs together took
   */
  public record SweepRow(
      int hidden,
      double lambda,
      List<Integer> classes,
      List<BigInteger> points,
      Completeness completeness,
      int components,
      Optional<Double> globalMinimum,
      double transitionRatio,
      Duration time) {

    /**
     * Reads a row off a catalogue.
     *
     * @param catalogue the catalogue
     * @return the row
     */
    public static SweepRow of(Catalogues.Catalogue catalogue) {
      Landscape landscape = catalogue.landscape();
      List<Integer> classes = new ArrayList<>();
      List<BigInteger> points = new ArrayList<>();
      for (StationaryPoint point : landscape.points()) {
        while (classes.size() <= point.index()) {
          classes.add(0);
          points.add(BigInteger.ZERO);
        }
        classes.set(point.index(), classes.get(point.index()) + 1);
        points.set(point.index(), points.get(point.index()).add(point.orbit()));
      }
      Duration time = Duration.ZERO;
      for (RunRecord run : catalogue.runs()) {
        time =
            time.plus(
                run.finished().map(e -> Duration.between(run.started(), e)).orElse(Duration.ZERO));
      }
      return new SweepRow(
          catalogue.hidden(),
          catalogue.lambda(),
          List.copyOf(classes),
          List.copyOf(points),
          catalogue.completeness(),
          landscape.components().size(),
          landscape.globalMinimum().map(StationaryPoint::energy),
          landscape.count(0) == 0 ? 0.0 : landscape.count(1) / (double) landscape.count(0),
          time);
    }

    /**
     * The number of classes of one index.
     *
     * @param index the index
     * @return the number of classes, 0 beyond the largest index that occurs
     */
    public int classes(int index) {
      return index < classes.size() ? classes.get(index) : 0;
    }
  }
}
