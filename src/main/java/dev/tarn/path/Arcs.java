package dev.tarn.path;

import dev.tarn.linear.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Arcs between directions in which a path may leave a saddle, which are halved over and over. */
final class Arcs {
  private List<Arc> arcs = new ArrayList<>();

  /** The unit vectors between two of them. */
  record Arc(double[] from, double[] to) {
    double[] middle() {
      return at(0.5);
    }

    double[] at(double share) {
      double[] sum = new double[from.length];
      Vectors.add(sum, 1.0 - share, from);
      Vectors.add(sum, share, to);
      Vectors.normalise(sum);
      return sum;
    }
  }

  void add(Arc arc) {
    arcs.add(arc);
  }

  boolean isEmpty() {
    return arcs.isEmpty();
  }

  void forEach(Consumer<Arc> action) {
    arcs.forEach(action);
  }

  /** Replaces each by its halves; adds the directions where they meet to a batch. */
  void halve(List<double[]> batch) {
    List<Arc> halves = new ArrayList<>();
    for (Arc arc : arcs) {
      double[] middle = arc.middle();
      batch.add(middle);
      halves.add(new Arc(arc.from, middle));
      halves.add(new Arc(middle, arc.to));
    }
    arcs = halves;
  }
}
