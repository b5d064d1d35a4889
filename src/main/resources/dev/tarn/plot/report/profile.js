// The way between two minima whose highest transition state is lowest: it runs in the minimum
// spanning tree of the transition states, by energy and then by id.

let spanning;

function spanningTree() {
  if (spanning) return spanning;
  const leader = new Map();
  const root = (id) => {
    let top = id;
    while (leader.has(top)) top = leader.get(top);
    while (id !== top) [id] = [leader.get(id), leader.set(id, top)];
    return top;
  };
  const edges = data.points.filter((point) => point.connection).flatMap((point) =>
    d3.cross(endsOf(point), endsOf(point)).filter(([a, b]) => a < b).map(([a, b]) => ({point, a, b})));
  spanning = new Map();
  const add = (from, to, point) => spanning.set(from, [...spanning.get(from) ?? [], {from, to, point}]);
  for (const {point, a, b} of d3.sort(edges, ({point: {energy}}) => energy, ({point: {id}}) => id)) {
    if (root(a) === root(b)) continue;
    leader.set(root(a), root(b));
    add(a, b, point);
    add(b, a, point);
  }
  return spanning;
}

// The steps {from, over, to}; undefined if nothing joins the two.
function wayBetween(from, to) {
  const reachedBy = new Map([[from, undefined]]);
  const open = [from];
  while (open.length > 0 && !reachedBy.has(to)) {
    for (const way of spanningTree().get(open.pop()) ?? []) {
      if (reachedBy.has(way.to)) continue;
      reachedBy.set(way.to, way);
      open.push(way.to);
    }
  }
  if (!reachedBy.has(to)) return undefined;
  const steps = [];
  for (let way = reachedBy.get(to); way; way = reachedBy.get(way.from)) {
    // A transition state joins each two of the minima that its paths lead to.
    if (steps[0]?.over === way.point) steps[0].from = way.from;
    else steps.unshift({from: way.from, over: way.point, to: way.to});
  }
  return steps;
}

// How long the path from a transition state to a minimum is.
function lengthTo({connection}, id) {
  const {minus, plus, minusLength, plusLength, branches} = connection;
  if (id === minus) return minusLength;
  return id === plus ? plusLength : branches.find(({minimum}) => minimum === id).length;
}

// Other programs' points come without lengths.
function knowsLengths(steps) {
  return steps.every(({from, over, to}) => lengthTo(over, from) > 0 && lengthTo(over, to) > 0);
}

function profileFigure(from, to) {
  const steps = wayBetween(from, to);
  if (!steps) {
    return element("p", {class: "note", id: "profile"},
      `No known transition states join minimum ${from} and minimum ${to}.`);
  }
  const highest = d3.greatest(steps, ({over}) => over.energy).over;
  const header = ["from", "over", "to", "barrier", "barrier back", "path length"];
  const rows = steps.map(({from: a, over, to: b}) => [a, over.id, b,
    rounded(over.energy - byId.get(a).energy, 6), rounded(over.energy - byId.get(b).energy, 6),
    knowsLengths(steps) ? rounded(lengthTo(over, a) + lengthTo(over, b), 6) : "–"]);
  const picture = profilePicture(from, steps);
  return element("figure", {id: "profile", class: "broad"},
    element("figcaption", {}, `Lowest path from minimum ${from} to minimum ${to}`), picture,
    element("p", {}, `Its highest point is transition state ${highest.id}, `
      + `${rounded(highest.energy - byId.get(from).energy, 6)}${perUnit ? " nats" : ""} above minimum ${from}.`),
    element("p", {class: "note"}, knowsLengths(steps)
      ? "Places along the path are lengths of steepest-descent paths; between stationary points the curve is"
        + " only smooth. “tarn plot profile” follows the paths themselves."
      : "How long the paths are is not known: stationary points stand at equal distances."),
    saveButton("Save picture", () => savePicture(`profile-${from}-${to}`, picture)),
    plainTable("Steps", header, rows));
}

function profilePicture(from, steps) {
  // On a phone the page shrinks no letters.
  const width = innerWidth < 500 ? 360 : 720;
  const height = 280;
  const places = [{id: from, energy: byId.get(from).energy, at: 0}];
  const known = knowsLengths(steps);
  let at = 0;
  for (const {from: a, over, to: b} of steps) {
    places.push({id: over.id, energy: over.energy, at: at += known ? lengthTo(over, a) : 1, top: true});
    places.push({id: b, energy: byId.get(b).energy, at: at += known ? lengthTo(over, b) : 1});
  }
  const x = d3.scaleLinear([0, at], [92, width - 16]);
  const [low, high] = d3.extent(places, ({energy}) => energy);
  const scale = energyScale([{energy: low}, {energy: high}], "linear");
  const y = scale.scale.range([height - 44, 28]);
  const curve = places.slice(1).map((place, k) => {
    const middle = (x(places[k].at) + x(place.at)) / 2;
    return `C${middle},${y(places[k].energy)} ${middle},${y(place.energy)} ${x(place.at)},${y(place.energy)}`;
  });
  const svg = d3.create("svg").attr("class", "profile").attr("viewBox", `0 0 ${width} ${height}`).attr("role", "img")
    .attr("aria-label", `Energy along the path over ${count(steps.length, "transition state", "transition states")}`);
  const {values, format} = scale.ticks(y);
  svg.append("g").attr("class", "axis").attr("transform", "translate(76,0)")
    .call(d3.axisLeft(y).tickValues(values).tickFormat(format));
  if (known) {
    svg.append("g").attr("class", "axis").attr("transform", `translate(0,${height - 40})`)
      .call(d3.axisBottom(x).ticks(width / 90));
    svg.append("text").attr("class", "name").attr("x", 76 + (width - 92) / 2).attr("y", height - 6).text("path length");
  }
  svg.append("text").attr("class", "title").attr("x", 4).attr("y", 13).text(scale.title);
  svg.append("path").attr("class", "curve").attr("d", `M${x(0)},${y(places[0].energy)}${curve.join("")}`);
  const marks = svg.append("g").selectAll("g").data(places).join("g")
    .attr("transform", ({at: place, energy}) => `translate(${x(place)},${y(energy)})`);
  marks.append("circle").attr("r", 3.5).attr("class", ({top}) => top ? "pass" : "well");
  if (places.length < width / 17) {
    marks.append("text").attr("class", "name").attr("dy", ({top}) => top ? -8 : 17).text(({id}) => id);
  }
  return svg.node();
}
