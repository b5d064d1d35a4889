package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.VolumesReport;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.potential.Potential;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.study.volumes.BasinVolumes;
import dev.tarn.study.volumes.Way;
import dev.tarn.thermo.HarmonicModel;
import dev.tarn.thermo.Superposition;
import dev.tarn.train.Learner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "volumes",
    header = "Says which share of starting points descent takes to each minimum.",
    description = {
      "",
      "Starting points are uniform in a ball around zero (--radius), or weights as training draws"
          + " them (--initialisation). From each the steepest-descent path is followed; with"
          + " --optimiser trainers go from the same points, too. All symmetry copies of a class"
          + " count together. With --temperature the shares stand beside the occupations there.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar volumes --db xor2.db --radius 2 --temperature 0.05",
      "  java -jar tarn.jar volumes --db xor2.db --initialisation glorot-uniform --optimiser adam,lbfgs"
    })
public final class VolumesCommand extends DatabaseCommand {
  private static final int MOST = 10_000_000;

  @Option(names = "--radius", paramLabel = "R", description = "The radius of the ball.")
  private Optional<Double> radius = Optional.empty();

  @Option(
      names = "--starts",
      paramLabel = "N",
      description = "The number of starting points (default: ${DEFAULT-VALUE}).")
  private int starts = 1000;

  @Mixin private final TrainingOptions training = new TrainingOptions();

  @Option(
      names = "--level",
      paramLabel = "P",
      description = "The confidence level of the intervals (default: ${DEFAULT-VALUE}).")
  private double level = 0.95;

  @Option(
      names = "--temperature",
      paramLabel = "T",
      description = "Shows the harmonic occupations at this temperature too.")
  private Optional<Double> temperature = Optional.empty();

  @Mixin private final ThreadsOption threads = new ThreadsOption();

  @Mixin private final WorkplaceOption workplace = new WorkplaceOption();
  @Mixin private final JsonOption json = new JsonOption();

  public VolumesCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    boolean trains = options().containsKey("optimiser");
    checkOptions(trains);
    int count = threads.checked(this);
    List<TrainingOptions.Named> trainings = training.trainings(this);
    if (trainings.stream().map(TrainingOptions.Named::initialisation).distinct().count() > 1) {
      throw badInput("starts have one --initialisation");
    }
    try (Workplace place = workplace.open(this, count);
        LandscapeDatabase database = read()) {
      Landscape landscape = database.landscape();
      Potential potential = database.description().potential();
      List<Way> ways = new ArrayList<>(List.of(Way.steepest(potential)));
      Optional<Learner> learner =
          potential instanceof Network network
              ? Optional.of(Learner.of(network))
              : Optional.empty();
      if ((trains || radius.isEmpty()) && learner.isEmpty()) {
        throw badInput("--optimiser and --initialisation are for networks");
      }
      for (TrainingOptions.Named one : trains ? trainings : List.<TrainingOptions.Named>of()) {
        ways.add(Way.trained(one.optimiser(), one.training(), learner.orElseThrow()));
      }
      IntFunction<double[]> start =
          radius.isPresent()
              ? BasinVolumes.ball(potential.dimension(), radius.get(), training.seed())
              : number -> trainings.get(0).training().start(learner.orElseThrow(), number);
      Optional<Superposition.Equilibrium> equilibrium = equilibrium(landscape, potential);
      BasinVolumes volumes = BasinVolumes.of(landscape, starts, start, ways, place.runner(), level);
      json.print(new VolumesReport(volumes, radius, landscape, equilibrium), out());
    }
    return ExitCodes.DONE;
  }

  private void checkOptions(boolean trains) {
    if (radius.isPresent()) {
      refuse("is for starts as training draws them, not in a ball", "--initialisation", "--scale");
    } else if (!options().containsKey("initialisation")) {
      throw badInput("--radius or --initialisation says where starts lie");
    }
    if (!trains) {
      refuse("needs --optimiser", "--rate", "--momentum", "--steps");
    }
    if (radius.isPresent() && (!(radius.get() > 0.0) || Double.isInfinite(radius.get()))) {
      throw badInput("--radius is positive, not " + radius.get());
    }
    if (starts < 1 || starts > MOST) {
      throw badInput("--starts is from 1 to " + MOST + ", not " + starts);
    }
    if (!(level > 0.0 && level < 1.0)) {
      throw badInput("--level is between 0 and 1, not " + level);
    }
    if (temperature.isPresent() && !(temperature.get() > 0.0)) {
      throw badInput("--temperature is positive, not " + temperature.get());
    }
  }

  private Optional<Superposition.Equilibrium> equilibrium(
      Landscape landscape, Potential potential) {
    try {
      return temperature.map(t -> Superposition.of(HarmonicModel.of(landscape, potential)).at(t));
    } catch (IllegalArgumentException e) {
      throw badInput(e);
    }
  }
}
