package dev.tarn.store;

import dev.tarn.data.UnusableFileException;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.explore.JobReport;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Architecture.HiddenLayer;
import dev.tarn.network.kinds.KindClass;
import dev.tarn.network.kinds.KindJournal;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.StationaryPoint;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A landscape kept in one SQLite file.
 *
 * <p>Everything is committed as it is found: a process that is killed at any moment loses nothing
 * that it had reported, and several processes may grow one file at the same time. The file is an
 * ordinary SQLite database with a rollback journal; {@code schema.sql} beside this class documents
 * its columns, as does {@code .schema} in any SQLite client. Energies and other numbers are kept to
 * the last bit, but for the sign of a zero energy.
 *
 * <p>Opening another file, or the landscape of another network, fails with {@link
 * UnusableFileException} and leaves it as it is, byte for byte. Opening for reading never writes,
 * but SQLite restores the last commit where a process was killed in the middle of one. An instance
 * is for one thread at a time. Every method throws {@link StoreException} when the file fails.
 */
public final class LandscapeDatabase implements AutoCloseable {
  private final Sql sql;
  private final PotentialCodec.Description description;
  private final Potential potential;
  private final Optional<PotentialCodec.Description.Tester> tester;

  private LandscapeDatabase(Sql sql, PotentialCodec.Description description) {
    this.sql = sql;
    this.description = description;
    potential = description.potential();
    tester = description.tester();
  }

  /**
   * Opens a database to grow it; makes it if there is no file or an empty one.
   *
   * @param file the file, whose folder must exist
   * @param wanted the potential whose landscape the file holds or shall hold, a network as a rule
   * @return the open database
   * @throws IllegalArgumentException if no {@link PotentialCodec} knows the description
   * @throws UnusableFileException if the file is no database of Tarn, is one of another potential
   *     or of a newer version, is damaged, or if it or its folder may not be written
   */
  public static LandscapeDatabase open(Path file, PotentialCodec.Description wanted) {
    return holding(
        DatabaseFile.openToWrite(file),
        sql -> {
          boolean exists = sql.read(() -> Schema.exists(sql));
          // Another process may make the tables at the same moment: one of us has to wait.
          PotentialCodec.Description held =
              exists
                  ? sql.read(() -> Schema.description(sql))
                  : sql.write(() -> createUnlessThere(sql, wanted));
          if (!held.equals(wanted)) {
            throw new UnusableFileException(
                file
                    + " holds the landscape of "
                    + held
                    + ", not of "
                    + wanted
                    + ": choose another file");
          }
          if (sql.<Boolean>read(() -> Schema.isOld(sql))) {
            sql.write(() -> upgrade(sql, held.potential()));
          }
          return held;
        });
  }

  /**
   * Makes a database of a network with one hidden layer one of the same with more hidden units, if
   * it holds levels of kinds of units ({@link #levels}), which serve both. Its points, connections
   * and attempts give way: the enumeration's points come from the levels, and the points that were
   * there are kept aside ({@link #earlierPoints}). Any other file is left as it is.
   *
   * @param file the file
   * @param wanted the network whose landscape the file shall hold
   * @return the network whose landscape it held; empty if nothing was changed
   * @throws UnusableFileException if the file is no database of Tarn or one of a newer version, is
   *     damaged, or if it or its folder may not be written
   */
  public static Optional<NetworkDescription> grow(Path file, NetworkDescription wanted) {
    return FamilyLevels.grow(file, wanted);
  }

  /**
   * The points of the landscapes that this file held before {@link #grow}, padded with zero units.
   *
   * @return points of the network whose landscape it holds now
   */
  public List<double[]> earlierPoints() {
    return FamilyLevels.earlierPoints(sql, network().network());
  }

  private static boolean upgrade(Sql sql, Potential potential) throws SQLException {
    boolean old = Schema.isOld(sql);
    if (old) {
      // Whatever is damaged is to be known before anything is written.
      TableRows.landscape(sql, potential);
      Schema.upgrade(sql);
    }
    return old;
  }

  private static PotentialCodec.Description createUnlessThere(
      Sql sql, PotentialCodec.Description wanted) throws SQLException {
    if (Schema.exists(sql)) {
      return Schema.description(sql);
    }
    Schema.create(sql, wanted);
    return wanted;
  }

  /**
   * Opens a database to read it.
   *
   * @param file the file
   * @return the open database
   * @throws UnusableFileException if there is no such file, or it is no database of Tarn, of a
   *     newer version, or damaged
   */
  public static LandscapeDatabase openToRead(Path file) {
    return holding(
        DatabaseFile.openToRead(file),
        sql -> {
          if (!sql.<Boolean>read(() -> Schema.exists(sql))) {
            throw new UnusableFileException(
                file + " is empty: \"tarn explore --db " + file + "\" fills it");
          }
          return sql.read(() -> Schema.description(sql));
        });
  }

  Sql sql() {
    return sql;
  }

  private interface Check {
    PotentialCodec.Description run(Sql sql);
  }

  private static LandscapeDatabase holding(Sql sql, Check check) {
    try {
      return new LandscapeDatabase(sql, check.run(sql));
    } catch (RuntimeException e) {
      sql.close();
      throw e;
    }
  }

  /**
   * Which potential's landscape this is.
   *
   * @return the description
   */
  public PotentialCodec.Description description() {
    return description;
  }

