// What part of the graph is seen. Each axis has a frame of its own, so that one may be enlarged alone:
// a place u of the whole axis, from 0 to 1, is seen at k u + t.

const MOST_ZOOM = 5000;
const WHOLE = {k: 1, t: 0};
const frames = {x: {...WHOLE}, y: {...WHOLE}};
const zoomAxes = document.getElementById("zoom-axes");

function limit(value, low, high) {
  return Math.min(Math.max(value, low), high);
}

// The whole stays around what is seen.
function setFrame(axisName, k, t) {
  const held = limit(k, 1, MOST_ZOOM);
  frames[axisName] = {k: held, t: limit(t, 1 - held, 0)};
}

// Enlarges by a factor around a place that stays, and then shifts; both as shares of what is seen.
function moveFrame(axisName, factor, fixed, shift) {
  const {k, t} = frames[axisName];
  const ratio = limit(k * factor, 1, MOST_ZOOM) / k;
  setFrame(axisName, k * ratio, ratio * t + (1 - ratio) * fixed + shift);
}

function isEnlarged() {
  return frames.x.k > 1 || frames.y.k > 1;
}

function axesToZoom() {
  return zoomAxes.value === "both" ? ["x", "y"] : [zoomAxes.value];
}

function span(axisName) {
  return axisName === "x" ? [size.left, size.right] : [size.top, size.bottom];
}

function framed(scale, axisName) {
  const {k, t} = frames[axisName];
  const [from, to] = span(axisName);
  const shift = (1 - k) * from + t * (to - from);
  const transform = new d3.ZoomTransform(k, shift, shift);
  return axisName === "x" ? transform.rescaleX(scale) : transform.rescaleY(scale);
}

function pan(dx, dy) {
  moveFrame("x", 1, 0, dx / (size.right - size.left));
  moveFrame("y", 1, 0, dy / (size.bottom - size.top));
  placeSoon();
}

function zoomBy(factor) {
  for (const axisName of axesToZoom()) moveFrame(axisName, factor, 0.5, 0);
  placeSoon();
}

function zoomAll() {
  frames.x = {...WHOLE};
  frames.y = {...WHOLE};
  placeSoon();
}

// D3 knows wheels, fingers and drags; from it comes how each gesture changes one transform.
let before = d3.zoomIdentity;
const zoom = d3.zoom().scaleExtent([0, Infinity]).on("zoom", ({transform, sourceEvent}) => {
  const factor = transform.k / before.k;
  const shift = {x: transform.x - factor * before.x, y: transform.y - factor * before.y};
  before = transform;
  if (!sourceEvent) return;
  // On the axis of energies it is the energies that one means.
  const onAxis = factor !== 1 && d3.pointer(sourceEvent, svg.node())[0] < size.left;
  for (const axisName of factor === 1 ? ["x", "y"] : onAxis ? ["y"] : axesToZoom()) {
    const [from, to] = span(axisName);
    if (factor === 1) moveFrame(axisName, 1, 0, shift[axisName] / (to - from));
    else moveFrame(axisName, factor, (shift[axisName] / (1 - factor) - from) / (to - from), 0);
  }
  svg.style("touch-action", isEnlarged() ? "none" : "pan-y");
  placeSoon();
});

// One finger scrolls the page until the graph is enlarged.
zoom.filter((event) => {
  if (event.type === "wheel") return true;
  if (event.type === "touchstart" && event.touches.length === 1) return isEnlarged();
  return !event.button;
});

// At most once for each frame that the reader sees.
let waiting = false;
function placeSoon() {
  remember();
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    place();
  });
}

document.getElementById("zoom-in").addEventListener("click", () => zoomBy(1.6));
document.getElementById("zoom-out").addEventListener("click", () => zoomBy(1 / 1.6));
document.getElementById("zoom-all").addEventListener("click", zoomAll);
