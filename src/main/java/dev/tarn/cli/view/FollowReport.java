package dev.tarn.cli.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tarn.follow.Branch;
import dev.tarn.follow.Diagram;
import dev.tarn.follow.Diagram.Event.Passage;
import dev.tarn.study.Branches;
import dev.tarn.text.Csv;
import dev.tarn.text.Numbers;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What {@code follow} prints. */
public final class FollowReport implements CsvReport {
  private static final int LAMBDA_DIGITS = 10;

  private final Branches branches;
  private final Diagram diagram;

  public FollowReport(Branches branches) {
    this.branches = branches;
    diagram = branches.diagram();
  }

  @Override
  public void print(PrintWriter out) {
    out.println("lambda " + Numbers.exact(branches.from()) + " -> " + Numbers.exact(branches.to()));
    out.println();
    if (diagram.events().isEmpty()) {
      out.println("no fold and no branch point on the way");
    } else {
      events().print(out);
    }
    out.println();
    ends().print(out);
    for (Diagram.Followed followed : diagram.branches()) {
      String remark = remark(followed);
      if (!remark.isEmpty()) {
        out.println("point " + followed.id() + ": " + remark);
      }
    }
  }

  private Table events() {
    Table table =
        new Table("event", "lambda", "energy", "points with their index before and after");
    for (Diagram.Event event : diagram.events()) {
      table.row(
          kind(event),
          Numbers.rounded(branches.lambda(event.place().mu()), LAMBDA_DIGITS),
          event.place().energy(),
          event.passages().stream()
              .map(p -> p.id() + ": " + p.indexBefore() + " -> " + p.indexAfter())
              .collect(Collectors.joining(", ")));
    }
    return table;
  }

  private Table ends() {
    Table table = new Table("branches", "end");
    for (Branch.End end : Branch.End.values()) {
      long count = diagram.count(end);
      if (count > 0 || end == Branch.End.ARRIVED) {
        table.row(count, meaning(end));
      }
    }
    if (!diagram.born().isEmpty()) {
      table.row(diagram.born().size(), "more split off at branch points and arrived");
    }
    return table;
  }

  private String meaning(Branch.End end) {
    return switch (end) {
      case ARRIVED -> "arrived at lambda " + Numbers.exact(branches.to());
      case RETURNED ->
          "returned to lambda " + Numbers.exact(branches.from()) + ", over a fold or branch point";
      case OUT_OF_BOUNDS -> "left the bounds: a weight beyond 1e4";
      case OUT_OF_STEPS -> "ran out of steps";
      case STUCK -> "could not be followed further";
    };
  }

  /** What a reader should know of a branch that the table does not say. */
  private String remark(Diagram.Followed followed) {
    if (followed.doubtful()) {
      return "its branch contradicts another one; one of them has jumped";
    }
    Branch branch = followed.branch();
    if (branch.end() == Branch.End.RETURNED && followed.partner().isEmpty()) {
      return "its branch returned to a point that the database does not hold, index "
          + branch.last().index()
          + ", energy "
          + Numbers.exact(branch.last().energy());
    }
    if (branch.end() != Branch.End.RETURNED && branch.end() != Branch.End.ARRIVED) {
      return "its branch ended at lambda "
          + Numbers.rounded(branches.lambda(branch.last().mu()), LAMBDA_DIGITS)
          + ", energy "
          + Numbers.exact(branch.last().energy());
    }
    return "";
  }

  private record Whole(double from, double to, List<EventRow> events, List<Object> branches) {}

  private record EventRow(
      String kind,
      double lambda,
      double energy,
      double eigenvalue,
      List<Integer> ids,
      List<PassageRow> passages) {}

  private record PassageRow(int id, int indexBefore, int indexAfter, boolean turns) {}

  private record FollowedRow(
      int id,
      String end,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Integer> partner,
      boolean doubtful,
      List<Point> points) {}

  private record BornRow(int parent, String end, List<Point> points) {}

  private record Point(double lambda, double energy, int index, double size) {}

  @Override
  public Object json() {
    List<Object> curves = new ArrayList<>();
    for (Diagram.Followed followed : diagram.branches()) {
      Branch branch = followed.branch();
      curves.add(
          new FollowedRow(
              followed.id(),
              label(branch.end()),
              followed.partner().stream().boxed().findFirst(),
              followed.doubtful(),
              points(branch)));
    }
    for (Diagram.Born born : diagram.born()) {
      curves.add(new BornRow(born.parent(), label(born.branch().end()), points(born.branch())));
    }
    return new Whole(
        branches.from(), branches.to(), diagram.events().stream().map(this::row).toList(), curves);
  }

  private EventRow row(Diagram.Event event) {
    return new EventRow(
        kind(event),
        branches.lambda(event.place().mu()),
        event.place().energy(),
        event.place().eigenvalue(),
        event.passages().stream().map(Passage::id).toList(),
        event.passages().stream()
            .map(p -> new PassageRow(p.id(), p.indexBefore(), p.indexAfter(), p.turns()))
            .toList());
  }

  private List<Point> points(Branch branch) {
    return branch.samples().stream()
        .map(s -> new Point(branches.lambda(s.mu()), s.energy(), s.index(), s.size()))
        .toList();
  }

  @Override
  public void printCsv(PrintWriter out) {
    Csv csv = new Csv(out, List.of("id", "end", "lambda", "energy", "index", "size"));
    diagram.branches().forEach(followed -> addTo(csv, followed.id(), followed.branch()));
    diagram.born().forEach(born -> addTo(csv, born.parent(), born.branch()));
  }

  private void addTo(Csv csv, int id, Branch branch) {
    for (Point p : points(branch)) {
      csv.row(List.of(id, label(branch.end()), p.lambda(), p.energy(), p.index(), p.size()));
    }
  }

  private static String kind(Diagram.Event event) {
    return event.place().kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String label(Branch.End end) {
    return end.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
