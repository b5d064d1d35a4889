package dev.tarn.xor;

import dev.tarn.landscape.Completeness;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.NetworkDescription;
import dev.tarn.store.RunRecord;
import dev.tarn.text.Numbers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A folder with one database for each number of hidden units and each regularisation parameter,
 * named for example {@code xor-3-1e-4.db}.
 *
 * @param folder the folder
 */
public record Catalogues(Path folder) {

  /**
   * A database as it was read.
   *
   * @param network the network
   * @param landscape its points
   * @param runs the runs that made it
   */
  public record Catalogue(Network network, Landscape landscape, List<RunRecord> runs) {

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

    /**
     * What speaks for and against its completeness.
     *
     * @return the judgement
     */
    public Completeness completeness() {
      return Completeness.of(landscape, runs);
    }
  }

  /**
   * The network of a database of this folder.
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
    return folder.resolve("xor-" + hidden + "-" + Numbers.scientific(lambda) + ".db");
  }

  /**
   * Reads a database.
   *
   * @param hidden the number of hidden units
   * @param lambda the regularisation parameter
   * @return what it holds, if the file exists
   * @throws dev.tarn.store.StoreException if the file is there but cannot be read
   */
  public Optional<Catalogue> read(int hidden, double lambda) {
    Path file = file(hidden, lambda);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (LandscapeDatabase database = LandscapeDatabase.openToRead(file)) {
      return Optional.of(
          new Catalogue(database.xorNetwork().network(), database.landscape(), database.runs()));
    }
  }
}
