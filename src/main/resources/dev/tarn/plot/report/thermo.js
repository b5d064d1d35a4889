// What is occupied at a temperature, and where one goes first: in the harmonic approximation, from
// the weights of minima and transition states. Weights and flows are relative to the heaviest
// minimum; the lowest temperature of the slider keeps them within the range of a double.

// More take longer than a reader waits while moving the slider.
const MOST_COMMITTORS = 300;
const COLDEST = 500;
const heat = {temperature: undefined, a: undefined, b: undefined};

if (data.harmonic) {
  data.quantities.push(
    {key: "OCCUPATION", title: "occupation at T", kind: "LINEAR", domain: [0, 1]},
    {key: "COMMITTOR", title: "committor at T", kind: "LINEAR", domain: [0, 1]});
}

function energySpan() {
  const {wells, passes} = data.harmonic;
  const [low, high] = d3.extent([...wells, ...passes], ({energy}) => energy);
  return high > low ? high - low : Math.abs(low) || 1;
}

// The slider goes from where all is frozen to where energies hardly matter, by ratios.
function temperatureAt(share) {
  const span = energySpan();
  return span / COLDEST * Math.pow(2 * COLDEST, share);
}

// The share of each minimum, by log-sum-exp.
function occupations(temperature) {
  const logs = data.harmonic.wells.map((well) => well.logWeight - well.energy / temperature);
  const most = d3.max(logs);
  const weights = logs.map((log) => Math.exp(log - most));
  const sum = d3.sum(weights);
  return weights.map((weight) => weight / sum);
}

// Flows between minima, symmetric, as a map for each.
function flows(temperature) {
  const {wells, passes} = data.harmonic;
  const most = d3.max(wells, (well) => well.logWeight - well.energy / temperature);
  const joined = wells.map(() => new Map());
  for (const pass of passes) {
    if (pass.from === pass.to) continue;
    const flow = Math.exp(pass.logWeight - pass.energy / temperature - most);
    for (const [x, y] of [[pass.from, pass.to], [pass.to, pass.from]]) {
      joined[x].set(y, (joined[x].get(y) ?? 0) + flow);
    }
  }
  return joined;
}

// The probability to meet minimum a before b from each minimum. Minima are taken out one by one, those
// with the fewest neighbours first; only positive numbers are added, multiplied and divided.
function committors(temperature, a, b) {
  const joined = flows(temperature);
  const between = new Set(d3.range(joined.length).filter((x) => x !== a && x !== b));
  const order = [];
  while (between.size > 0) {
    let x;
    for (const y of between) if (x === undefined || joined[y].size < joined[x].size) x = y;
    between.delete(x);
    order.push(x);
    const sum = d3.sum(joined[x].values());
    for (const i of joined[x].keys()) joined[i].delete(x);
    for (const [i, into] of joined[x]) {
      for (const [j, out] of joined[x]) {
        if (i !== j) joined[i].set(j, (joined[i].get(j) ?? 0) + into * (out / sum));
      }
    }
  }
  const meets = [];
  meets[a] = 1;
  meets[b] = 0;
  for (const x of order.reverse()) {
    let sum = 0;
    let toA = 0;
    // Where nothing leads, nothing is met.
    for (const [y, flow] of joined[x]) {
      if (meets[y] === undefined) continue;
      sum += flow;
      toA += flow * meets[y];
    }
    meets[x] = sum > 0 ? toA / sum : undefined;
  }
  return meets;
}

function wellOf(id) {
  return data.harmonic.wells.findIndex((well) => well.id === id);
}

function warm() {
  const {wells} = data.harmonic;
  const temperature = temperatureAt(Number(slider.value));
  heat.temperature = temperature;
  const shares = occupations(temperature);
  const apart = heat.a !== heat.b && wells.length <= MOST_COMMITTORS;
  const meets = apart ? committors(temperature, wellOf(heat.a), wellOf(heat.b)) : [];
  wells.forEach((well, k) => {
    const values = byId.get(well.id).values;
    values.OCCUPATION = shares[k];
    values.COMMITTOR = meets[k];
  });
  const text = "T = " + rounded(temperature, 3);
  document.getElementById("degrees").textContent = text;
  slider.setAttribute("aria-valuetext", text);
  document.getElementById("set-a").textContent = heat.a;
  document.getElementById("set-b").textContent = heat.b;
  const order = d3.sort(d3.range(wells.length), (k) => -shares[k]).slice(0, 3)
    .filter((k) => shares[k] > 5e-4);
  document.getElementById("held").textContent = "Held by "
    + order.map((k) => `minimum ${wells[k].id} (${(100 * shares[k]).toFixed(1)} %)`).join(", ")
    + ". " + (wells.length > MOST_COMMITTORS
      ? `Committors of more than ${MOST_COMMITTORS} minima are left to the command "rates".`
      : heat.a === heat.b ? "Committors need two different minima."
      : `The committor is the probability to meet minimum ${heat.a} before minimum ${heat.b}.`);
}

const slider = document.getElementById("temperature");

function startHeat() {
  if (!data.harmonic) return;
  const {wells} = data.harmonic;
  heat.a = wells[0].id;
  heat.b = wells.at(-1).id;
  document.getElementById("heat").hidden = false;
  document.getElementById("held").hidden = false;
  warm();
  slider.addEventListener("input", () => {
    warm();
    news.call("redraw");
    refill();
    remember();
  });
  for (const set of ["a", "b"]) {
    document.getElementById("choose-" + set).addEventListener("click", () => chooseEnd(set, view.selected));
  }
  news.on("select.heat", allowChoice);
}

function chooseEnd(set, id) {
  if (!data.harmonic || wellOf(id) < 0) return;
  heat[set] = id;
  warm();
  news.call("redraw");
  refill();
  remember();
}

// Only a minimum can be chosen.
function allowChoice() {
  for (const set of ["a", "b"]) {
    document.getElementById("choose-" + set).disabled = wellOf(view.selected) < 0;
  }
}