  /**
   * Which network's landscape this is, for what is about networks alone.
   *
   * @return the description
   * @throws UnusableFileException if it is the landscape of something else
   */
  public NetworkDescription network() {
    if (description instanceof NetworkDescription network) {
      return network;
    }
    throw about("networks only");
  }

  /**
   * Which XOR network's landscape this is, for what is about that network alone.
   *
   * @return the description
   * @throws UnusableFileException if it is another network's
   */
  public NetworkDescription xorNetwork() {
    if (description instanceof NetworkDescription network && network.network().isXor()) {
      return network;
    }
    throw about("the XOR network only");
  }

  private UnusableFileException about(String what) {
    return new UnusableFileException(
        sql.file() + " holds the landscape of " + description + "; this is about " + what);
  }

  /**
   * Reads the landscape as it stands.
   *
   * @return a new landscape with all classes, connections and hits
   */
  public Landscape landscape() {
    return sql.read(() -> TableRows.landscape(sql, potential));
  }

  /**
   * Holds energies against weights, as a file that was edited may be: of all points where that
   * takes no time, else of some. Only for networks, whose energies are the same on every machine.
   *
   * @throws UnusableFileException if an energy is not that of its weights
   */
  public void checkEnergies() {
    if (description instanceof NetworkDescription own) {
      EnergyCheck.run(sql, own.network());
    }
  }

  /**
   * How the points of a landscape do on the test data.
   *
   * @param landscape a landscape of this database
   * @return a result for each point by its id; empty if the database keeps no test data
   */
  public Map<Integer, TestResult> tests(Landscape landscape) {
    if (tester.isEmpty()) {
      return Map.of();
    }
    Map<Integer, TestResult> tests =
        sql.read(() -> Schema.hasTests(sql) ? TableRows.tests(sql) : new HashMap<>());
    for (StationaryPoint point : landscape.points()) {
      // A version of Tarn that did not test may have found it.
      tests.computeIfAbsent(point.id(), id -> tester.get().test(point.coordinates()));
    }
    return tests;
  }

  /**
   * Puts a whole landscape into a database that holds no points yet, such as one that was read from
   * another program's files; all of it or nothing. The database must be open for writing.
   *
   * @param landscape a landscape of this database's potential, whose points come from run 1
   * @return the number of points
   * @throws UnusableFileException if there are points already
   */
  public int fill(Landscape landscape) {
    return sql.write(() -> Filling.fill(sql, landscape));
  }

  /**
   * The history of the file.
   *
   * @return all runs in the order in which they began
   */
  public List<RunRecord> runs() {
    return sql.read(() -> TableRows.runs(sql));
  }

  /**
   * What searches for transition states have cost in each way that the first jobs have tried.
   *
   * @return the costs, empty where there was nothing to choose
   */
  public List<JobReport.Trial> trials() {
    return sql.read(() -> SearchMethods.read(sql));
  }

  /**
   * Begins a run that goes on from everything in the file. The database must be open for writing.
   *
   * @param settings how the explorer will run
   * @return the recorder, with the landscape so far and where to go on
   */
  public RunRecorder startRun(ExplorerSettings settings) {
    return startRun(settings, Map.of());
  }

  /**
   * Begins a run, and keeps what its command was told with it ({@link RunRecord#options}).
   *
   * @param settings how the explorer will run
   * @param options the options by name
   * @return the recorder, with the landscape so far and where to go on
   */
  public RunRecorder startRun(ExplorerSettings settings, Map<String, String> options) {
    return new RunRecorder(
        sql, Landscape.of(potential), potential.dimension(), tester, settings, options);
  }

  /**
   * The levels of the enumeration by kinds of units, which the file keeps for networks of any
   * number of hidden units. The database must be open for writing.
   *
   * @param settings what is degenerate, according to their tolerances
   * @return where an enumeration finds and keeps its levels
   * @throws UnusableFileException if the file is not about a network with one hidden layer
   */
  public KindJournal levels(ExplorerSettings settings) {
    List<HiddenLayer> hidden = network().network().architecture().hidden();
    if (hidden.size() != 1) {
      throw about("networks with one hidden layer only");
    }
    return new LevelRecorder(sql, hidden.get(0).activation().isOdd(), settings);
  }

  /**
   * The classes of the levels ({@link #levels}) that the file holds, of networks of any number of
   * hidden units.
   *
   * @return the classes in the order in which they were found; none if the file has no levels
   */
  public List<KindClass> levelClasses() {
    return FamilyLevels.classes(sql, description);
  }

  /**
   * Takes the levels over that another database of the same family holds ({@link #levels}), if this
   * one holds none yet. Both files keep all else as it is. The database must be open for writing.
   *
   * @param other the database of the same network with fewer or more hidden units
   * @return the number of classes taken over; 0 if there is none to take, it is of another network,
   *     or this database has levels of its own
   */
  public int takeLevels(LandscapeDatabase other) {
    return FamilyLevels.take(other.sql, other.description, sql, description);
  }

  @Override
  public void close() {
    sql.close();
  }

  /**
   * How a network does on examples that were kept apart.
   *
   * @param energy the mean loss on them, without the regulariser; in nats per example for classes
   * @param accuracy the share that is answered rightly; empty if the network does not classify
   */
  public record TestResult(double energy, OptionalDouble accuracy) {}
}
