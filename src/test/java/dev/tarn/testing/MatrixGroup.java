package dev.tarn.testing;

import dev.tarn.linear.Vectors;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.potential.Transformation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** A small group of orthogonal matrices, every element listed. */
public final class MatrixGroup implements SymmetryGroup {
  private static final double SAME = 1e-6;

  private final int n;
  private final List<double[]> matrices = new ArrayList<>();
  private final List<Element> elements;

  /** The group that some matrices, given row by row, generate. */
  public MatrixGroup(int n, double[]... generators) {
    this.n = n;
    double[] one = new double[n * n];
    for (int i = 0; i < n; i++) {
      one[i * n + i] = 1.0;
    }
    matrices.add(one);
    for (int k = 0; k < matrices.size(); k++) {
      for (double[] generator : generators) {
        double[] product = product(generator, matrices.get(k));
        if (number(product) < 0) {
          matrices.add(product);
        }
      }
    }
    elements = IntStream.range(0, matrices.size()).mapToObj(k -> new Element(this, k)).toList();
  }

  private record Element(MatrixGroup group, int number) implements Transformation {
    private double[] matrix() {
      return group.matrices.get(number);
    }

    @Override
    public double[] apply(double[] x) {
      double[] image = new double[group.n];
      Matrices.product(matrix()).apply(x, image);
      return image;
    }

    @Override
    public Transformation after(Transformation first) {
      double[] product = group.product(matrix(), ((Element) first).matrix());
      return group.elements.get(group.number(product));
    }

    @Override
    public Transformation inverse() {
      return group.elements.stream()
          .filter(element -> after(element).isIdentity())
          .findFirst()
          .orElseThrow();
    }

    @Override
    public boolean isIdentity() {
      return number == 0;
    }

    /** The elements themselves are what is permuted. */
    @Override
    public int[] permutation() {
      return group.matrices.stream()
          .mapToInt(matrix -> group.number(group.product(matrix(), matrix)))
          .toArray();
    }
  }

  private int number(double[] matrix) {
    for (int k = 0; k < matrices.size(); k++) {
      if (Vectors.distance(matrices.get(k), matrix) < SAME) {
        return k;
      }
    }
    return -1;
  }

  private double[] product(double[] left, double[] right) {
    double[] product = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          product[i * n + j] += left[i * n + k] * right[k * n + j];
        }
      }
    }
    return product;
  }

  private List<Element> fixing(double[] x) {
    return elements.stream().filter(e -> Vectors.distance(e.apply(x), x) < SAME).toList();
  }

  private Element nearest(double[] x, double[] reference) {
    return elements.stream()
        .min(Comparator.comparingDouble(e -> Vectors.distance(e.apply(x), reference)))
        .orElseThrow();
  }

  @Override
  public BigInteger order() {
    return BigInteger.valueOf(elements.size());
  }

  @Override
  public void canonical(double[] x, double[] canonical) {
    double[] best = x.clone();
    for (Element element : elements) {
      double[] image = element.apply(x);
      int i = 0;
      while (i < n - 1 && Math.abs(image[i] - best[i]) < SAME) {
        i++;
      }
      if (image[i] > best[i] + SAME) {
        best = image;
      }
    }
    System.arraycopy(best, 0, canonical, 0, n);
  }

  @Override
  public BigInteger orbitSize(double[] x) {
    return BigInteger.valueOf(elements.size() / fixing(x).size());
  }

  @Override
  public double nearestCopy(double[] x, double[] reference, double[] copy) {
    System.arraycopy(nearest(x, reference).apply(x), 0, copy, 0, n);
    return Vectors.distance(copy, reference);
  }

  @Override
  public Transformation identity() {
    return elements.get(0);
  }

  @Override
  public Transformation randomElement(RandomGenerator random) {
    return elements.get(random.nextInt(elements.size()));
  }

  @Override
  public List<Transformation> stabiliserGenerators(double[] x) {
    return List.copyOf(fixing(x).stream().filter(element -> !element.isIdentity()).toList());
  }

  @Override
  public Optional<Transformation> transporter(double[] x, double[] y) {
    Element element = nearest(x, y);
    return Vectors.distance(element.apply(x), y) < 1e-5 ? Optional.of(element) : Optional.empty();
  }

  @Override
  public Projection fixedSpace(double[] x) {
    List<Element> fixing = fixing(x);
    return point -> {
      double[] mean = new double[n];
      fixing.forEach(e -> Vectors.add(mean, 1.0 / fixing.size(), e.apply(point)));
      System.arraycopy(mean, 0, point, 0, n);
    };
  }
}
