package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.explore.Exploration;
import dev.tarn.explore.Explorer;
import dev.tarn.explore.ExplorerEvent;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.explore.JobReport;
import dev.tarn.network.Network;
import dev.tarn.network.kinds.KindCatalogue;
import dev.tarn.network.smaller.SmallerNetworks;
import dev.tarn.potential.Potential;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.NetworkDescription;
import dev.tarn.store.PotentialCodec;
import dev.tarn.store.levels.LevelRun;
import dev.tarn.text.Numbers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

@Command(
    name = "enumerate",
    header = "Enumerates the stationary points of every index, and says whether any is missing.",
    description = {
      "",
      "Goes on until the Morse sum is 1, the sum of (-1)^index over all points with all their"
          + " symmetry copies, and further searches bring nothing new; or until the effort is"
          + " spent. A sum other than 1 proves that points are missing. With one hidden layer, units"
          + " that are equal are searched as one, from no unit up to all of them; the database keeps"
          + " these levels for networks with more units. Otherwise, and with --method full, starts"
          + " from the stationary points of the smaller networks, which it enumerates first, padded"
          + " with zero units. Works on the same database as explore, and may be interrupted or"
          + " killed like it.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar enumerate --hidden 2 --lambda 1e-4 --db xor2.db",
      "  java -jar tarn.jar enumerate --hidden 4 --lambda 1e-3 --db xor4.db --effort high",
      "  java -jar tarn.jar enumerate --hidden 8 --lambda 1e-2 --db xor8.db",
      "  java -jar tarn.jar enumerate --hidden 12 --lambda 1e-2 --db xor12.db --max-index 1",
      "  java -jar tarn.jar enumerate --potential himmelblau --db himmelblau.db"
    })
public final class EnumerateCommand extends SearchCommand {
  private static final String METHOD = "--method";

  /** Beyond the dimension of full Hessians, where a point's lowest eigenvalues alone are known. */
  private static final int MOST_FAR = 1;

  /** The share of the time that the smaller networks together may take. */
  private static final int TIME_SHARES = 4;

  @Option(
      names = "--max-index",
      paramLabel = "K",
      description =
          "The largest index to look for (default: all). The Morse sum needs all of them.")
  private Optional<Integer> maxIndex = Optional.empty();

  @Option(
      names = METHOD,
      paramLabel = "M",
      converter = MethodConverter.class,
      description =
          "How to search: kinds, level by level by kinds of units, or full, in all variables at"
              + " once (default: kinds, where it is possible).")
  private Optional<Method> method = Optional.empty();

  /** How an enumeration searches. */
  enum Method {
    KINDS,
    FULL;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Reads {@code kinds} or {@code full}. */
  static final class MethodConverter implements ITypeConverter<Method> {
    @Override
    public Method convert(String text) {
      return Arrays.stream(Method.values())
          .filter(each -> each.label().equals(text))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException("'" + text + "' is not kinds or full"));
    }
  }

  public EnumerateCommand(Console console) {
    super(console);
  }

  @Override
  ExplorerSettings goal(ExplorerSettings settings) {
    try {
      return settings.enumerating(maxIndex.orElse(Integer.MAX_VALUE));
    } catch (IllegalArgumentException e) {
      throw badInput("--max-index: " + e.getMessage());
    }
  }

  @Override
  void beforeOpening(PotentialCodec.Description model) {
    boolean byKinds = isByKinds(model.potential());
    if (byKinds && model instanceof NetworkDescription network) {
      LandscapeDatabase.grow(file(), network)
          .ifPresent(
              held ->
                  say(
                      file()
                          + " held the landscape of "
                          + held
                          + ": its levels serve on, its points are taken in anew with other ids"));
    }
  }

