package dev.tarn.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.job.RandomStreams;
import dev.tarn.linear.SymmetricEigen;
import dev.tarn.linear.Vectors;
import dev.tarn.network.Network;
import dev.tarn.path.Pathway.Side;
import dev.tarn.potential.Potential;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.saddle.SaddleFinder;
import dev.tarn.saddle.SaddleSettings;
import dev.tarn.stationary.OrbitIndex;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.testing.Funnel;
import dev.tarn.testing.GradientFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths that run into saddles from where they have several ways on. */
class ForkTest {
  private static final int MOST_SPANS = 64;

  private static Pathway pathway(Potential potential, double[] top, boolean record) {
    PolishedPoint polished = StationaryPolish.newton(potential).polish(top);
    return new SteepestDescent(potential, PathSettings.defaults()).pathway(polished, record);
  }

  private static Pathway fromOrigin(Potential funnel) {
    return pathway(funnel, new double[funnel.dimension()], true);
  }

  /** One energy for each class of minima on a side. */
  private static List<Double> classes(Potential potential, List<PolishedPoint> ends) {
    OrbitIndex known = new OrbitIndex(potential.symmetry());
    List<Double> energies = new ArrayList<>();
    for (PolishedPoint end : ends) {
      assertThat(end.isStationary(0)).isTrue();
      if (known.find(end) == OrbitIndex.ABSENT) {
        known.add(energies.size(), end);
        energies.add(end.energy());
      }
    }
    energies.sort(null);
    return energies;
  }

  private static List<Double> reached(Potential potential, Pathway pathway, Side side) {
    return classes(potential, pathway.descents(side).stream().map(Descent::end).toList());
  }

  /**
   * Where the gradient flow ends from beside a saddle, displaced at random in its lowest space, and
   * by far less in all others, so that no symmetry is left. Where the slopes are small it takes
   * many times as long to arrive.
   */
  private static List<Double> reference(
      Potential potential, PolishedPoint saddle, int samples, double time) {
    int n = potential.dimension();
    double[] hessian = new double[n * n];
    potential.evaluator().hessian(saddle.coordinates(), new double[n], hessian);
    SymmetricEigen eigen = new SymmetricEigen(n);
    eigen.decompose(hessian);
    RandomGenerator random = RandomStreams.of(17, 0);
    StationaryPolish polish = StationaryPolish.newton(potential);
    List<PolishedPoint> ends = new ArrayList<>();
    for (int s = 0; s < samples; s++) {
      double[] x = saddle.coordinates().clone();
      for (int k = 0; k < n; k++) {
        boolean lowest = eigen.values()[k] - eigen.values()[0] < 1e-6;
        double factor = (lowest ? 1e-5 : 1e-9) * random.nextGaussian();
        for (int i = 0; i < n; i++) {
          x[i] += factor * eigen.vectors()[k * n + i];
        }
      }
      PolishedPoint end;
      int spans = 0;
      do {
        x = GradientFlow.integrate(potential, x, time);
        end = polish.polish(x);
        spans++;
      } while (!end.isStationary(0) && spans < MOST_SPANS);
      ends.add(end);
    }
    return classes(potential, ends);
  }

  private static void assertSame(List<Double> found, List<Double> expected) {
    assertThat(found).hasSameSizeAs(expected);
    for (int k = 0; k < found.size(); k++) {
      assertThat(found.get(k)).isCloseTo(expected.get(k), within(1e-10));
    }
  }

  @Test
  void aTriangleOfDirectionsHasTwoClassesOfEnds() {
    Potential funnel = new Funnel.Threefold(0.1, -0.5, 0.0, Funnel.Threefold.triangle());
    Pathway pathway = fromOrigin(funnel);
    assertThat(pathway.isProper()).isTrue();
    for (Side side : Side.values()) {
      Pathway.Fork fork =
          pathway.forks().stream()
              .filter(f -> f.side() == side && f.saddle().index() == 2)
              .findFirst()
              .orElseThrow();
      assertThat(fork.saddle().coordinates()[2])
          .isCloseTo(side == Side.PLUS ? 1.0 : -1.0, within(1e-9));
      assertThat(reached(funnel, pathway, side)).hasSize(2);
      assertSame(reached(funnel, pathway, side), reference(funnel, fork.saddle(), 40, 200.0));
      assertThat(fork.ways().get(0)).isEqualTo(pathway.descent(side));
      for (Descent way : fork.ways()) {
        assertThat(way.saddles().get(0)).isEqualTo(fork.saddle());
      }
    }
  }

