// Everything about the selected point.

const panelTitle = document.getElementById("panel-title");
const panelBody = document.getElementById("panel-body");

function showPanel() {
  const point = byId.get(view.selected);
  if (!point) {
    panelTitle.textContent = "No point is selected";
    panelBody.replaceChildren();
    return;
  }
  panelTitle.textContent = capital(nameOf(point));
  const blocks = [keepButton(point), properties(point)];
  if (point.connection) blocks.push(sides(point));
  if (data.network) blocks.push(networkFigure(point));
  if (data.atoms) blocks.push(atomsFigure(point));
  if (data.map) blocks.push(mapFigure(point));
  if (data.training.length > 0) blocks.push(outputs(point));
  // Other programs' points may come without.
  if (point.eigenvalues.length > 0) {
    blocks.push(figure(point, "Hessian eigenvalues", spectrum(point), eigenvalueList(point)));
  }
  blocks.push(weightTable(point));
  panelBody.replaceChildren(...blocks);
}

function keepButton(point) {
  const kept = view.kept === point.id;
  const button = element("button", {type: "button", id: "keep", "aria-pressed": kept}, "Keep for comparison");
  button.addEventListener("click", () => {
    keep(kept ? undefined : point.id);
    document.getElementById("keep").focus();
  });
  return element("p", {class: "screen"}, button);
}

// A picture with its caption, to be saved by itself, and what stands below it.
function figure(point, caption, picture, ...below) {
  const drawn = picture.matches("svg") ? picture : picture.querySelector("svg");
  const name = caption.replace(/[^a-zA-Z].*/, "").toLowerCase() + "-" + point.id;
  return element("figure", {}, element("figcaption", {}, caption), picture, ...drawn
    ? [element("p", {class: "screen"}, saveButton("Save picture",
      () => savePicture(name, drawn, picture.querySelector("canvas"))))] : [], ...below);
}

function networkFigure(point) {
  return figure(point, "Network", diagram(point), ...point.kinds
    ? [element("p", {class: "note"}, "Equal units are drawn once, with their number.")] : []);
}

function properties(point) {
  const list = element("dl");
  const add = (name, value) => list.append(element("dt", {}, name), element("dd", {}, value));
  add("energy", exact(point.energy));
  add("index", exact(point.index));
  add("symmetry copies", point.orbit);
  const listed = ["ENERGY", "ORBIT"];
  for (const {key, title, domain} of data.quantities) {
    // What only minima have, and changes with the slider.
    if (domain && point.values[key] === undefined) continue;
    if (!listed.includes(key)) add(title, domain ? rounded(point.values[key], 6) : exact(point.values[key]));
  }
  if (point.kinds) add("equal units", kindsInWords(point));
  if (point.rms !== undefined) add("rms gradient", exact(point.rms));
  const n = graph.numbers.get(point.id);
  if (n !== undefined && !isLeaf(n)) {
    add("superbasin", `one of ${graph.nodes[n].minima} minima forms at this energy`);
  } else if (point.connection) {
    add("superbasin", "none: its minima are joined at or below its energy without it");
  }
  if (point.degenerate) add("note", "an eigenvalue is within the cutoff: the index is not certain");
  if (point.found) add("found by", `${point.found.method}, run ${point.found.run}, job ${point.found.job}`);
  return list;
}

function sides(point) {
  const {minus, plus, minusLength, plusLength, saddles, branches} = point.connection;
  const row = (id, length) => {
    const button = element("button", {type: "button", class: "link"}, "minimum " + id);
    button.addEventListener("click", () => select(id));
    return element("tr", {}, element("td", {}, button),
      element("td", {class: "number"}, rounded(point.energy - byId.get(id).energy, 6)),
      element("td", {class: "number"}, rounded(length, 6)));
  };
  const table = plainTable("Minima on its two sides", ["minimum", "barrier", "path length"], []);
  table.querySelector("tbody").append(row(minus, minusLength), row(plus, plusLength));
  for (const {minimum, length} of branches) table.querySelector("tbody").append(row(minimum, length));
  if (branches.length > 0) {
    table.append(element("p", {class: "note"}, "The minima from the third on are other ends of these paths,"
      + " which have several ways on from a saddle."));
  }
  if (minus === plus) table.append(element("p", {class: "note"}, "Both sides lead to copies of one minimum."));
  if (saddles > 0) {
    table.append(element("p", {class: "note"}, `Symmetry led its paths into ${count(saddles, "saddle", "saddles")}.`));
  }
  return table;
}

function mapFigure(point) {
  const answers = sensitivity(point);
  const right = element("span", {class: "right", "data-value": answers.right}, percent(answers.right));
  return figure(point, "Sensitivity map: probability of class 1", mapPicture(point, answers),
    element("p", {}, right, " of the square is answered right."),
    element("p", {class: "note"}, "Triangles: class 0; squares: class 1. Solid line: probability 1/2, which"
      + " by itself counts as wrong; dashed lines: where the right answer changes."));
}

function outputs(point) {
  return plainTable("Training data", [...data.network.inputs, "class", "p(right class)"],
    data.training.map((example) => [
      ...example.inputs, example.class,
      rounded(probabilities(point, example.inputs)[example.class], 8)]));
}

function eigenvalueList(point) {
  return element("details", {}, element("summary", {}, "As numbers"),
    element("ol", {id: "eigenvalues"}, ...point.eigenvalues.map((value) => element("li", {}, exact(value)))));
}

function weightTable(point) {
  const [caption, name] = data.network ? ["Weights and biases", "parameter"] : ["Variables", "variable"];
  const values = coordinates(point);
  const table = plainTable(caption, [name, "value"], values.map(([key, value]) => [key, exact(value)]));
  table.id = "weights";
  table.tabIndex = 0;
  const json = () => JSON.stringify(data.network ? weightArrays(point) : point.coordinates);
  const file = (data.network ? "weights-" : "variables-") + point.id;
  const buttons = element("p", {class: "screen"},
    saveButton("Copy as JSON", (button) => copyText(button, json())), " ",
    saveButton("Save JSON", () => saveFile(file + ".json", "application/json", json() + "\n")));
  return element("div", {}, table, buttons);
}

function coordinates(point) {
  return data.network
    ? parameters(point) : data.variables.map((variable, i) => [variable, point.coordinates[i]]);
}

news.on("select.panel", showPanel);
