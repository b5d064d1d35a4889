// The atoms of a cluster, seen from afar: the mouse, a finger or the arrow keys turn them.

const SIDE = 320;
// Atoms are drawn as balls of this part of the shortest distance, so that bonds are seen between them.
const BALL = 0.3;
// Neighbours are atoms up to this many times the shortest distance apart: in dense clusters the next
// shell begins at the root of two.
const NEIGHBOURS = 1.25;
const TURN = 0.01;
const KEY_TURN = 0.15;

// Kept from point to point, so that clusters are compared from one side.
const atomsView = {turned: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]};

function atomsFigure(point) {
  const atoms = aboutCentre(point.coordinates);
  const bonds = neighbours(atoms);
  const canvas = element("canvas", {
    class: "atoms", width: 2 * SIDE, height: 2 * SIDE, tabindex: 0, role: "img",
    "aria-label": `${count(atoms.length, "atom", "atoms")}, ${count(
      bonds.length, "pair", "pairs")} of neighbours; the arrow keys turn them`,
  });
  const paintAtoms = () => drawAtoms(canvas, atoms, bonds);
  const turn = (right, down) => {
    atomsView.turned = product(rotation(right, down), atomsView.turned);
    paintAtoms();
  };
  let from;
  canvas.addEventListener("pointerdown", (event) => {
    from = [event.clientX, event.clientY];
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!from) return;
    turn(TURN * (event.clientX - from[0]), TURN * (event.clientY - from[1]));
    from = [event.clientX, event.clientY];
  });
  for (const name of ["pointerup", "pointercancel"]) {
    canvas.addEventListener(name, () => from = undefined);
  }
  canvas.addEventListener("keydown", (event) => {
    const turns = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};
    if (!(event.key in turns)) return;
    turn(...turns[event.key].map((each) => KEY_TURN * each));
    event.preventDefault();
  });
  paintAtoms();
  return figure(point, "Atoms", canvas, element("p", {class: "note"}, `Drag to turn. Lines join the ${count(
    bonds.length, "pair", "pairs")} of atoms that are at most ${NEIGHBOURS} times the shortest distance,`
    + ` ${rounded(shortest(atoms))}, apart.`));
}

function aboutCentre(coordinates) {
  const atoms = d3.range(coordinates.length / 3).map((i) => coordinates.slice(3 * i, 3 * i + 3));
  const centre = d3.range(3).map((k) => d3.mean(atoms, (atom) => atom[k]));
  return atoms.map((atom) => atom.map((value, k) => value - centre[k]));
}

function pairs(atoms) {
  return atoms.flatMap((a, i) => atoms.slice(0, i).map((b, j) => ({
    i, j, distance: Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])})));
}

function shortest(atoms) {
  return d3.min(pairs(atoms), ({distance}) => distance) ?? 1;
}

function neighbours(atoms) {
  const most = NEIGHBOURS * shortest(atoms);
  return pairs(atoms).filter(({distance}) => distance <= most);
}

// About the vertical axis, then about the horizontal one.
function rotation(right, down) {
  const [c, s, e, t] = [Math.cos(right), Math.sin(right), Math.cos(down), Math.sin(down)];
  return [[c, 0, s], [t * s, e, -t * c], [-e * s, t, e * c]];
}

function product(a, b) {
  return a.map((row) => d3.range(3).map((k) => d3.sum(row, (value, l) => value * b[l][k])));
}

function drawAtoms(canvas, atoms, bonds) {
  const context = canvas.getContext("2d");
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  const radius = BALL * shortest(atoms);
  const size = (d3.max(atoms, (atom) => Math.hypot(...atom)) ?? 0) + radius;
  const scale = 0.96 * SIDE / size;
  const seen = atoms.map((atom) => atomsView.turned.map((row) => d3.sum(row, (value, k) => value * atom[k])));
  const at = ([x, y]) => [SIDE + scale * x, SIDE + scale * y];
  // Where the line to another atom leaves a ball.
  const rim = (from, to) => {
    const share = radius / Math.hypot(...from.map((value, k) => to[k] - value));
    return from.map((value, k) => value + share * (to[k] - value));
  };
  // What is far is nearer to the colour of the paper.
  const depth = (z) => 0.35 + 0.65 * (0.5 + 0.5 * z / size);
  const items = [
    ...seen.map((atom) => ({z: atom[2], draw: () => {
      const [x, y] = at(atom);
      const light = context.createRadialGradient(
        x - 0.35 * scale * radius, y - 0.35 * scale * radius, 0, x, y, scale * radius);
      light.addColorStop(0, d3.interpolateRgb(colour("--accent"), "#ffffff")(0.6));
      light.addColorStop(1, colour("--accent"));
      context.beginPath();
      context.arc(x, y, scale * radius, 0, 2 * Math.PI);
      context.fillStyle = colour("--paper");
      context.fill();
      context.globalAlpha = depth(atom[2]);
      context.fillStyle = light;
      context.fill();
      context.strokeStyle = colour("--ink");
      context.lineWidth = 1.5;
      context.stroke();
    }})),
    ...bonds.map(({i, j}) => ({z: 0.5 * (seen[i][2] + seen[j][2]), draw: () => {
      context.beginPath();
      context.moveTo(...at(rim(seen[i], seen[j])));
      context.lineTo(...at(rim(seen[j], seen[i])));
      context.globalAlpha = depth(0.5 * (seen[i][2] + seen[j][2]));
      context.strokeStyle = colour("--muted");
      context.lineWidth = 0.28 * scale * radius;
      context.stroke();
    }})),
  ];
  context.clearRect(0, 0, 2 * SIDE, 2 * SIDE);
  for (const {draw} of d3.sort(items, ({z}) => z)) {
    draw();
    context.globalAlpha = 1;
  }
}
