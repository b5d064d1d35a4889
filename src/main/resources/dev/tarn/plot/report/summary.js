// How many points there are, whether any is missing, and which runs found them.

function showSummary() {
  const minima = data.points.filter((point) => point.index === 0).length;
  const transitions = data.points.filter((point) => point.index === 1).length;
  document.getElementById("lead").textContent = [
    count(minima, "minimum", "minima"),
    count(transitions, "transition state", "transition states"),
    count(data.points.length - minima - transitions, "saddle", "saddles") + " of higher index",
  ].join(", ") + `. From ${data.source}, written by tarn ${data.version}.`;
  document.getElementById("counts-body").replaceChildren(countTable(), judgement());
  document.getElementById("runs-body").replaceChildren(runTable(), settings());
}

function countTable() {
  const groups = d3.rollup(data.points, (points) => [
    points.length, points.reduce((sum, point) => sum + BigInt(point.orbit), 0n)], (point) => point.index);
  const rows = d3.sort(groups, ([index]) => index).map(([index, [classes, copies]]) => [
    index, ["minima", "transition states"][index] ?? "saddles", classes, String(copies)]);
  return plainTable("Classes, and points with all copies",
    ["index", "kind", "classes", "points"], rows);
}

function judgement() {
  const list = element("dl");
  const add = (name, value) => list.append(element("dt", {}, name), element("dd", {}, value));
  const {enumerated, morseSum, expectedSum, complete, morseSumWithDegenerate, estimatedMissing} = data.completeness;
  const parts = data.tree.nodes.filter((node) => node.parent < 0).length;
  add("unconnected parts of the graph", exact(parts));
  if (enumerated) {
    add("Morse sum", morseSum + (complete ? "" : expectedSum === null
      ? ", which tells nothing for this potential"
      : morseSum !== expectedSum
      ? `: incomplete, a complete catalogue has ${expectedSum}`
      : data.degenerate.length > 0
      ? ", but it does not count with degenerate points"
      : ", but the searches have not gone far enough to call the catalogue complete"));
    add("complete", complete ? "as far as the sum and the searches tell" : "no");
    add("estimated missing", `${rounded(estimatedMissing, 3)} classes (Chao1)`);
  } else {
    add("complete", "not judged: only minima and transition states were looked for");
  }
  if (data.proven !== undefined) add("proven by interval arithmetic", `${data.proven} of ${data.points.length}`);
  add("degenerate points, put aside", exact(data.degenerate.length)
    + (data.degenerate.length > 0 && enumerated ? `; with them the sum is ${morseSumWithDegenerate}` : ""));
  add(data.network ? "parameters" : "variables", exact(data.dimension));
  if (data.network) {
    add("tie of two probabilities for AUC", `a difference of ${exact(data.network.aucTolerance)} or less`);
    add("a weight counts as zero", `up to ${exact(data.network.zeroWeight)}`);
  }
  return list;
}

function runTable() {
  if (data.runs.length === 0) return element("p", {class: "note"}, "The database names no run.");
  return plainTable("Runs, in the order in which they began",
    ["run", "goal", "status", "effort", "seed", "threads", "searches", "failed paths", "version", "java", "started", "finished"],
    data.runs.map((run) => [run.id, run.goal, run.status === "running" ? "running or killed" : run.status,
      run.effort, run.seed, run.threads, run.searches, run.failedPaths, run.version, run.java, moment(run.started), moment(run.finished ?? "")]));
}

// To the second, with a place to break the line.
function moment(instant) {
  return instant.replace("T", " ").replace(/(\.\d+)?Z$/, "Z");
}

function settings() {
  return element("details", {}, element("summary", {}, "All settings of each run"),
    ...data.runs.map((run) => element("pre", {}, `run ${run.id}\n` + pretty(run.configuration))));
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 1);
  } catch {
    return text;
  }
}
