package dev.tarn.network.pattern;

import dev.tarn.linear.SymmetricEigen;
import dev.tarn.linear.Vectors;
import dev.tarn.potential.Potential;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.potential.space.SymmetricSpaces;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The symmetric subspaces of a network with one hidden layer: in each the units are parted into
 * kinds, and the variables are those of the {@link PatternPotential}. Not thread-safe.
 */
public final class PatternSpaces implements SymmetricSpaces {
  private static final double SAME = 1e-6;

  private final UnitSpace space;
  private final int hidden;
  private final UnitBlocks blocks;

  /** The subspaces of the network of a number of hidden units. */
  public PatternSpaces(UnitSpace space, int hidden) {
    this.space = space;
    this.hidden = hidden;
    blocks = new UnitBlocks(space);
  }

  @Override
  public Subspace around(double[] x) {
    return new Pattern(new UnitGroups(space, hidden, x));
  }

  @Override
  public LowestModes lowestModes(double[] x) {
    UnitGroups groups = new UnitGroups(space, hidden, x);
    Pattern pattern = new Pattern(groups);
    SymmetricEigen eigen = pattern.modes(x);
    return LowestPatternModes.of(groups, blocks.of(groups.point()), eigen, pattern, space.isOdd());
  }

  @Override
  public boolean areCopies(double[] x, double[] y) {
    KindPoint a = new UnitGroups(space, hidden, x).point();
    KindPoint b = new UnitGroups(space, hidden, y).point();
    return space.images(a).stream().anyMatch(image -> image.matches(b, space.isOdd(), SAME));
  }

  /** The points with given kinds. */
  final class Pattern implements Subspace {
    private final UnitGroups groups;
    private final PatternPotential potential;
    private final SymmetryGroup.Projection projection;

    Pattern(UnitGroups groups) {
      this.groups = groups;
      potential = new PatternPotential(space, groups.kinds());
      potential.setMultiplicities(groups.point().multiplicities());
      projection = findProjection();
    }

    @Override
    public Potential potential() {
      return potential;
    }

    @Override
    public double[] lift(double[] reduced) {
      return groups.full(
          IntStream.range(0, groups.kinds()).mapToObj(j -> potential.unit(reduced, j)).toList(),
          potential.biases(reduced));
    }

    @Override
    public double[] reduce(double[] full) {
      return entered(groups.means(full));
    }

    private double[] entered(KindPoint point) {
      double[] y = new double[potential.dimension()];
      potential.enter(point.all(), point.biases(), y);
      return y;
    }

    private KindPoint point(double[] y) {
      return new KindPoint(
          IntStream.range(0, groups.kinds()).mapToObj(j -> potential.unit(y, j)).toList(),
          groups.point().multiplicities(),
          potential.biases(y));
    }

    @Override
    public SymmetryGroup.Projection projection() {
      return projection;
    }

    /** The mean over those symmetries of the data that leave the point of the groups in place. */
    private SymmetryGroup.Projection findProjection() {
      int n = potential.dimension();
      double[] mean = new double[n * n];
      int count = 0;
      for (int s = 0; s < space.symmetries(); s++) {
        int[] places =
            groups.point().matching(space.transform(groups.point(), s), space.isOdd(), SAME);
        if (places.length == groups.kinds()) {
          addTransformation(s, places, mean);
          count++;
        }
      }
      if (groups.isWithoutKinds()) {
        for (int place : potential.places(0)) {
          Arrays.fill(mean, place * n, (place + 1) * n, 0.0);
        }
      } else if (count == 1) {
        return y -> {};
      }
      double scale = 1.0 / count;
      double[] image = new double[n];
      return y -> {
        for (int i = 0; i < n; i++) {
          double sum = 0.0;
          for (int j = 0; j < n; j++) {
            sum += mean[i * n + j] * y[j];
          }
          image[i] = scale * sum;
        }
        System.arraycopy(image, 0, y, 0, n);
      };
    }

    /** Adds the matrix of a transformation, after which kind {@code j} stands at a place. */
    private void addTransformation(int symmetry, int[] places, double[] matrix) {
      int n = potential.dimension();
      KindPoint image = space.transform(groups.point(), symmetry);
      double[] e = new double[n];
      for (int column = 0; column < n; column++) {
        Arrays.fill(e, 0.0);
        e[column] = 1.0;
        KindPoint moved = space.transform(point(e), symmetry);
        double[][] units = new double[groups.kinds()][];
        for (int j = 0; j < units.length; j++) {
          double[] unit = moved.unit(j);
          boolean turned =
              space.isOdd() && Vectors.dot(image.unit(j), groups.point().unit(places[j])) < 0.0;
          for (int k = 0; turned && k < unit.length; k++) {
            unit[k] = -unit[k];
          }
          units[places[j]] = unit;
        }
        double[] y = new double[n];
        potential.enter(List.of(units), moved.biases(), y);
        for (int row = 0; row < n; row++) {
          matrix[row * n + column] += y[row];
        }
      }
    }

    @Override
    public double[] eigenvalues(double[] reduced, double[] own) {
      KindPoint point = point(reduced);
      List<UnitBlocks.Block> each = blocks.of(point);
      DoubleStream all = Arrays.stream(own);
      for (int j = 0; j < point.kinds(); j++) {
        all = DoubleStream.concat(all, copies(each.get(j), point.multiplicity(j) - 1));
      }
      if (space.hasZeroUnits()) {
        all = DoubleStream.concat(all, copies(each.get(point.kinds()), groups.zeros().length));
      }
      return DoubleStream.concat(all, space.across(hidden)).sorted().toArray();
    }

    private DoubleStream copies(UnitBlocks.Block block, int count) {
      return IntStream.range(0, count)
          .boxed()
          .flatMapToDouble(copy -> block.eigenvalues().stream());
    }

    /** The Hessian of the pattern at a full point, decomposed. */
    SymmetricEigen modes(double[] full) {
      int n = potential.dimension();
      double[] hessian = new double[n * n];
      potential.evaluator().hessian(reduce(full), new double[n], hessian);
      SymmetricEigen eigen = new SymmetricEigen(n);
      eigen.decompose(hessian);
      return eigen;
    }
  }
}
