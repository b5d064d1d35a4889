package dev.tarn.store;

import dev.tarn.explore.JobReport.Trial;
import dev.tarn.saddle.SaddleSettings.Method;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The rows of what searches for transition states in each way have cost. */
final class SearchMethods {
  private SearchMethods() {}

  /** The costs so far, none in files of older versions. */
  static List<Trial> read(Sql sql) throws SQLException {
    if (!Schema.hasMethods(sql)) {
      return List.of();
    }
    return TableRows.read(
        sql,
        "SELECT * FROM search_methods ORDER BY method",
        "search_methods",
        "method",
        SearchMethods::trial);
  }

  private static Trial trial(Row row) throws SQLException {
    String label = row.text("method");
    Method method =
        Arrays.stream(Method.values())
            .filter(way -> label(way).equals(label))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "a method of searching is full or hybrid, not \"" + label + "\""));
    return new Trial(
        method, row.count("searches", 0), row.count("found", 0), row.finite("work", 0.0));
  }

  private static String label(Method method) {
    return method.name().toLowerCase(Locale.ROOT);
  }

  /** Adds to the costs; to be called inside a transaction that writes. */
  static void add(Sql sql, List<Trial> trials) throws SQLException {
    for (Trial trial : trials) {
      sql.update(
          "INSERT INTO search_methods (method, searches, found, work) VALUES (?,?,?,?)"
              + " ON CONFLICT (method) DO UPDATE SET searches = searches + excluded.searches,"
              + " found = found + excluded.found, work = work + excluded.work",
          label(trial.method()),
          trial.searches(),
          trial.found(),
          trial.work());
    }
  }
}
