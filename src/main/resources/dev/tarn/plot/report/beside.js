// Two points side by side: the one that is selected, and one that the reader keeps.

const besideSection = document.getElementById("beside");
const besideBody = document.getElementById("beside-body");

function keep(id) {
  view.kept = id;
  showBeside();
  showPanel();
  remember();
}

function besides() {
  const a = byId.get(view.kept);
  const b = byId.get(view.selected);
  return a && b && a !== b ? [a, b] : undefined;
}

function showBeside() {
  const kept = byId.get(view.kept);
  besideSection.hidden = !kept;
  if (!kept) {
    besideBody.replaceChildren();
    return;
  }
  const both = besides();
  document.getElementById("beside-title").textContent = both
    ? `${capital(nameOf(both[0]))} beside ${nameOf(both[1])}` : `${capital(nameOf(kept))} is kept`;
  if (!both) {
    besideBody.replaceChildren(element("p", {}, "Select another point, and both stand here side by side."));
    return;
  }
  const [a, b] = both;
  const blocks = [];
  if (a.index === 0 && b.index === 0 && !a.degenerate && !b.degenerate) blocks.push(profileFigure(a.id, b.id));
  blocks.push(differences(a, b));
  const named = (what, point) => element("div", {}, element("h3", {}, capital(nameOf(point))), what(point));
  const twice = (what) => blocks.push(element("div", {class: "twice"}, named(what, a), named(what, b)));
  if (data.network) twice(networkFigure);
  if (data.atoms) twice(atomsFigure);
  if (data.map) twice(mapFigure);
  blocks.push(coordinatesOfBoth(a, b));
  besideBody.replaceChildren(...blocks);
}

// What is left where rounding decides is none.
function difference(a, b) {
  return Math.abs(b - a) <= 1e-14 * Math.max(Math.abs(a), Math.abs(b)) ? 0 : b - a;
}

function differences(a, b) {
  const known = data.quantities.filter(({key}) =>
    a.values[key] !== undefined && b.values[key] !== undefined && key !== "ORBIT");
  const rows = known.map(({key, title}) => [title, rounded(a.values[key], 8), rounded(b.values[key], 8),
    rounded(difference(a.values[key], b.values[key]))]);
  rows.push(["symmetry copies", a.orbit, b.orbit, ""]);
  if (a.kinds && b.kinds) rows.push(["equal units", kindsInWords(a), kindsInWords(b), ""]);
  return plainTable("What differs", ["", nameOf(a), nameOf(b), "difference"], rows);
}

function coordinatesOfBoth(a, b) {
  const [first, second] = [a, b].map((point) => new Map(coordinates(point)));
  const names = [...new Set([...first.keys(), ...second.keys()])];
  const table = plainTable(data.network ? "Weights and biases of both, as they are stored" : "Variables of both",
    ["", nameOf(a), nameOf(b)], names.map((name) => [name, exact(first.get(name)), exact(second.get(name))]));
  return element("details", {}, element("summary", {}, data.network ? "Weights of both" : "Variables of both"), table);
}

document.getElementById("beside-close").addEventListener("click", () => keep(undefined));
news.on("select.beside", showBeside);
