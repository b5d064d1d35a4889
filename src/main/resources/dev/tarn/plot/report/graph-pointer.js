// Pointing at the graph: the nearest line within reach is meant, so that thin lines and fingers
// get along.

const tip = document.getElementById("tip");
const REACH = 16;

function distanceTo(n, px, py) {
  const gap = (value, low, high) => Math.max(low - value, value - high, 0);
  const stem = Math.hypot(px - at.x[n], gap(py, at.top[n], at.y[n]));
  // A mark wins over the lines that run through it.
  if (isLeaf(n)) return Math.min(stem, Math.hypot(px - at.x[n], py - at.y[n]) - markRadius);
  return Math.min(stem, Math.hypot(gap(px, at.left[n], at.right[n]), py - at.y[n]));
}

function nearest(px, py) {
  let best;
  let least = REACH;
  for (let n = 0; n < graph.nodes.length; n++) {
    const distance = distanceTo(n, px, py);
    if (distance < least) {
      best = n;
      least = distance;
    }
  }
  return best;
}

// What one reads when pointing at a node.
function lines(n) {
  const point = pointOf(n);
  const {AUC: area, ACCURACY: accuracy, UNITS: units} = point.values;
  return [
    capital(nameOf(point)),
    "energy " + exact(point.energy),
    ...area === undefined ? [] : ["AUC " + exact(area)],
    ...area !== undefined || accuracy === undefined ? [] : ["accuracy " + exact(accuracy)],
    "orbit " + point.orbit,
    count(units, "connected unit", "connected units"),
    ...isLeaf(n) ? [] : [`superbasin of ${graph.nodes[n].minima} minima`],
  ];
}

function sentence(n) {
  return lines(n).join(", ");
}

function showTip(n, left, top) {
  tip.replaceChildren(...lines(n).map((line, k) => element(k === 0 ? "strong" : "span", {}, line)));
  tip.hidden = false;
  const box = tip.getBoundingClientRect();
  const beside = left + 16 + box.width < innerWidth ? left + 16 : left - 16 - box.width;
  tip.style.left = Math.max(4, beside) + "px";
  tip.style.top = Math.max(4, Math.min(top + 16, innerHeight - box.height - 4)) + "px";
}

function hideTip() {
  tip.hidden = true;
  nodesGroup.selectAll(".near").classed("near", false);
}

function follow(event) {
  if (event.buttons !== 0 && event.pointerType === "mouse") return hideTip();
  const n = nearest(...d3.pointer(event, svg.node()));
  if (n === undefined) return hideTip();
  nodesGroup.selectAll("g").classed("near", (other) => other === n);
  showTip(n, event.clientX, event.clientY);
}

svg.on("pointermove", follow)
  .on("pointerleave", hideTip)
  .on("click", (event) => {
    // The end of a drag is not a choice.
    if (event.defaultPrevented) return;
    const n = nearest(...d3.pointer(event, svg.node()));
    if (n === undefined) return;
    keys.active = n;
    select(graph.nodes[n].id);
  });

svg.call(zoom).on("dblclick.zoom", null);
