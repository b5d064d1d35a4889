package dev.tarn.cli.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tarn.study.SensitivityMap;
import dev.tarn.study.SensitivityMap.InputGrid;
import dev.tarn.text.Numbers;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** What a network answers when its inputs are perturbed. */
public final class SensitivityReport implements Report {
  private final Optional<Integer> id;
  private final SensitivityMap map;

  public SensitivityReport(Optional<Integer> id, SensitivityMap map) {
    this.id = id;
    this.map = map;
  }

  private record Whole(
      Optional<Integer> id,
      double fractionRight,
      int inputs,
      int right,
      OptionalDouble nearestWrongAnswer,
      List<Example> training,
      Grid grid,
      List<double[]> probabilities) {}

  private record Example(
      double[] inputs,
      @JsonProperty("class") int label,
      double probability,
      OptionalDouble nearestWrongAnswer) {}

  private record Grid(double low, double step, int size) {}

  @Override
  public Object json() {
    InputGrid grid = map.grid();
    return new Whole(
        id,
        map.fractionRight(),
        grid.size() * grid.size(),
        map.right(),
        map.smallestMargin(),
        map.margins().stream()
            .map(
                margin ->
                    new Example(
                        new double[] {margin.point().x(), margin.point().y()},
                        margin.point().label(),
                        margin.probability(),
                        margin.distance()))
            .toList(),
        new Grid(grid.low(), grid.step(), grid.size()),
        IntStream.range(0, grid.size()).mapToObj(this::row).toList());
  }

  private double[] row(int j) {
    return IntStream.range(0, map.grid().size()).mapToDouble(i -> map.probability(i, j)).toArray();
  }

  @Override
  public void print(PrintWriter out) {
    int size = map.grid().size();
    out.println(
        "answered right: "
            + Numbers.exact(map.fractionRight())
            + " of the square, "
            + map.right()
            + " of "
            + size * size
            + " inputs");
    out.println();
    Table table = new Table("x1", "x2", "class", "p(class 1)", "nearest wrong answer");
    for (SensitivityMap.Margin margin : map.margins()) {
      SensitivityMap.TrainingPoint at = margin.point();
      table.row(at.x(), at.y(), at.label(), margin.probability(), distance(margin.distance()));
    }
    table.print(out);
  }

  private static String distance(OptionalDouble distance) {
    return distance.isPresent() ? Numbers.rounded(distance.getAsDouble(), 8) : "none";
  }
}
