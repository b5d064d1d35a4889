package dev.tarn.xor;

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
