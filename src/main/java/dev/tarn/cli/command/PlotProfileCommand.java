package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.ProfileReport;
import dev.tarn.landscape.Connection;
import dev.tarn.landscape.EnergyProfile;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.MinimaxPath;
import dev.tarn.landscape.Pathways;
import dev.tarn.plot.picture.ProfilePicture;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "profile",
    header = "Draws the energy along paths from minimum to minimum.",
    description = {
      "",
      "The steepest-descent paths through transition states, joined end to end in the order given;"
          + " or, with --from and --to, the path between two minima whose highest transition state"
          + " is lowest. Prints the steps and their barriers.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar plot profile --db xor2.db 7 --out profile.svg",
      "  java -jar tarn.jar plot profile --db xor2.db --from 1 --to 2 --out profile.svg",
      "  java -jar tarn.jar plot profile --db xor2.db 7 11 --separate --log --out profiles.svg"
    })
final class PlotProfileCommand extends DatabaseCommand {
  @Mixin private final PictureOptions picture = new PictureOptions();

  @Parameters(
      paramLabel = "TS",
      arity = "0..*",
      description = "The ids of transition states, as in \"list --index 1\".")
  private List<Integer> ids = List.of();

  @Option(
      names = "--from",
      paramLabel = "A",
      description = "The id of the minimum where the path begins.")
  private Optional<Integer> from = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "B",
      description = "The id of the minimum where the path ends.")
  private Optional<Integer> to = Optional.empty();

  @Option(
      names = "--separate",
      description = "Draws each transition state's path on its own, all from arc length 0.")
  private boolean separate;

  @Option(names = "--log", description = "A logarithmic energy scale.")
  private boolean logarithmic;

  @Option(names = "--json", description = "Prints JSON, with the points of the profiles.")
  private boolean json;

  @Option(
      names = "--weights",
      description =
          "With --json: the weights at each point. Along one path they change without a jump, so"
              + " that symmetry copies may be other ones than \"show\" prints.")
  private boolean weights;

  PlotProfileCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    double width = picture.checkedWidth(this);
    if (from.isPresent() != to.isPresent()) {
      throw badInput("--from and --to are given together");
    }
    if (ids.isEmpty() == from.isEmpty()) {
      throw badInput(
          "either ids of transition states or --from and --to say which path is drawn"
              + (ids.isEmpty() ? "" : ", not both"));
    }
    if (weights && !json) {
      throw badInput("--weights needs --json");
    }
    try (LandscapeDatabase database = read()) {
      if (weights) {
        refuseWithoutNetwork(database, "--weights");
      }
      Landscape landscape = database.landscape();
      List<List<MinimaxPath.Step>> paths = paths(landscape);
      Potential potential = database.description().potential();
      Pathways pathways = new Pathways(potential, landscape);
      List<List<EnergyProfile.Leg>> legs =
          paths.stream().map(path -> legs(pathways, path)).toList();
      List<EnergyProfile> profiles = legs.stream().map(EnergyProfile::of).toList();
      List<ProfilePicture.Named> named = new ArrayList<>();
      for (int k = 0; k < paths.size(); k++) {
        named.add(new ProfilePicture.Named(name(paths.get(k)), profiles.get(k)));
      }
      String title = "Energy along paths of " + database.description();
      picture.write(this, ProfilePicture.of(named, logarithmic, unit(database), width, title));
      List<List<Vector>> coordinates =
          weights
              ? legs.stream().map(path -> EnergyProfile.coordinates(path, potential)).toList()
              : List.of();
      new ProfileReport(landscape, paths, profiles, coordinates).print(out(), json);
    }
    return ExitCodes.DONE;
  }

  private List<List<MinimaxPath.Step>> paths(Landscape landscape) {
    if (from.isPresent() && to.isPresent()) {
      return List.of(minimax(landscape, from.get(), to.get()));
    }
    List<Connection> connections = ids.stream().map(id -> connection(landscape, id)).toList();
    try {
      return separate
          ? connections.stream().map(one -> MinimaxPath.Step.endToEnd(List.of(one))).toList()
          : List.of(MinimaxPath.Step.endToEnd(connections));
    } catch (IllegalArgumentException e) {
      throw badInput(e.getMessage() + "; --separate draws each on its own");
    }
  }

  private List<MinimaxPath.Step> minimax(Landscape landscape, int start, int end) {
    for (int id : List.of(start, end)) {
      StationaryPoint point = point(landscape, id);
      if (!point.isMinimum()) {
        throw badInput(
            "point "
                + id
                + " has index "
                + point.index()
                + ": a path leads from minimum to minimum; \"list --index 0\" shows them");
      }
    }
    if (start == end) {
      throw badInput("--from and --to are two different minima, not both " + start);
    }
    return MinimaxPath.between(landscape, start, end)
        .orElseThrow(
            () ->
                badInput(
                    "no transition states of "
                        + file()
                        + " join minima "
                        + start
                        + " and "
                        + end
                        + "; \"summary\" shows the number of connected components"))
        .steps();
  }

  private Connection connection(Landscape landscape, int id) {
    transitionState(landscape, id);
    return landscape
        .connection(id)
        .orElseThrow(
            () ->
                badInput(
                    file()
                        + " does not say which minima transition state "
                        + id
                        + " joins; \"path\" follows it down"));
  }

  private static List<EnergyProfile.Leg> legs(Pathways pathways, List<MinimaxPath.Step> path) {
    return path.stream()
        .map(
            step ->
                new EnergyProfile.Leg(
                    step,
                    pathways
                        .along(step)
                        .orElseThrow(
                            () ->
                                new StoreException(
                                    "the path over transition state "
                                        + step.transitionState()
                                        + " did not reach the minima of the database, "
                                        + step.from()
                                        + " and "
                                        + step.to()))))
        .toList();
  }

  private static String name(List<MinimaxPath.Step> path) {
    return "over "
        + path.stream()
            .map(step -> Integer.toString(step.transitionState()))
            .collect(Collectors.joining(", "));
  }
}
