package dev.tarn.cli.view;

import dev.tarn.landscape.Landscape;
import dev.tarn.linear.Vectors;
import dev.tarn.network.Network;
import dev.tarn.network.NetworkEvaluator;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.study.SolutionComparison;
import dev.tarn.study.SolutionComparison.Solution;
import dev.tarn.text.Numbers;
import java.io.PrintWriter;
import java.util.OptionalDouble;

/**
 * Weights from a file, and what they are as read.
 *
 * @param name the file
 * @param x the weights in the order of the network
 * @param energy the energy
 * @param loss the mean loss over the examples
 * @param accuracy the share of examples that are answered rightly; empty without classes
 * @param rms the root-mean-square gradient
 * @param leads where they lead to
 * @param distance how far that is
 */
public record WeightsAsRead(
    String name,
    double[] x,
    double energy,
    double loss,
    OptionalDouble accuracy,
    double rms,
    Solution leads,
    double distance) {
  /** Of points that come from a file. */
  public static final StationaryPoint.Provenance PROVENANCE =
      new StationaryPoint.Provenance(0, 0, "file");

  /** In the length of the weights. */
  private static final double FAR = 0.01;

  private static final int DIGITS = 6;

  /**
   * What weights are.
   *
   * @throws IllegalArgumentException if there are more or fewer than the network has parameters, or
   *     their energy is not finite
   */
  public static WeightsAsRead of(String name, Network network, Landscape landscape, double[] x) {
    Solution leads = SolutionComparison.settle(network, landscape, x);
    NetworkEvaluator evaluator = network.evaluator();
    double[] gradient = new double[x.length];
    double energy = evaluator.gradient(x, gradient);
    return new WeightsAsRead(
        name,
        x,
        energy,
        evaluator.meanLoss(x, network.data()),
        network.architecture().output().isClassifier()
            ? OptionalDouble.of(evaluator.accuracy(x, network.data()))
            : OptionalDouble.empty(),
        Vectors.rms(gradient),
        leads,
        Vectors.distance(x, leads.settled().coordinates()));
  }

  /** The part of the energy that is not the loss. */
  public double penalty() {
    return energy - loss;
  }

  /** Whether the weights are not at the point that they lead to. */
  public boolean isFar() {
    return distance > FAR * Vectors.norm(leads.settled().coordinates());
  }

  /** The point that they lead to, in words. */
  public String leadsTo() {
    PolishedPoint settled = leads.settled();
    return leads
            .minimum()
            .map(minimum -> "minimum " + minimum.id())
            .orElse(settled.converged() ? "a point that the database does not hold" : "no point")
        + ", energy "
        + Numbers.rounded(settled.energy(), DIGITS);
  }

  /** Prints a line for the reader to see whether the weights were read rightly. */
  public void print(PrintWriter out) {
    StringBuilder line = new StringBuilder(name);
    line.append(" as read: loss ").append(Numbers.rounded(loss, DIGITS));
    line.append(" + penalty ").append(Numbers.rounded(penalty(), DIGITS));
    accuracy.ifPresent(share -> line.append(", accuracy ").append(Numbers.plain(share)));
    out.println(line);
    if (isFar()) {
      out.println(
          name
              + " is "
              + Numbers.rounded(distance, DIGITS)
              + " away from the point that it leads to ("
              + leadsTo()
              + ")");
    }
  }

  /**
   * The weights as a point, to be drawn and shown like one of the database. It need not be
   * stationary.
   */
  public StationaryPoint point(Network network) {
    return new StationaryPoint(
        0, 0, energy, Vector.of(x), Vector.of(), rms, network.symmetry().orbitSize(x), PROVENANCE);
  }
}
