package dev.tarn.xor;

import dev.tarn.data.UnusableFileException;
import dev.tarn.store.NetworkDescription;
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
        Optional<Catalogues.Catalogue> catalogue = catalogues.read(units, lambda);
        if (catalogue.isPresent()) {
          NetworkDescription held = NetworkDescription.of(catalogue.get().network());
          NetworkDescription named = Catalogues.network(units, lambda);
          if (!held.equals(named)) {
            throw new UnusableFileException(
                catalogues.file(units, lambda)
                    + " holds the landscape of "
                    + held
                    + ", not of "
                    + named
                    + " as its name says");
          }
          rows.add(SweepRow.of(catalogue.get()));
        }
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
}
