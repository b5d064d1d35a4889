// Puts the page together.

function start() {
  const colour = document.getElementById("colour");
  for (const {key, title} of data.quantities) colour.append(element("option", {value: key}, title));
  view.colour = colour.value;
  document.getElementById("zero-choice").hidden = data.zero === undefined;
  startHeat();
  chooseScale();
  showSummary();
  build();
  choices();
  layColumns();
  sortBy(columns.find(({key}) => key === "ENERGY"));
  if (graph.leaves.length > 0) select(data.tree.nodes[0].id);
  startLinks();
  performance.measure("first graph", {start: started, end: performance.now()});
}

// Readers may change it.
function chooseScale() {
  view.scale = asksForLogarithm(treeShown().nodes) ? "log" : "linear";
  document.getElementById("scale").value = view.scale;
}

news.on("select.graph", mark);
news.on("redraw", () => {
  paint();
  showPanel();
  showBeside();
});

document.getElementById("scale").addEventListener("change", (event) => {
  view.scale = event.target.value;
  frames.y = {...WHOLE};
  resize();
  remember();
});
document.getElementById("colour").addEventListener("change", (event) => {
  view.colour = event.target.value;
  paint();
  remember();
});
document.getElementById("zero").addEventListener("change", (event) => {
  view.zero = event.target.checked;
  keys.active = undefined;
  zoomAll();
  build();
  showPanel();
  remember();
});
document.getElementById("save-graph").addEventListener("click", () => savePicture("graph", svg.node()));
document.getElementById("find-names").textContent = namesToFilterBy();
darkScheme.addEventListener("change", () => news.call("redraw"));
for (const [name, value] of [["beforeprint", true], ["afterprint", false]]) {
  addEventListener(name, () => {
    printing = value;
    news.call("redraw");
    layColumns();
    fill();
  });
}

start();
// Only a change of width changes the picture.
let width = drawing.clientWidth;
new ResizeObserver(() => {
  if (drawing.clientWidth === width) return;
  width = drawing.clientWidth;
  resize();
}).observe(drawing);
let room = box.clientWidth;
new ResizeObserver(() => {
  if (printing) return;
  if (box.clientWidth === room) {
    renderRows();
    return;
  }
  room = box.clientWidth;
  layColumns();
}).observe(box);