  private boolean isByKinds(Potential potential) {
    boolean serves = potential instanceof Network network && KindCatalogue.serves(network);
    if (method.isEmpty()) {
      return serves;
    }
    if (method.get() == Method.FULL) {
      return false;
    }
    if (!serves) {
      throw badInput(
          METHOD
              + " kinds is for networks with one hidden layer, every weight regularised, and a"
              + " smooth activation that is zero at zero; here it is "
              + METHOD
              + " full");
    }
    return true;
  }

  @Override
  void check(Potential potential, ExplorerSettings settings) {
    if (isByKinds(potential)) {
      searchOptions().checkByKinds(this, potential, "; " + METHOD + " full takes it");
    }
    // By kinds the lowest indices are known in any number of variables.
    if (maxIndex.isEmpty() || maxIndex.get() > MOST_FAR || !isByKinds(potential)) {
      super.check(potential, settings);
    }
  }

  @Override
  Exploration search(Preparation preparation) {
    return isByKinds(preparation.potential())
        ? new LevelRun(preparation.into(), preparation.view()::update).run()
        : super.search(preparation);
  }

  @Override
  Explorer prepare(Explorer explorer, Preparation preparation) {
    // With another cutoff, what an earlier run put aside may be proper points.
    List<double[]> seeds = new ArrayList<>();
    preparation.recorder().landscape().degeneratePoints().forEach(p -> seeds.add(p.coordinates()));
    if (!(preparation.potential() instanceof Network network)
        || network.architecture().hidden().size() != 1
        || network.hasKinks()) {
      return explorer.seeding(seeds);
    }
    int hidden = network.architecture().units();
    boolean padded =
        preparation.recorder().landscape().points().stream()
            .anyMatch(p -> p.provenance().method().equals(JobReport.Kind.SEEDS.label()));
    if (hidden == 1 || padded) {
      return explorer.seeding(seeds);
    }
    ExplorerSettings settings = preparation.into().settings();
    Optional<Duration> share =
        settings.maxTime().map(time -> time.dividedBy((long) TIME_SHARES * (hidden - 1)));
    SmallerNetworks smaller =
        new SmallerNetworks(
            network,
            share.map(settings::withMaxTime).orElse(settings),
            preparation.view()::updateSmaller,
            preparation.into().cancellation());
    say(
        hidden == 2
            ? "first the network of 1 hidden unit"
            : "first the networks of 1 to " + (hidden - 1) + " hidden units");
    seeds.addAll(smaller.padded());
    return explorer.seeding(seeds);
  }

  @Override
  String conclusion(Exploration exploration) {
    ExplorerEvent.Progress progress = exploration.progress();
    String tail =
        "the last " + Numbers.count(progress.quiet(), "search", "searches") + " found nothing new";
    return switch (exploration.status()) {
      case DONE ->
          (maxIndex.isPresent()
                  ? "up to index " + maxIndex.get() + ", where the Morse sum proves nothing: "
                  : "sum " + progress.morseSum() + ", ")
              + tail;
      case INCOMPLETE ->
          "INCOMPLETE: "
              + found(progress)
              + (exploration.failedPaths() == 0
                  ? ", "
                  : ", "
                      + Numbers.count(
                          exploration.failedPaths(), "transition state", "transition states")
                      + " dropped for a path without end, ")
              + (exploration.degenerate() == 0 ? "" : "degenerate points put aside, ")
              + tail;
      case NOTHING_FOUND -> exploration.reason();
      case OUT_OF_TIME -> stopped(progress, "the time is up");
      case LIMIT -> stopped(progress, exploration.reason());
      case STOPPED -> stopped(progress, "interrupted");
    };
  }

  private String stopped(ExplorerEvent.Progress progress, String reason) {
    return reason + ": " + found(progress) + ", the same command goes on from here";
  }

  /** The sum, or that there is none without the higher indices. */
  private String found(ExplorerEvent.Progress progress) {
    return maxIndex
        .map(most -> "up to index " + most + " alone")
        .orElse("sum " + progress.morseSum());
  }
}
