package dev.tarn.study.cloud;

import com.google.common.math.LongMath;
import dev.tarn.job.JobRunner;
import dev.tarn.job.order.OrderedJobs;
import dev.tarn.network.Network;
import java.io.Serializable;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Progressive gradient walks, which sample the energy along the way down without converging
 * (Bosman, Engelbrecht and Helbig, "Loss surface modality of feed-forward neural network
 * architectures", IJCNN 2020, section II; the sampling of section III C).
 *
 * <p>A walk begins at a point drawn uniformly from {@code [-range, range)} in each dimension. In
 * each step every component moves by a random length, uniform on {@code [0, epsilon)}, against the
 * sign of the gradient's component there. The paper's binary mask is 0 where the component is
 * negative and 1 otherwise; as printed, its step has the sign of the mask, which leads uphill,
 * while the paper's text and its published program lead downhill, as here. There are twice as many
 * walks as dimensions unless another number is asked for, and nothing bounds them.
 *
 * <p>Immutable.
 *
 * @param range half the width of the region that walks begin in, positive; 1 and 10 in the paper
 * @param granularity how large and how many the steps are
 * @param walks the number of walks, at least 1; empty for the paper's, two for each dimension
 * @param curvatures the largest number of sampled points whose curvature is found, evenly spread
 *     over all, 0 or more
 * @param scope which second derivatives the curvature is found from
 * @param zero the magnitude, relative to the largest one, up to which an eigenvalue counts as zero;
 *     from 1e-12 to below 1
 * @param seed the seed; walk {@code k} draws from the stream of the seed and {@code k} alone
 */
public record GradientWalks(
    double range,
    Granularity granularity,
    OptionalInt walks,
    int curvatures,
    Curvature.Scope scope,
    double zero,
    long seed) {

  /** How large and how many the steps of a walk are. */
  public enum Granularity {
    /** 1000 points each, steps of up to 1 % of the region's width. */
    MICRO(0.01, 1000),
    /** 100 points each, steps of up to 10 % of the region's width. */
    MACRO(0.1, 100);

    private final double part;
    private final int points;

    Granularity(double part, int points) {
      this.part = part;
      this.points = points;
    }

    /**
     * The number of points of a walk, its start included.
     *
     * @return 1000 or 100
     */
    public int points() {
      return points;
    }
  }

  /** The number of walks for each dimension in the paper. */
  private static final int PER_DIMENSION = 2;

  /** About single precision, in which the paper's program counts zeros. */
  private static final double SINGLE_PRECISION = 1e-7;

  /** Some thousand times the rounding of the largest eigenvalue. */
  private static final double LEAST_ZERO = 1e-12;

  /** About a minute of eigenvalues on one core. */
  private static final double AFFORDABLE = 6e10;

  /**
   * Checks the numbers.
   *
   * @param range as above
   * @param granularity as above
   * @param walks as above
   * @param curvatures as above
   * @param scope as above
   * @param zero as above
   * @param seed as above
   * @throws IllegalArgumentException if one is out of range
   */
  public GradientWalks {
    if (!(range > 0.0) || Double.isInfinite(range)) {
      throw new IllegalArgumentException("the range of the starts is positive, not " + range);
    }
    if (walks.orElse(1) < 1) {
      throw new IllegalArgumentException(
          "the number of walks is at least 1, not " + walks.getAsInt());
    }
    if (curvatures < 0) {
      throw new IllegalArgumentException(
          "the number of curvatures is 0 or more, not " + curvatures);
    }
    if (!(zero >= LEAST_ZERO && zero < 1.0)) {
      throw new IllegalArgumentException(
          "the relative size of a zero eigenvalue is from 1e-12 to below 1, not " + zero);
    }
  }

  /**
   * The walks of the paper, with the whole Hessian, and as many curvatures as take about a minute.
   *
   * @param network the network that is to be sampled
   * @param range half the width of the region that walks begin in; 1 and 10 in the paper
   * @param granularity micro or macro
   * @param seed the seed
   * @return the walks
   * @throws IllegalArgumentException if {@code range} is not positive
   */
  public static GradientWalks of(
      Network network, double range, Granularity granularity, long seed) {
    double n = network.dimension();
    int curvatures =
        network.evaluator().hasAnalyticHessian()
            ? (int) Math.min(1e5, AFFORDABLE / (n * n * n))
            : 0;
    return new GradientWalks(
        range,
        granularity,
        OptionalInt.empty(),
        curvatures,
        Curvature.Scope.WHOLE,
        SINGLE_PRECISION,
        seed);
  }

  /**
   * A copy that looks at other second derivatives.
   *
   * @param other which
   * @return the copy
   */
  public GradientWalks withScope(Curvature.Scope other) {
    return new GradientWalks(range, granularity, walks, curvatures, other, zero, seed);
  }

  /**
   * A copy with another number of curvatures.
   *
   * @param number the largest number of sampled points whose curvature is found
   * @return the copy
   * @throws IllegalArgumentException if it is negative
   */
  public GradientWalks withCurvatures(int number) {
    return new GradientWalks(range, granularity, walks, number, scope, zero, seed);
  }

  /**
   * A copy with another number of walks, for a network of so many dimensions that the paper's
   * number takes too long.
   *
   * @param number the number of walks
   * @return the copy
   * @throws IllegalArgumentException if it is less than 1
   */
  public GradientWalks withWalks(int number) {
    return new GradientWalks(
        range, granularity, OptionalInt.of(number), curvatures, scope, zero, seed);
  }

  /**
   * The number of walks on a network.
   *
   * @param network the network that is to be sampled
   * @return at least 1
   */
  public int count(Network network) {
    return walks.orElse(PER_DIMENSION * network.dimension());
  }

  /**
   * The largest step of a component.
   *
   * @return 1 % or 10 % of the width of the region, which is twice the range
   */
  public double epsilon() {
    return 2.0 * range * granularity.part;
  }

  /**
   * Walks. Cost: a gradient for each point, a Hessian with its eigenvalues for each curvature.
   *
   * @param network the network
   * @param runner where the walks are made; the result does not depend on it
   * @param progress receives the number of walks done, in this thread
   * @return the points
   * @throws IllegalArgumentException if there would be more than 100 million points, or curvatures
   *     are wanted of a network too large for a Hessian
   */
  public LossGradientCloud sample(Network network, JobRunner runner, IntConsumer progress) {
    if (curvatures > 0 && !network.evaluator().hasAnalyticHessian()) {
      throw new IllegalArgumentException(
          "curvatures are found with up to "
              + Network.MAX_HESSIAN_DIMENSION
              + " parameters, not with "
              + network.dimension());
    }
    long count = count(network);
    long points = count * granularity.points;
    if (points > LossGradientCloud.MAX_POINTS) {
      throw new IllegalArgumentException(
          "a sample has at most " + LossGradientCloud.MAX_POINTS + " points, not " + points);
    }
    LossGradientCloud.Builder cloud = new LossGradientCloud.Builder((int) points);
    OrderedJobs.run(
        (int) count,
        number -> number,
        runner,
        new Walkers(network, range, granularity, scope, zero, seed, every(points)),
        walk -> {
          cloud.add(walk);
          progress.accept(cloud.size() / granularity.points);
        });
    return cloud.build();
  }

  /** Makes what walks; every so many points it finds the curvature, for 0 never. */
  private record Walkers(
      Network network,
      double range,
      Granularity granularity,
      Curvature.Scope scope,
      double zero,
      long seed,
      long every)
      implements Supplier<Function<Integer, LossGradientCloud.Walk>>, Serializable {

    @Override
    public Function<Integer, LossGradientCloud.Walk> get() {
      GradientWalks how =
          new GradientWalks(range, granularity, OptionalInt.empty(), 0, scope, zero, seed);
      return new GradientWalker(network, how, every)::apply;
    }
  }

  /** Every so many points the curvature is found; 0 for never. */
  private long every(long points) {
    if (curvatures == 0) {
      return 0;
    }
    long every = (points + curvatures - 1) / curvatures;
    // Without a common divisor with the length of a walk, all parts of walks get their turn.
    while (LongMath.gcd(every, granularity.points) > 1) {
      every++;
    }
    return every;
  }
}
