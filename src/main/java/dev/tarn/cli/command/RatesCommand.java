package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.RatesReport;
import dev.tarn.cli.view.RatesReport.Result;
import dev.tarn.kinetics.Endpoints;
import dev.tarn.kinetics.FastestPaths;
import dev.tarn.kinetics.KineticMonteCarlo;
import dev.tarn.kinetics.Overdamped;
import dev.tarn.kinetics.Passage;
import dev.tarn.kinetics.RateNetwork;
import dev.tarn.kinetics.Relaxation;
import dev.tarn.landscape.DisconnectivityTree;
import dev.tarn.landscape.Landscape;
import dev.tarn.plot.picture.Colouring;
import dev.tarn.plot.picture.DisconnectivityGraph;
import dev.tarn.plot.picture.DisconnectivityGraph.TreeStyle;
import dev.tarn.plot.picture.PathProfiles;
import dev.tarn.potential.Potential;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.text.Numbers;
import dev.tarn.thermo.FreeEnergies;
import dev.tarn.thermo.HarmonicLimits;
import dev.tarn.thermo.HarmonicModel;
import dev.tarn.thermo.Superposition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "rates",
    header =
        "Says how fast one gets from some minima to others, by harmonic transition-state theory.",
    description = {
      "",
      "Rate constants between two sets of classes, A and B, in both directions: of the steady state,"
          + " of the non-steady state, and by mean first-passage times; committors, the paths that"
          + " carry most, and relaxation rates. Temperatures are in units of the energy, rates in"
          + " those of a vibration with eigenvalue 1.",
      "A set is one of: " + ClassSet.FORMS + ".",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar rates --db xor2.db --temperature 0.05 --b 1",
      "  java -jar tarn.jar rates --db xor2.db --temperature 0.02,0.05 --a 'energy<0.1' --b rest --csv",
      "  java -jar tarn.jar rates --db xor2.db --temperature 0.05 --b 1 --tree committors.svg",
      "  java -jar tarn.jar rates --db xor2.db --temperature 0.05 --b 1 --regroup 0.5 --paths 5"
          + " --loops"
    })
public final class RatesCommand extends DatabaseCommand {
  private static final long MOST_STEPS = 200_000_000L;

  @Option(
      names = "--temperature",
      required = true,
      split = ",",
      paramLabel = "T",
      description = "Temperatures in units of the energy, with commas between them.")
  private List<Double> temperatures = List.of();

  @Option(
      names = "--a",
      paramLabel = "SET",
      description = "The set A. Default: that of the imported files, or the lowest minimum.")
  private Optional<String> a = Optional.empty();

  @Option(
      names = "--b",
      paramLabel = "SET",
      description = "The set B. Default: that of the imported files, or all other minima.")
  private Optional<String> b = Optional.empty();

  @Option(
      names = "--overdamped",
      description =
          "Rates of gradient descent with noise, dx = -grad E dt + sqrt(2 T) dW, in units of learning"
              + " rate times steps.")
  private boolean overdamped;

  @Option(
      names = "--paths",
      paramLabel = "K",
      description = "How many paths from B to A to look for (default: ${DEFAULT-VALUE}).")
  private int paths = 3;

  @Option(
      names = "--loops",
      description = "Counts paths too that come back to a minimum where they were before.")
  private boolean loops;

  @Mixin private final RegroupOptions regroup = new RegroupOptions();

  @Option(
      names = "--relaxation",
      paramLabel = "K",
      description = "How many of the slowest relaxation rates (default: ${DEFAULT-VALUE}).")
  private int relaxation = 3;

  @Option(
      names = "--walks",
      paramLabel = "N",
      description = "Checks the passage time by N walks of kinetic Monte Carlo.")
  private Optional<Long> walks = Optional.empty();

  @Option(names = "--seed", paramLabel = "S", description = "The seed of walks (default: 1).")
  private long seed = 1L;

  @Option(
      names = "--tree",
      split = ",",
      paramLabel = "FILE",
      description =
          "Draws the disconnectivity graph, coloured by the probability to meet A before B; needs a"
              + " single temperature.")
  private List<Path> trees = List.of();

  @Mixin private final PictureBeside picture = new PictureBeside();
  @Mixin private final AucTolerance aucTolerance = new AucTolerance();
  @Mixin private final FormatOptions format = new FormatOptions();

