// All points in a table that can be sorted; only the rows in view exist.

const ROW = 28;
const PRINTED = 300;
const box = document.getElementById("rows");
const which = document.getElementById("which");
const list = {rows: [], column: undefined, descending: false, active: -1};

const columns = [
  {title: "id", width: 5, value: (point) => point.degenerate ? 1e12 + Number(point.id.slice(1)) : point.id,
    text: (point) => exact(point.id), number: true},
  {title: "kind", width: 17, value: kindOf, text: kindOf},
  {title: "energy" + perUnit, key: "ENERGY", width: 22, number: true,
    value: (point) => point.energy, text: (point) => exact(point.energy)},
  ...data.quantities.filter(({key}) => key !== "ENERGY").map(({key, title}) => ({
    title, key, number: true, width: {PROBABILITY: 17, EIGENVALUE: 13}[key] ?? 11,
    value: (point) => point.values[key],
    text: (point) => key === "ORBIT" ? point.orbit : rounded(point.values[key], 6),
  })),
  {title: "joins", width: 11, value: (point) => point.connection?.minus, text: joins, number: true},
  {title: "found by", width: 24, value: (point) => point.found?.method, text: (point) => point.found?.method ?? "–"},
];

function joins(point) {
  return point.connection ? `${point.connection.minus} – ${point.connection.plus}` : "–";
}

const headers = columns.map((column) => {
  const button = element("button", {type: "button"}, column.title, element("span", {"aria-hidden": "true"}));
  button.addEventListener("click", () => sortBy(column));
  return element("th", {scope: "col", class: column.number ? "number" : "text"}, button);
});
const body = element("tbody");
const grid = element("table", {class: "grid"},
  element("colgroup", {}, ...columns.map((column) => element("col", {style: `width: ${column.width}ch`}))),
  element("thead", {}, element("tr", {}, ...headers)), body);
box.append(grid);
box.tabIndex = 0;
box.setAttribute("role", "region");
box.setAttribute("aria-label", "Table of stationary points: up and down go from row to row, Enter selects");

function choices() {
  const indices = [...new Set(data.points.map((point) => point.index))].sort(d3.ascending);
  const option = (value, text) => element("option", {value}, text);
  which.append(option("all", "all points"));
  for (const index of indices) {
    which.append(option(index, ["minima (index 0)", "transition states (index 1)"][index] ?? "saddles of index " + index));
  }
  if (data.degenerate.length > 0) which.append(option("degenerate", "degenerate points"));
}

function matches(point) {
  if (which.value === "all") return true;
  if (which.value === "degenerate") return point.degenerate === true;
  return !point.degenerate && point.index === Number(which.value);
}

function sortBy(column) {
  list.descending = list.column === column && !list.descending;
  list.column = column;
  headers.forEach((header, c) => {
    const order = columns[c] === column ? (list.descending ? "descending" : "ascending") : "none";
    header.setAttribute("aria-sort", order);
    header.querySelector("span").textContent = {ascending: " ▲", descending: " ▼", none: ""}[order];
  });
  fill();
}

// Points without a value come last either way.
function compare(a, b) {
  const [u, v] = [list.column.value(a), list.column.value(b)];
  if (u === undefined || v === undefined) return (u === undefined) - (v === undefined);
  return list.descending ? d3.descending(u, v) : d3.ascending(u, v);
}

function fill() {
  list.rows = allPoints.filter(matches);
  list.rows.sort(compare);
  grid.setAttribute("aria-rowcount", list.rows.length + 1);
  document.getElementById("shown").textContent = count(list.rows.length, "point", "points");
  list.active = list.rows.findIndex((point) => point.id === view.selected);
  box.scrollTop = 0;
  revealActive();
  renderRows();
}

// New values in the same order of columns: the reader stays where he is.
function refill() {
  if (["OCCUPATION", "COMMITTOR"].includes(list.column.key)) list.rows.sort(compare);
  list.active = list.rows.findIndex((point) => point.id === view.selected);
  renderRows();
}

function renderRows() {
  const from = Math.max(0, Math.floor(box.scrollTop / ROW) - 8);
  const to = printing ? PRINTED : from + Math.ceil(innerHeight / ROW) + 16;
  const start = printing ? 0 : from;
  const rows = list.rows.slice(start, to);
  const spacer = (n) => element("tr", {class: "spacer", style: `height: ${n * ROW}px`, "aria-hidden": "true"});
  const rest = list.rows.length - start - rows.length;
  body.replaceChildren(spacer(start), ...rows.map((point, k) => row(point, start + k)),
    ...printing ? [] : [spacer(rest)]);
  if (printing && rest > 0) {
    document.getElementById("shown").textContent = `the first ${rows.length} of ${list.rows.length} points`;
  }
}

function row(point, place) {
  const node = element("tr", {"data-id": point.id, "aria-rowindex": place + 2},
    ...columns.map((column) => element("td", {class: column.number ? "number" : "text"}, column.text(point))));
  if (point.id === view.selected) node.setAttribute("aria-selected", "true");
  if (place === list.active) node.classList.add("active");
  return node;
}

function revealActive() {
  if (list.active < 0) return;
  const top = list.active * ROW;
  const space = box.clientHeight - 2.5 * ROW;
  if (top < box.scrollTop || top > box.scrollTop + space - ROW) box.scrollTop = Math.max(0, top - space / 2);
}

function moveTo(place) {
  list.active = Math.max(0, Math.min(list.rows.length - 1, place));
  revealActive();
  renderRows();
}

box.addEventListener("keydown", (event) => {
  const page = Math.floor(box.clientHeight / ROW) - 3;
  const steps = {ArrowUp: -1, ArrowDown: 1, PageUp: -page, PageDown: page, Home: -1e9, End: 1e9};
  if (event.target !== box || list.rows.length === 0) return;
  if (event.key in steps) moveTo(list.active + steps[event.key]);
  else if (event.key === "Enter" && list.active >= 0) select(list.rows[list.active].id);
  else return;
  event.preventDefault();
});
body.addEventListener("click", (event) => {
  const chosen = list.rows[event.target.closest("tr[data-id]")?.ariaRowIndex - 2];
  if (!chosen) return;
  select(chosen.id);
  // On a narrow page the panel is not beside the table.
  if (panelTitle.getBoundingClientRect().bottom < 0) panelTitle.scrollIntoView();
});
box.addEventListener("scroll", () => requestAnimationFrame(renderRows));
which.addEventListener("change", fill);

news.on("select.table", () => {
  const place = list.rows.findIndex((point) => point.id === view.selected);
  if (place >= 0) moveTo(place);
  else renderRows();
});
