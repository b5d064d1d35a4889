// What the page is about, and how its numbers are written.

const started = performance.now();
const data = JSON.parse(document.getElementById("data").textContent);

// What follows the name of an energy.
const perUnit = data.unit === "" ? "" : " / " + data.unit;

const byId = new Map();
for (const point of data.points) byId.set(point.id, point);
for (const point of data.degenerate) {
  point.degenerate = true;
  byId.set(point.id, point);
}
const allPoints = [...data.points, ...data.degenerate];

function kindOf(point) {
  if (point.degenerate) return "degenerate point";
  if (point.index === 0) return "minimum";
  return point.index === 1 ? "transition state" : "saddle of index " + point.index;
}

function nameOf(point) {
  return kindOf(point) + " " + point.id;
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function count(n, one, many) {
  return n + " " + (Number(n) === 1 ? one : many);
}

// The shortest text that reads back as the same number.
function exact(value) {
  if (value === undefined) return "–";
  const small = typeof value === "number" && value !== 0 && Math.abs(value) < 1e-3;
  return small ? value.toExponential() : String(value);
}

function rounded(value, digits = 4) {
  return value === undefined ? "–" : exact(Number(value.toPrecision(digits)));
}

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

function powerOfTen(exponent) {
  if (exponent === 0) return "1";
  if (exponent === 1) return "10";
  const digits = [...String(Math.abs(exponent))].map((digit) => RAISED[digit]).join("");
  return "10" + (exponent < 0 ? "⁻" : "") + digits;
}

function smallestMagnitude(values) {
  return Math.min(...values.map(Math.abs));
}

// A new element with text or elements inside it.
function element(name, attributes = {}, ...content) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...content);
  return node;
}

// A table whose first row is the header; a column is set as numbers if its first cell is one.
function plainTable(caption, header, rows) {
  const numeric = header.map((_, c) => rows.length > 0 && isFinite(rows[0][c]) && rows[0][c] !== "");
  const cell = (name, text, c) => {
    const node = element(name, {}, text);
    if (numeric[c]) node.className = "number";
    if (name === "th") node.scope = "col";
    return node;
  };
  return element("div", {class: "wide"}, element("table", {},
    element("caption", {}, caption),
    element("thead", {}, element("tr", {}, ...header.map((text, c) => cell("th", text, c)))),
    element("tbody", {}, ...rows.map(
      (row) => element("tr", {}, ...row.map((text, c) => cell("td", String(text), c)))))));
}

// What the parts of the page tell one another: a point was selected; the picture is out of date.
const news = d3.dispatch("select", "redraw");

const view = {selected: undefined, scale: "linear", colour: undefined, zero: true};

function select(id) {
  view.selected = id;
  news.call("select");
}
