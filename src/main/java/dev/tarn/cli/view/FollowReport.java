package dev.tarn.cli.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.follow.Born;
import dev.tarn.follow.Branch;
import dev.tarn.follow.BranchSample;
import dev.tarn.follow.Diagram;
import dev.tarn.follow.Event;
import dev.tarn.follow.Event.Passage;
import dev.tarn.follow.Followed;
import dev.tarn.study.Branches;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;

/** What {@code follow} prints. */
public final class FollowReport {
  private static final int LAMBDA_DIGITS = 10;

  private final Branches branches;
  private final Diagram diagram;

  public FollowReport(Branches branches) {
    this.branches = branches;
    diagram = branches.diagram();
  }

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
    for (Followed followed : diagram.branches()) {
      String remark = remark(followed);
      if (!remark.isEmpty()) {
        out.println("point " + followed.id() + ": " + remark);
      }
    }
  }

  private Table events() {
    Table table =
        new Table("event", "lambda", "energy", "points with their index before and after");
    for (Event event : diagram.events()) {
      table.row(
          kind(event),
          Numbers.rounded(branches.lambda(event.place().mu()), LAMBDA_DIGITS),
          Numbers.exact(event.place().energy()),
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
        table.row(Long.toString(count), meaning(end));
      }
    }
    if (!diagram.born().isEmpty()) {
      table.row(
          Integer.toString(diagram.born().size()), "more split off at branch points and arrived");
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
  private String remark(Followed followed) {
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

  public ObjectNode json() {
    ObjectNode node = Json.object();
    node.put("from", branches.from());
    node.put("to", branches.to());
    ArrayNode events = node.putArray("events");
    diagram.events().forEach(event -> events.add(json(event)));
    ArrayNode curves = node.putArray("branches");
    diagram.branches().forEach(followed -> curves.add(json(followed)));
    for (Born born : diagram.born()) {
      ObjectNode branch = curves.addObject();
      branch.put("parent", born.parent());
      branch.put("end", label(born.branch().end()));
      putPoints(branch, born.branch());
    }
    return node;
  }

  private ObjectNode json(Event event) {
    ObjectNode node = Json.object();
    node.put("kind", kind(event));
    node.put("lambda", branches.lambda(event.place().mu()));
    node.put("energy", event.place().energy());
    node.put("eigenvalue", event.place().eigenvalue());
    ArrayNode ids = node.putArray("ids");
    ArrayNode passages = node.putArray("passages");
    for (Passage passage : event.passages()) {
      ids.add(passage.id());
      ObjectNode row = passages.addObject();
      row.put("id", passage.id());
      row.put("indexBefore", passage.indexBefore());
      row.put("indexAfter", passage.indexAfter());
      row.put("turns", passage.turns());
    }
    return node;
  }

  private ObjectNode json(Followed followed) {
    ObjectNode node = Json.object();
    node.put("id", followed.id());
    node.put("end", label(followed.branch().end()));
    followed.partner().ifPresent(id -> node.put("partner", id));
    node.put("doubtful", followed.doubtful());
    putPoints(node, followed.branch());
    return node;
  }

  private void putPoints(ObjectNode node, Branch branch) {
    ArrayNode points = node.putArray("points");
    for (BranchSample sample : branch.samples()) {
      ObjectNode row = points.addObject();
      row.put("lambda", branches.lambda(sample.mu()));
      row.put("energy", sample.energy());
      row.put("index", sample.index());
      row.put("size", sample.size());
    }
  }

  public void printCsv(PrintWriter out) {
    out.println("id,end,lambda,energy,index,size");
    for (Followed followed : diagram.branches()) {
      printCsv(out, followed.id(), followed.branch());
    }
    diagram.born().forEach(born -> printCsv(out, born.parent(), born.branch()));
  }

  private void printCsv(PrintWriter out, int id, Branch branch) {
    for (BranchSample sample : branch.samples()) {
      out.println(
          String.join(
              ",",
              Integer.toString(id),
              label(branch.end()),
              Numbers.exact(branches.lambda(sample.mu())),
              Numbers.exact(sample.energy()),
              Integer.toString(sample.index()),
              Numbers.exact(sample.size())));
    }
  }

  private static String kind(Event event) {
    return event.place().kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String label(Branch.End end) {
    return end.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
