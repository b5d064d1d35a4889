package dev.tarn.study;

import dev.tarn.follow.Branch;
import dev.tarn.follow.Diagram;
import dev.tarn.follow.FollowSettings;
import dev.tarn.follow.Follower;
import dev.tarn.network.Network;
import dev.tarn.network.RegularisedNetwork;
import dev.tarn.stationary.StationaryPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * The branches of a network's stationary points on the way from one lambda to another. Immutable.
 *
 * @param from the lambda of the points
 * @param to the lambda that they are followed to
 * @param diagram their branches in {@code mu = ln lambda}, and where these meet; coordinates are
 *     those of {@link RegularisedNetwork}
 */
public record Branches(double from, double to, Diagram diagram) {

  /**
   * A curve of stationary points.
   *
   * @param id the number of the point that it starts from, or whose branch it splits off from
   * @param end how it ended
   * @param samples its points in the order of the way; folds and branch points are among them
   */
  public record Curve(int id, Branch.End end, List<Branch.Sample> samples) {

    /**
     * The pieces between changes of the index; the point of the change belongs to both.
     *
     * @return the pieces in the order of the way, at least one
     */
    public List<Piece> pieces() {
      List<Piece> pieces = new ArrayList<>();
      int start = 0;
      for (int k = 1; k < samples.size(); k++) {
        if (samples.get(k).index() != samples.get(k - 1).index()) {
          pieces.add(new Piece(samples.get(k - 1).index(), samples.subList(start, k)));
          start = k - 1;
        }
      }
      int last = samples.size() - 1;
      pieces.add(new Piece(samples.get(last).index(), samples.subList(start, last + 1)));
      return pieces;
    }
  }

  /**
   * A part of a curve on which the index stays the same.
   *
   * @param index the number of negative Hessian eigenvalues inside the piece
   * @param samples its points in the order of the way
   */
  public record Piece(int index, List<Branch.Sample> samples) {}

  /**
   * Follows points. Cost: seconds for a hundred points, in proportion to their number and to the
   * third power of the number of hidden units.
   *
   * @param network the network whose points they are
   * @param points the points, one of each class
   * @param to the lambda to go to, positive, another than that of the network
   * @param threads the number of threads, at least 1; the result does not depend on it
   * @param progress receives the number of branches done each time that there is one more
   * @return the branches in the order of the points
   * @throws IllegalArgumentException if {@code to} or the number of threads is out of its range, a
   *     point is not stationary, or the network's points cannot be followed ({@link
   *     RegularisedNetwork})
   */
  public static Branches follow(
      Network network, List<StationaryPoint> points, double to, int threads, IntConsumer progress) {
    RegularisedNetwork family = new RegularisedNetwork(network);
    List<Follower.Start> starts =
        points.stream()
            .map(
                point ->
                    new Follower.Start(point.id(), family.enter(point.coordinates().toArray())))
            .toList();
    Follower follower = new Follower(family, FollowSettings.defaults(), threads);
    double lambda = network.penalty().lambda().getAsDouble();
    Diagram diagram =
        follower.run(
            starts,
            RegularisedNetwork.parameter(lambda),
            RegularisedNetwork.parameter(to),
            progress);
    return new Branches(lambda, to, diagram);
  }

  /**
   * The lambda of a parameter; those of both ends as they were given, not through a logarithm.
   *
   * @param mu the parameter of a sample or place
   * @return lambda
   */
  public double lambda(double mu) {
    if (mu == RegularisedNetwork.parameter(from)) {
      return from;
    }
    return mu == RegularisedNetwork.parameter(to) ? to : RegularisedNetwork.lambda(mu);
  }

  /**
   * Every curve once. A curve between two of the points is the branch of both, so that of the first
   * stands for both; of a branch that comes back as its own mirror copy only the way out counts.
   *
   * @return the curves of the points in their order, then those born on the way
   */
  public List<Curve> curves() {
    List<Curve> curves = new ArrayList<>();
    for (Diagram.Followed followed : diagram.branches()) {
      int partner = followed.partner().orElse(followed.id());
      if (followed.doubtful() || partner >= followed.id()) {
        curves.add(new Curve(followed.id(), followed.branch().end(), once(followed)));
      }
    }
    for (Diagram.Born born : diagram.born()) {
      curves.add(new Curve(born.parent(), born.branch().end(), born.branch().samples()));
    }
    return curves;
  }

  /**
   * The places where branches meet: those of the diagram, and those on branches born on the way.
   *
   * @return the places; one that several born branches pass may occur more than once
   */
  public List<Branch.CriticalPoint> places() {
    List<Branch.CriticalPoint> places = new ArrayList<>();
    diagram.events().forEach(event -> places.add(event.place()));
    diagram.born().forEach(born -> places.addAll(born.branch().criticalPoints()));
    return places;
  }

  private static List<Branch.Sample> once(Diagram.Followed followed) {
    List<Branch.Sample> samples = followed.branch().samples();
    if (followed.partner().isEmpty() || followed.partner().getAsInt() != followed.id()) {
      return samples;
    }
    // The way back mirrors the way out, so the turn in the middle is where it begins.
    List<Branch.CriticalPoint> turns =
        followed.branch().criticalPoints().stream().filter(Branch.CriticalPoint::turns).toList();
    for (int k = 0; k < samples.size(); k++) {
      Branch.Sample sample = samples.get(k);
      if (sample.coordinates().equals(turns.get(turns.size() / 2).coordinates())) {
        return samples.subList(0, k + 1);
      }
    }
    return samples;
  }
}
