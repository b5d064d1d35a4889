package dev.tarn.xor;

import dev.tarn.data.UnusableFileException;
import dev.tarn.landscape.Completeness;
import dev.tarn.landscape.Landscape;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.RunRecord;
import dev.tarn.store.levels.Growth;
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
 * @param rows a row for each network that the databases tell of
 */
public record CountsTable(List<Integer> hidden, List<Double> lambdas, List<Counts> rows) {

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
   * What a catalogue counts.
   *
   * @param hidden the number of hidden units
   * @param lambda the regularisation parameter
   * @param classes the number of classes of each index, from index 0 to the largest that occurs
   * @param points the same with all symmetry copies
   * @param complete whether nothing speaks against its completeness
   */
  public record Counts(
      int hidden, double lambda, List<Integer> classes, List<BigInteger> points, boolean complete) {

    private int total() {
      return classes.stream().mapToInt(Integer::intValue).sum();
    }

    private static Counts of(SweepRow row) {
      return new Counts(
          row.hidden(), row.lambda(), row.classes(), row.points(), row.completeness().complete());
    }

    private static Counts of(Growth.Size size, double lambda) {
      return new Counts(size.hidden(), lambda, size.classes(), size.points(), size.complete());
    }
  }

  /**
   * Reads a grid; writes nothing. A network that has no database of its own, or one whose landscape
   * does not hold all points of the levels yet, is counted by the levels of the largest database of
   * its lambda. Cost: reading every database of the grid once.
   *
   * @param catalogues the folder
   * @param hidden the numbers of hidden units
   * @param lambdas the regularisation parameters
   * @return the table, without rows for networks that no database tells of
   * @throws UnusableFileException if a database is damaged, or holds another network than its name
   *     says
   */
  public static CountsTable read(
      Catalogues catalogues, List<Integer> hidden, List<Double> lambdas) {
    List<Counts> rows = new ArrayList<>();
    for (double lambda : lambdas) {
      Optional<Growth> levels = largest(catalogues, lambda);
      for (int units : hidden) {
        Optional<Counts> own = catalogues.read(units, lambda).map(SweepRow::of).map(Counts::of);
        Optional<Counts> byLevels =
            levels.stream()
                .flatMap(growth -> growth.sizes().stream())
                .filter(size -> size.hidden() == units)
                .map(size -> Counts.of(size, lambda))
                .filter(counts -> own.isEmpty() || counts.total() > own.get().total())
                .findFirst();
        byLevels.or(() -> own).ifPresent(rows::add);
      }
    }
    return new CountsTable(hidden, lambdas, rows);
  }

  /** The levels of the largest network that has any. */
  private static Optional<Growth> largest(Catalogues catalogues, double lambda) {
    for (int units = Catalogues.MOST_UNITS; units > 0; units--) {
      Optional<Growth> growth =
          catalogues.reading(units, lambda, Growth::find).flatMap(found -> found);
      if (growth.isPresent()) {
        return growth;
      }
    }
    return Optional.empty();
  }

  /**
   * The row of a place.
   *
   * @param units the number of hidden units
   * @param lambda the regularisation parameter
   * @return the row, empty if no database tells of it
   */
  public Optional<Counts> row(int units, double lambda) {
    return rows.stream().filter(row -> row.hidden() == units && row.lambda() == lambda).findFirst();
  }

  /**
   * The places that no database tells of.
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
  public List<Counts> incomplete() {
    return rows.stream().filter(row -> !row.complete()).toList();
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