  public RatesCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    double tolerance = aucTolerance.checked(this);
    double width = checkedWidth();
    try (LandscapeDatabase database = read()) {
      refuseWithoutNetwork(database, AucTolerance.NAME);
      Landscape landscape = database.landscape();
      Potential potential = database.description().potential();
      HarmonicModel model = model(landscape, potential);
      Optional<Endpoints> ends = potential.capability(Endpoints.class);
      Set<Integer> setA =
          set(
              "--a",
              a,
              ends.map(Endpoints::a),
              "lowest",
              landscape,
              potential,
              Set.of(),
              tolerance);
      Set<Integer> setB =
          set("--b", b, ends.map(Endpoints::b), "rest", landscape, potential, setA, tolerance);
      List<Result> results = new ArrayList<>();
      Optional<FreeEnergies> groups = groups(model, setA, setB);
      HarmonicModel rated = groups.map(found -> found.model(model)).orElse(model);
      HarmonicLimits limits = HarmonicLimits.of(landscape, model);
      for (double t : temperatures) {
        results.add(
            result(
                new RateNetwork(rated, t),
                of(setA, groups),
                of(setB, groups),
                limits.overBarriers(model, t)));
      }
      format.print(
          new RatesReport(rated, of(setA, groups), of(setB, groups), results, groups), out());
      String of = database.description().toString();
      if (picture.isWanted(this)) {
        picture.write(
            this,
            PathProfiles.of(
                landscape,
                results.get(0).paths(),
                unit(database),
                width,
                "Fastest paths of " + of));
      }
      if (!trees.isEmpty()) {
        picture.write(this, tree(landscape, results.get(0), groups, width, of), trees);
      }
    }
    return ExitCodes.DONE;
  }

  private HarmonicModel model(Landscape landscape, Potential potential) {
    try {
      HarmonicModel model = HarmonicModel.of(landscape, potential);
      return overdamped ? Overdamped.of(model, landscape) : model;
    } catch (IllegalArgumentException e) {
      throw badInput(e);
    }
  }

  private Optional<FreeEnergies> groups(HarmonicModel model, Set<Integer> setA, Set<Integer> setB) {
    return regroup
        .threshold()
        .map(
            threshold ->
                FreeEnergies.regrouped(
                    Superposition.of(model),
                    temperatures.get(0),
                    regroup.planck(),
                    threshold,
                    List.of(setA, setB)));
  }

  /** The groups that members of a set are in. */
  private static Set<Integer> of(Set<Integer> ids, Optional<FreeEnergies> groups) {
    return groups
        .map(
            found ->
                found.groups().stream()
                    .filter(group -> group.ids().stream().anyMatch(ids::contains))
                    .map(group -> group.ids().get(0))
                    .collect(Collectors.toSet()))
        .orElse(ids);
  }

  private double checkedWidth() {
    for (double t : temperatures) {
      if (!(t > 0.0) || Double.isInfinite(t)) {
        throw badInput("--temperature is positive, not " + t);
      }
    }
    if (paths < 0) {
      throw badInput("--paths is 0 or more, not " + paths);
    }
    if (relaxation < 0) {
      throw badInput("--relaxation is 0 or more, not " + relaxation);
    }
    if (walks.isPresent() && (walks.get() < 2 || walks.get() > MOST_STEPS)) {
      throw badInput("--walks is from 2 to " + MOST_STEPS + ", not " + walks.get());
    }
    if (walks.isEmpty()) {
      refuse("needs --walks", "--seed");
    }
    if (temperatures.size() > 1) {
      refuse("needs a single --temperature", "--tree", "--out", "--regroup");
    }
    if (regroup.threshold().isPresent()) {
      refuse("draws paths between classes, not between groups", "--out");
    } else {
      refuse("needs --regroup, which has barriers", "--planck");
    }
    regroup.check(this);
    if (paths == 0) {
      refuse("is about paths: --paths is 1 or more", "--loops");
    }
    if (picture.isWanted(this) && paths == 0) {
      throw badInput("--out draws paths: --paths is 1 or more");
    }
    picture.check(this, trees);
    return picture.checkedWidth(this);
  }

  private Set<Integer> set(
      String option,
      Optional<String> told,
      Optional<List<Integer>> imported,
      String otherwise,
      Landscape landscape,
      Potential potential,
      Set<Integer> other,
      double tolerance) {
    if (told.isEmpty() && imported.isPresent() && !imported.get().isEmpty()) {
      return Set.copyOf(imported.get());
    }
    return ClassSet.of(
        this, option, told.orElse(otherwise), landscape, potential, other, tolerance);
  }

  private Result result(
      RateNetwork network, Set<Integer> setA, Set<Integer> setB, List<Integer> overBarriers) {
    boolean[] inA = places(network, setA);
    boolean[] inB = places(network, setB);
    try {
      Passage passage = Passage.of(network, inA, inB);
      return new Result(
          network,
          passage,
          paths(network, inA, inB),
          relaxation == 0 || !Relaxation.fits(network)
              ? new double[0]
              : Relaxation.slowest(network, relaxation),
          walks.map(n -> KineticMonteCarlo.walk(network, inA, inB, n, seed, MOST_STEPS)),
          overBarriers);
    } catch (IllegalArgumentException e) {
      throw badInput(e);
    }
  }

  private List<FastestPaths.Path> paths(RateNetwork network, boolean[] inA, boolean[] inB) {
    if (paths == 0) {
      return List.of();
    }
    return loops
        ? FastestPaths.withLoops(network, inA, inB, paths)
        : FastestPaths.of(network, inA, inB, paths);
  }

  private static boolean[] places(RateNetwork network, Set<Integer> ids) {
    boolean[] places = new boolean[network.size()];
    for (int k = 0; k < places.length; k++) {
      places[k] = ids.contains(network.id(k));
    }
    return places;
  }

  private static List<Integer> members(int id, Optional<FreeEnergies> groups) {
    return groups.stream()
        .flatMap(found -> found.groups().stream())
        .map(FreeEnergies.Group::ids)
        .filter(ids -> ids.get(0) == id)
        .findFirst()
        .orElse(List.of(id));
  }

  private static DisconnectivityGraph tree(
      Landscape landscape, Result result, Optional<FreeEnergies> groups, double width, String of) {
    Map<Integer, Double> committors = new LinkedHashMap<>();
    for (int k = 0; k < result.network().size(); k++) {
      double q = result.passage().committors().get(k);
      if (!Double.isNaN(q)) {
        int id = result.network().id(k);
        members(id, groups).forEach(member -> committors.put(member, q));
      }
    }
    String at = "T = " + Numbers.plain(result.network().temperature());
    return new DisconnectivityGraph(
        DisconnectivityTree.of(landscape, id -> true),
        new TreeStyle(
            false,
            0,
            Optional.empty(),
            Optional.empty(),
            false,
            true,
            Optional.of(Colouring.ofShares("committor to A", committors)),
            ""),
        width,
        "Committors of " + of + " at " + at,
        List.of("at " + at));
  }
}
