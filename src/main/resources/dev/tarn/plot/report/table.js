// All points in a table that can be sorted; only the rows in view exist.

const ROW = 28;
const PRINTED = 300;
const box = document.getElementById("rows");
const list = {rows: [], columns: [], column: undefined, descending: false, active: -1};

const headers = new Map(columns.map((column) => {
  const button = element("button", {type: "button"}, column.title, element("span", {"aria-hidden": "true"}));
  button.addEventListener("click", () => {
    sortBy(column);
    remember();
  });
  return [column, element("th", {scope: "col", class: column.number ? "number" : "text"}, button)];
}));
const body = element("tbody");
const widths = element("colgroup");
const head = element("tr");
const grid = element("table", {class: "grid"}, widths, element("thead", {}, head), body);
box.append(grid);
box.tabIndex = 0;
box.setAttribute("role", "region");
box.setAttribute("aria-label", "Table of stationary points: up and down go from row to row, Enter selects");

// Lays out the columns that are shown.
function layColumns() {
  list.columns = columnsShown();
  widths.replaceChildren(...list.columns.map((column) => element("col", {style: `width: ${column.width}ch`})));
  head.replaceChildren(...list.columns.map((column) => headers.get(column)));
  for (const tick of columnBoxes) tick.checked = list.columns.some(({name}) => name === tick.value);
  document.getElementById("columns-count").textContent = `${list.columns.length} of ${columns.length}`;
  renderRows();
  tellScrolling();
}

function tellScrolling() {
  document.getElementById("sideways").hidden = box.scrollWidth <= box.clientWidth;
}

function sortBy(column) {
  list.descending = list.column === column && !list.descending;
  list.column = column;
  headers.forEach((header, each) => {
    const order = each === column ? (list.descending ? "descending" : "ascending") : "none";
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
  const {points, unknown} = found();
  list.rows = points;
  list.rows.sort(compare);
  grid.setAttribute("aria-rowcount", list.rows.length + 1);
  find.setAttribute("aria-invalid", unknown.length > 0);
  document.getElementById("shown").textContent = count(list.rows.length, "point", "points")
    + (unknown.length > 0 ? `; not understood: ${unknown.join(" ")}` : "");
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
  // On paper the selected row is there wherever it stands.
  const beyond = printing && list.active >= to ? [row(list.rows[list.active], list.active)] : [];
  body.replaceChildren(spacer(start), ...rows.map((point, k) => row(point, start + k)),
    ...printing ? beyond : [spacer(rest)]);
  if (printing && rest > 0) {
    document.getElementById("shown").textContent = `the first ${rows.length} of ${list.rows.length} points`
      + (beyond.length > 0 ? ", and the selected one" : "");
  }
}

function row(point, place) {
  const node = element("tr", {"data-id": point.id, "aria-rowindex": place + 2},
    ...list.columns.map((column) => element("td", {class: column.number ? "number" : "text"}, column.text(point))));
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
document.getElementById("save-rows").addEventListener("click", () => saveFile("points.csv", "text/csv", csv([
  columns.map(({name}) => name),
  ...list.rows.map((point) => columns.map(({name, value}) =>
    name === "id" ? point.id : name === "joins" ? endsOf(point).join(" ") : value(point)))])));

news.on("select.table", () => {
  const place = list.rows.findIndex((point) => point.id === view.selected);
  if (place >= 0) moveTo(place);
  else renderRows();
});