  /** Whatever the group that is known, the same classes of ends are found. */
  @Property(tries = 25, seed = "1")
  void theEndsAreThoseOfTheGradientFlow(
      @ForAll @DoubleRange(min = 0.02, max = 0.3) double a,
      @ForAll @DoubleRange(min = -0.8, max = 0.8) double re,
      @ForAll @DoubleRange(min = -0.5, max = 0.5) double im,
      @ForAll boolean mirrored) {
    double imaginary = mirrored ? 0.0 : im;
    SymmetryGroup known = mirrored ? Funnel.Threefold.triangle() : Funnel.Threefold.turns();
    Potential funnel = new Funnel.Threefold(a, re, imaginary, known);
    Pathway pathway = fromOrigin(funnel);
    PolishedPoint saddle = pathway.plus().saddles().get(0);
    List<Double> expected = reference(funnel, saddle, 24, 400.0);
    List<Double> found = reached(funnel, pathway, Side.PLUS);
    assertThat(expected)
        .allSatisfy(energy -> assertThat(found).anyMatch(end -> Math.abs(end - energy) < 1e-10));
    Potential unknown = new Funnel.Threefold(a, re, imaginary, SymmetryGroup.trivial());
    List<PolishedPoint> ends =
        fromOrigin(unknown).descents(Side.PLUS).stream().map(Descent::end).toList();
    assertSame(classes(funnel, ends), found);
  }

  @ParameterizedTest
  @CsvSource({"-0.5, -20, 2", "0.3, 0, 1", "-0.3, 0, 1", "-0.5, -26, 2"})
  void aSphereOfDirectionsIsSampled(double c, double d, int expected) {
    Potential funnel = new Funnel.Cubic(c, d);
    Pathway pathway = fromOrigin(funnel);
    PolishedPoint saddle = pathway.minus().saddles().get(0);
    assertThat(saddle.index()).isEqualTo(3);
    assertThat(reached(funnel, pathway, Side.MINUS)).hasSize(expected);
    assertSame(reached(funnel, pathway, Side.MINUS), reference(funnel, saddle, 40, 400.0));
  }

  /**
   * The transition states of the XOR network that lie 6.0341e-8 and 1.42803e-7 above ln 2 with
   * three units and lambda 1e-4: one unit is in use, and the path of that unit runs into a saddle
   * from which the two others come into use in any proportion.
   */
  @Test
  void unitsThatComeIntoUseTogetherOrAloneEndInDifferentMinima() {
    Network one = Network.xor(1, 1e-4);
    Network three = Network.xor(3, 1e-4);
    List<double[]> tops = transitionStatesAboveZero(one);
    assertThat(tops).hasSize(2);
    List<List<Double>> found = new ArrayList<>();
    for (double[] small : tops) {
      Pathway pathway = pathway(three, three.layout().arrange(small, one.layout()), false);
      Side trained =
          pathway.minus().end().energy() < pathway.plus().end().energy() ? Side.MINUS : Side.PLUS;
      List<Double> ends = reached(three, pathway, trained);
      assertSame(ends, reference(three, pathway.descent(trained).saddles().get(0), 12, 3e5));
      assertThat(reached(three, pathway, trained.other())).hasSize(1);
      found.add(ends);
    }
    // Energies from an enumeration of every index.
    assertSame(found.get(0), List.of(0.013343727264775833, 0.015120226016133127));
    assertSame(found.get(1), List.of(0.011905734971155262, 0.013443019585900683));
  }

  /**
   * A copy of a saddle that was met before is passed along the copy of the path from there, which
   * has to begin where the path has come to and to be a path to its end.
   */
  @Test
  void pathsGoOnFromCopiesOfASaddle() {
    Network one = Network.xor(1, 1e-4);
    Network four = Network.xor(4, 1e-4);
    double[] small = transitionStatesAboveZero(one).get(0);
    Pathway pathway = pathway(four, four.layout().arrange(small, one.layout()), true);
    OrbitIndex classes = new OrbitIndex(four.symmetry());
    List<PolishedPoint> saddles = new ArrayList<>();
    int copies = 0;
    for (Side side : Side.values()) {
      for (Descent way : pathway.descents(side)) {
        assertIsPath(four, way);
        for (PolishedPoint saddle : way.saddles()) {
          int known = classes.find(saddle);
          if (known == OrbitIndex.ABSENT) {
            classes.add(saddles.size(), saddle);
            saddles.add(saddle);
          } else if (Vectors.distance(saddles.get(known).coordinates(), saddle.coordinates())
              > 0.1) {
            copies++;
          }
        }
      }
    }
    assertThat(copies).isPositive();
  }

