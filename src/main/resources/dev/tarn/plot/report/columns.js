// The columns of the table: as many as there is room for, the most asked for first, until the reader
// chooses.

const columns = [
  {title: "id", name: "id", width: 6, number: true, rank: 0,
    value: (point) => point.degenerate ? 1e12 + Number(point.id.slice(1)) : point.id,
    text: (point) => exact(point.id)},
  {title: "kind", name: "kind", width: 16, rank: 2, value: kindOf, text: kindOf},
  {title: "energy" + perUnit, name: "energy", key: "ENERGY", width: 21, number: true, rank: 1,
    value: (point) => point.energy, text: (point) => exact(point.energy)},
  ...data.quantities.filter(({key}) => key !== "ENERGY").map(({key, title}) => ({
    title, key, number: true, width: {PROBABILITY: 17, EIGENVALUE: 13}[key] ?? 11,
    name: key.toLowerCase(), rank: {AUC: 3, UNITS: 4, JOINS: 5, ORBIT: 6, ACCURACY: 7}[key] ?? 9,
    value: (point) => point.values[key],
    text: (point) => key === "ORBIT" ? point.orbit : rounded(point.values[key], 6),
  })),
  {title: "joins", name: "joins", width: 11, number: true, rank: 5,
    value: (point) => point.connection?.minus, text: joins},
  {title: "found by", name: "found", width: 24, rank: 8,
    value: (point) => point.found?.method, text: (point) => point.found?.method ?? "–"},
];

function joins(point) {
  return point.connection ? `${point.connection.minus} – ${point.connection.plus}` : "–";
}

// How many digits of the printed table's size stand side by side on paper, whatever the window.
const PAPER = 110;

// Names of columns, once the reader has chosen.
let chosenColumns;

// The width of the digit 0 in the table.
function digitWidth() {
  const ruler = element("span", {style: "position: absolute; width: 100ch"});
  box.append(ruler);
  const width = ruler.offsetWidth / 100;
  ruler.remove();
  return width;
}

function columnsShown() {
  if (chosenColumns) return columns.filter(({name}) => chosenColumns.has(name));
  const room = printing ? PAPER : (box.clientWidth - 2) / digitWidth();
  const fitting = new Set();
  let taken = 0;
  for (const column of d3.sort(columns, ({rank}) => rank)) {
    if (taken + column.width > room && fitting.size > 1) continue;
    taken += column.width;
    fitting.add(column);
  }
  return columns.filter((column) => fitting.has(column));
}

const columnChoice = document.getElementById("columns-choice");
const columnBoxes = columns.map(({name, title}) => {
  const tick = element("input", {type: "checkbox", value: name});
  tick.addEventListener("change", () => chooseColumns(
    columnBoxes.filter((each) => each.checked).map((each) => each.value)));
  columnChoice.append(element("label", {}, tick, " " + title));
  return tick;
});
const columnReset = element("button", {type: "button"}, "As many as fit");
columnReset.addEventListener("click", () => chooseColumns([]));
columnChoice.append(columnReset);

// No names leave the choice to the room.
function chooseColumns(names) {
  const known = names.filter((name) => columns.some((column) => column.name === name));
  chosenColumns = known.length > 0 ? new Set(known) : undefined;
  layColumns();
  remember();
}
