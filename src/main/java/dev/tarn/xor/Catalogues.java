package dev.tarn.xor;

import dev.tarn.data.UnusableFileException;
import dev.tarn.landscape.Completeness;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.store.Certificates;
import dev.tarn.store.Certificates.Certificate;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.NetworkDescription;
import dev.tarn.store.RunRecord;
import dev.tarn.study.PointQuantities;
import dev.tarn.study.RocCurve;
import dev.tarn.text.Numbers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A folder with one database for each number of hidden units and each regularisation parameter,
 * named for example {@code xor-3-1e-4.db}, or for another network than the paper's {@code
 * 2-3-1-elu-logistic-1e-4.db}.
 *
 * @param folder the folder
 * @param other a network of one hidden layer and one lambda, from which those of the folder differ
 *     in these two numbers only; empty for the paper's
 */
public record Catalogues(Path folder, Optional<NetworkDescription> other) {
  /** Beyond it there is no Hessian in full, and no enumeration of every index. */
  static final int MOST_UNITS = StationaryPolish.FULL_DIMENSION;

  /**
   * The folder of the paper's networks.
   *
   * @param folder the folder
   */
  public Catalogues(Path folder) {
    this(folder, Optional.empty());
  }

  /**
   * A database as it was read.
   *
   * @param network the network
   * @param landscape its points
   * @param runs the runs that made it
   * @param proven the ids of the points that "certify" has proven
   */
  public record Catalogue(
      Network network, Landscape landscape, List<RunRecord> runs, Set<Integer> proven) {
    /** The weakest regularisation of the paper. */
    static final double WEAKEST = 1e-6;

    /**
     * The number of hidden units.
     *
     * @return at least 1
     */
    public int hidden() {
      return network.architecture().units();
    }

    /**
     * The regularisation parameter.
     *
     * @return lambda
     */
    public double lambda() {
      return network.penalty().lambda().orElseThrow();
    }

    /** Whether a point of it is proven. */
    boolean isProven(StationaryPoint point) {
      return proven.contains(point.id());
    }

    /** Whether all its points are. */
    boolean isProven() {
      return landscape.points().stream().allMatch(this::isProven);
    }

    /** How many hidden units have weights at a point. */
    int connectedUnits(StationaryPoint point) {
      return new PointQuantities(network, landscape, RocCurve.DEFAULT_TOLERANCE)
          .connectedUnits(point);
    }

    /** The minima but the zero point that satisfy a condition. */
    List<StationaryPoint> trained(Predicate<StationaryPoint> condition) {
      return landscape.minima().stream()
          .filter(p -> connectedUnits(p) > 0)
          .filter(condition)
          .toList();
    }

    /**
     * What speaks for and against its completeness.
     *
     * @return the judgement
     */
    public Completeness completeness() {
      return Completeness.of(
          landscape, network.eulerCharacteristic(), RunRecord.enumerated(runs, landscape));
    }
  }

  /**
   * The network of a database of this folder.
   *
   * @param hidden the number of hidden units
   * @param lambda the regularisation parameter
   * @return the description
   */
  public NetworkDescription description(int hidden, double lambda) {
    return other
        .map(
            one ->
                new NetworkDescription(
                    one.network().withUnits(hidden).withLambda(lambda), one.test()))
        .orElseGet(() -> network(hidden, lambda));
  }

  /**
   * The paper's network.
   *
   * @param hidden the number of hidden units
   * @param lambda the regularisation parameter
   * @return the description, all parameters regularised
   */
  public static NetworkDescription network(int hidden, double lambda) {
    return NetworkDescription.of(Network.xor(hidden, lambda));
  }

  /**
   * The file of a database.
   *
   * @param hidden the number of hidden units
   * @param lambda the regularisation parameter
   * @return the path, whether or not it exists
   */
  public Path file(int hidden, double lambda) {
    String name =
        other
            .map(one -> one.network().architecture().withUnits(hidden).toString())
            .map(text -> text.replaceAll("[^A-Za-z0-9-]+", "-"))
            .orElse("xor-" + hidden);
    return folder.resolve(name + "-" + Numbers.scientific(lambda) + ".db");
  }

  /**
   * Reads a database.
   *
   * @param hidden the number of hidden units
   * @param lambda the regularisation parameter
   * @return what it holds, if the file exists and is not empty
   * @throws dev.tarn.store.StoreException if the file is there but cannot be read
   * @throws UnusableFileException if it holds the landscape of another network
   */
  public Optional<Catalogue> read(int hidden, double lambda) {
    return reading(
        hidden,
        lambda,
        database ->
            new Catalogue(
                database.network().network(),
                database.landscape(),
                database.runs(),
                Certificates.of(database).values().stream()
                    .filter(Certificate::isProven)
                    .map(Certificate::point)
                    .collect(Collectors.toSet())));
  }

  /** What somebody reads in a database, if the file exists; it has to hold what its name says. */
  <T> Optional<T> reading(int hidden, double lambda, Function<LandscapeDatabase, T> reader) {
    if (hidden < 1) {
      return Optional.empty();
    }
    Path file = file(hidden, lambda);
    if (isMissing(file)) {
      return Optional.empty();
    }
    try (LandscapeDatabase database = LandscapeDatabase.openToRead(file)) {
      NetworkDescription held = other.isPresent() ? database.network() : database.xorNetwork();
      NetworkDescription named = description(hidden, lambda);
      if (!held.equals(named)) {
        throw new UnusableFileException(
            file
                + " holds the landscape of "
                + held
                + ", not of "
                + named
                + " as its name says; another folder has place for it");
      }
      return Optional.of(reader.apply(database));
    }
  }

  /** Whether there is nothing to be read: a process that is killed at once leaves an empty file. */
  private static boolean isMissing(Path file) {
    try {
      return !Files.exists(file) || (Files.isRegularFile(file) && Files.size(file) == 0L);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
