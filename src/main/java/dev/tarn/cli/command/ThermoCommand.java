package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.ThermoReport;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.plot.picture.DisconnectivityGraph;
import dev.tarn.plot.picture.DisconnectivityGraph.TreeStyle;
import dev.tarn.plot.picture.ThermoPicture;
import dev.tarn.potential.Potential;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.study.superposed.SuperposedClassifier;
import dev.tarn.text.Numbers;
import dev.tarn.thermo.FreeEnergies;
import dev.tarn.thermo.HarmonicLimits;
import dev.tarn.thermo.HarmonicModel;
import dev.tarn.thermo.Inertia;
import dev.tarn.thermo.Superposition;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "thermo",
    header = "Says what is occupied at a temperature, in the harmonic approximation.",
    description = {
      "",
      "Occupations of the minima with all their symmetry copies, internal and free energy, entropy"
          + " and heat capacity; the peaks of the heat capacity with the classes that change most;"
          + " what missing classes could hold; Shannon entropy and frustration index; and for a"
          + " network that classifies how its minima do together, each with the weight of its"
          + " occupation.",
      "Temperatures are in units of the energy. At a single temperature --tree draws the free-energy"
          + " disconnectivity graph, and --regroup joins classes first.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar thermo --db xor2.db --temperature 0.05",
      "  java -jar tarn.jar thermo --db xor2.db --from 0.01 --to 1 --out thermo.svg",
      "  java -jar tarn.jar thermo --db xor2.db --temperature 0.05 --tree free.svg --regroup 0.1"
    })
public final class ThermoCommand extends DatabaseCommand {
  @Mixin private final TemperatureOptions temperatures = new TemperatureOptions();

  @Option(
      names = "--classes",
      paramLabel = "N",
      description = "How many classes are named, those that hold most (default: ${DEFAULT-VALUE}).")
  private int classes = 5;

  @Mixin private final RegroupOptions regroup = new RegroupOptions();

  @Option(
      names = "--inertia",
      paramLabel = "P",
      description =
          "Multiplies each weight by the product of its three moments of inertia to the power P, for"
              + " atoms in space: 0.5 for bodies that turn freely, -0.5 for PATHSAMPLE's third"
              + " column.")
  private Optional<Double> inertia = Optional.empty();

  @Option(
      names = "--tree",
      split = ",",
      paramLabel = "FILE",
      description = "Draws the free-energy disconnectivity graph; needs a single temperature.")
  private List<Path> trees = List.of();

  @Mixin private final PictureBeside picture = new PictureBeside();
  @Mixin private final AucTolerance aucTolerance = new AucTolerance();
  @Mixin private final FormatOptions format = new FormatOptions();

  public ThermoCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    double[] at = temperatures.checked(this);
    double tolerance = aucTolerance.checked(this);
    double width = checkedWidth(at);
    try (LandscapeDatabase database = read()) {
      refuseWithoutNetwork(database, AucTolerance.NAME);
      Landscape landscape = database.landscape();
      Potential potential = database.description().potential();
      Superposition superposition;
      try {
        HarmonicModel model = HarmonicModel.of(landscape, potential);
        if (inertia.isPresent()) {
          model = Inertia.weigh(model, landscape, potential, inertia.get());
        }
        superposition = temperatures.superposition(this, model);
      } catch (IllegalArgumentException e) {
        throw badInput(e);
      }
      Optional<SuperposedClassifier> classifier =
          potential instanceof Network network && SuperposedClassifier.applies(network)
              ? Optional.of(new SuperposedClassifier(network, landscape.minima(), tolerance))
              : Optional.empty();
      Optional<FreeEnergies> groups = groups(superposition, at);
      ThermoReport report =
          new ThermoReport(
              superposition,
              HarmonicLimits.of(landscape, superposition.model()),
              landscape,
              classifier,
              at,
              classes,
              groups);
      format.print(report, out());
      if (picture.isWanted(this)) {
        String title = "Occupations and heat capacity of " + database.description();
        picture.write(this, ThermoPicture.of(superposition, at, classes, width, title));
      }
      if (!trees.isEmpty() && groups.isPresent()) {
        picture.write(this, tree(groups.get(), width, database.description().toString()), trees);
      }
    }
    return ExitCodes.DONE;
  }

  private double checkedWidth(double[] at) {
    if (classes < 1) {
      throw badInput("--classes is 1 or more, not " + classes);
    }
    if (at.length > 1) {
      refuse("needs a single --temperature", "--regroup", "--tree", "--planck");
    }
    if (trees.isEmpty() && regroup.threshold().isEmpty()) {
      refuse("needs --tree or --regroup, which have barriers", "--planck");
    }
    regroup.check(this);
    if (inertia.isPresent() && !Double.isFinite(inertia.get())) {
      throw badInput("--inertia is a number, not " + inertia.get());
    }
    if (picture.isWanted(this) && at.length == 1) {
      throw badInput("--out draws a range: --from and --to, or several temperatures");
    }
    picture.check(this, trees);
    return picture.checkedWidth(this);
  }

  private Optional<FreeEnergies> groups(Superposition superposition, double[] at) {
    if (trees.isEmpty() && regroup.threshold().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        regroup.threshold().isPresent()
            ? FreeEnergies.regrouped(
                superposition, at[0], regroup.planck(), regroup.threshold().get(), List.of())
            : FreeEnergies.of(superposition, at[0], regroup.planck()));
  }

  private static DisconnectivityGraph tree(FreeEnergies groups, double width, String of) {
    String what = "Free energy at T = " + Numbers.plain(groups.temperature());
    return new DisconnectivityGraph(
        groups.tree(),
        new TreeStyle(
            false,
            0,
            Optional.empty(),
            Optional.empty(),
            false,
            true,
            Optional.empty(),
            "",
            "free energy above the lowest group"),
        width,
        what + " of " + of,
        List.of("at T = " + Numbers.plain(groups.temperature())));
  }
}
