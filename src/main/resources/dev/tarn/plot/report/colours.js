// Colours of the branches by a quantity. Categories are after Okabe and Ito's, which readers with any
// common colour blindness tell apart, each with a mark of its own shape; ramps change lightness in
// one direction. All of them stand out from the background, on white paper and on a dark screen.

const darkScheme = matchMedia("(prefers-color-scheme: dark)");
let printing = false;

function isDark() {
  return darkScheme.matches && !printing;
}

const INK = "var(--ink)";
// In the order of the pictures, so that a value has one colour everywhere.
const CATEGORIES = [
  "#0072b2", "#c88600", "#008d5c", "#3a9dcd", "#cb581e", "#cc79a7", "var(--ink)", "var(--muted)"];
const SHAPES = [
  d3.symbolCircle, d3.symbolSquare, d3.symbolTriangle, d3.symbolDiamond, d3.symbolStar,
  d3.symbolCross, d3.symbolWye, d3.symbolTimes];

// An area of 1, 3/4 or 1/2 looks the same on every page and in every picture.
const AREA_ORDER = [1, 0.75, 0.5, 0.875, 0.625, 0.375, 0.25, 0.125];

// The ramp of the pictures. Lines on white take its dark part, those on a dark screen its light one.
const RAMP = d3.piecewise(d3.interpolateRgb, [
  "#440154", "#472d7b", "#3b528b", "#2c728e", "#21918c", "#28ae80", "#5ec962", "#addc30"]);
const LIGHTEST_LINE = 0.67;
const DARKEST_LINE = 0.4;

function ramp(share) {
  return RAMP(isDark() ? DARKEST_LINE + (1 - DARKEST_LINE) * share : LIGHTEST_LINE * share);
}

function valueOf(point, key) {
  return point.values[key];
}

// How the values of a quantity become colours: {of(point), shape(point), legend()}.
function colouring(quantity, points) {
  const key = quantity.key;
  const values = points.map((point) => valueOf(point, key)).filter((v) => v !== undefined);
  const distinct = [...new Set(values)].sort((a, b) => b - a);
  if (quantity.domain) return numbers(quantity, values);
  if (distinct.length > 0 && distinct.every((value) => colourNumber(quantity, value) >= 0)) {
    return categories(quantity, distinct);
  }
  // A ramp would blow rounding errors up to differences.
  if (distinct.length > 0 && distinct[0] - distinct.at(-1) <= 1e-9 * Math.abs(distinct[0])) {
    return single(quantity, distinct[0]);
  }
  return numbers(quantity, values);
}

function single(quantity, value) {
  const colour = ramp(0);
  return {
    of: () => colour,
    shape: () => d3.symbolCircle,
    legend: () => [legendTitle(quantity), swatch(colour, d3.symbolCircle, rounded(value))],
  };
}

// The number of a value's own colour, -1 if it has none.
function colourNumber(quantity, value) {
  if (quantity.kind === "SHARES") return AREA_ORDER.indexOf(value);
  return quantity.kind === "COUNTS" && value < CATEGORIES.length ? value : -1;
}

function categories(quantity, distinct) {
  const colour = (value) => CATEGORIES[colourNumber(quantity, value)];
  const shape = (value) => SHAPES[colourNumber(quantity, value)];
  return {
    of: (point) => colour(valueOf(point, quantity.key)),
    shape: (point) => shape(valueOf(point, quantity.key)),
    legend: () => [legendTitle(quantity), ...distinct.map((value) => swatch(
      colour(value), shape(value), exact(value)))],
  };
}

function numbers(quantity, values) {
  const positive = quantity.kind === "LOGARITHMIC" && values.every((value) => value > 0);
  const [low, high] = quantity.domain ?? d3.extent(values);
  const scale = (positive ? d3.scaleLog() : d3.scaleLinear())
    .domain(low < high ? [low, high] : [low, low + Math.abs(low) + 1]).range([0, 1]);
  return {
    of: (point) => {
      const value = valueOf(point, quantity.key);
      return value === undefined ? INK : ramp(scale(value));
    },
    shape: () => d3.symbolCircle,
    legend: () => {
      if (low === undefined) return [legendTitle(quantity)];
      const stops = d3.range(0, 1.01, 0.125).map(ramp).join(", ");
      const bar = element("span", {class: "ramp", style: `background: linear-gradient(to right, ${stops})`});
      return [legendTitle(quantity), element("span", {class: "range"}, rounded(low), bar,
        rounded(high), positive ? " (logarithmic)" : "")];
    },
  };
}

function legendTitle(quantity) {
  return element("strong", {}, quantity.title);
}

function swatch(colour, shape, text) {
  const svg = d3.create("svg").attr("viewBox", "-8 -8 16 16").attr("width", 16).attr("height", 16)
    .attr("aria-hidden", "true");
  svg.append("path").attr("d", d3.symbol(shape, 70)()).style("fill", colour);
  return element("span", {class: "swatch"}, svg.node(), text);
}