  private static void assertIsPath(Potential potential, Descent way) {
    List<Descent.Point> points = way.points();
    for (int k = 1; k < points.size(); k++) {
      Descent.Point before = points.get(k - 1);
      Descent.Point here = points.get(k);
      double step = here.arcLength() - before.arcLength();
      double apart = Vectors.distance(before.coordinates(), here.coordinates());
      // Where Newton's method ends a stage, the point may be a rounding apart.
      assertThat(apart).isLessThanOrEqualTo(step * (1.0 + 1e-3) + 1e-9);
      assertThat(here.energy()).isLessThanOrEqualTo(before.energy() + 1e-14);
      assertThat(potential.evaluator().energy(here.coordinates()))
          .isCloseTo(here.energy(), within(1e-13));
    }
    assertThat(points.get(points.size() - 1).coordinates()).isEqualTo(way.end().coordinates());
    assertThat(points.get(points.size() - 1).arcLength()).isCloseTo(way.length(), within(1e-9));
    for (PolishedPoint saddle : way.saddles()) {
      assertThat(way.below(saddle).end()).isEqualTo(way.end());
    }
    PolishedPoint again = StationaryPolish.newton(potential).polish(way.end().coordinates());
    assertThat(again.isStationary(0)).isTrue();
    assertThat(Vectors.distance(again.coordinates(), way.end().coordinates())).isLessThan(1e-9);
  }

  private static List<double[]> transitionStatesAboveZero(Network one) {
    SaddleFinder finder = SaddleFinder.ofIndex(one, 1, SaddleSettings.defaults());
    List<PolishedPoint> found = new ArrayList<>();
    double[] x = new double[one.dimension()];
    for (int k = 0; k < 60; k++) {
      one.randomPoint(RandomStreams.of(5, k), x);
      SaddleFinder.Result end = finder.search(x);
      if (end.found()
          && end.point().energy() > Math.log(2.0)
          && end.point().energy() < Math.log(2.0) + 2e-7
          && found.stream().noneMatch(p -> Math.abs(p.energy() - end.point().energy()) < 1e-9)) {
        found.add(end.point());
      }
    }
    return found.stream()
        .sorted((a, b) -> Double.compare(a.energy(), b.energy()))
        .map(PolishedPoint::coordinates)
        .toList();
  }

  @Test
  void theSamePathwayEveryTime() {
    Potential funnel = new Funnel.Cubic(-0.5, -20.0);
    Pathway first = fromOrigin(funnel);
    Pathway second = fromOrigin(funnel);
    assertThat(second.forks()).hasSameSizeAs(first.forks());
    for (int k = 0; k < first.forks().size(); k++) {
      List<Descent> ways = first.forks().get(k).ways();
      List<Descent> again = second.forks().get(k).ways();
      assertThat(again).hasSameSizeAs(ways);
      for (int w = 0; w < ways.size(); w++) {
        assertThat(again.get(w).end().coordinates()).isEqualTo(ways.get(w).end().coordinates());
        assertThat(again.get(w).length()).isEqualTo(ways.get(w).length());
      }
    }
  }

  @Test
  void aPathIsCutAtItsSaddles() {
    Potential funnel = new Funnel.Threefold(0.1, -0.5, 0.0, Funnel.Threefold.triangle());
    Pathway pathway = fromOrigin(funnel);
    Descent path = pathway.plus();
    Descent other =
        pathway.descents(Side.PLUS).stream()
            .filter(d -> Math.abs(d.end().energy() - path.end().energy()) > 1e-6)
            .findFirst()
            .orElseThrow();
    PolishedPoint saddle = path.parting(other).orElseThrow();
    assertThat(saddle.energy()).isCloseTo(0.0, within(1e-12));
    Descent below = path.below(saddle);
    assertThat(below.points().get(0).coordinates()).isEqualTo(saddle.coordinates());
    assertThat(below.points().get(0).arcLength()).isZero();
    assertThat(below.length()).isCloseTo(path.length() - 1.0, within(0.01));
    assertThat(below.end()).isEqualTo(path.end());
    assertThat(path.parting(path)).isEmpty();
    assertThat(path.parting(pathway.minus())).isEmpty();
    assertThatThrownBy(
            () ->
                path.below(
                    pathway.transitionState().equals(saddle)
                        ? saddle
                        : pathway.minus().saddles().get(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("points recorded of this path");
    Pathway turned = pathway.reversed();
    assertThat(turned.descents(Side.MINUS)).isEqualTo(pathway.descents(Side.PLUS));
    assertThat(Vectors.distance(turned.minus().end().coordinates(), path.end().coordinates()))
        .isZero();
  }
}
