// The network as a function. Layers feed one another; the last one's outputs go through softmax.

const ACTIVATIONS = {
  tanh: Math.tanh,
  logistic: (x) => 1 / (1 + Math.exp(-x)),
  elu: (x) => x > 0 ? x : Math.expm1(x),
  softplus: (x) => Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x))),
  relu: (x) => Math.max(0, x),
  linear: (x) => x,
};

// The probability of each class for an input.
function probabilities(point, inputs) {
  let values = inputs;
  data.network.layers.forEach((kind, l) => {
    const {weights, biases} = point.layers[l];
    const sums = biases.map((bias, i) =>
      weights[i].reduce((sum, weight, j) => sum + weight * values[j], bias));
    values = kind.activation === "softmax" ? softmax(sums) : sums.map(ACTIVATIONS[kind.activation]);
    // Equal units are there once.
    if (l === 0 && point.kinds) values = values.map((value, j) => value * point.kinds.counts[j]);
  });
  // One logistic output is the probability of class 1.
  return data.network.layers.at(-1).activation === "logistic" ? [1 - values[0], values[0]] : values;
}

function softmax(sums) {
  const largest = Math.max(...sums);
  const terms = sums.map((sum) => Math.exp(sum - largest));
  const total = d3.sum(terms);
  return terms.map((term) => term / total);
}

// Every weight and bias by the name and in the order of "show"; those of equal units once, times their
// number.
function parameters(point) {
  return data.network.byUnit ? parametersByUnit(point) : parametersByLayer(point);
}

function parametersByUnit(point) {
  const [hidden, output] = point.layers;
  const list = [];
  hidden.weights.forEach((row, n) => {
    const {unit, times} = shown(point, true, n);
    output.weights.forEach((links, i) => list.push([`output[${i}][${unit}]${times}`, links[n]]));
    row.forEach((value, j) => list.push([`hidden[${unit}][${j}]${times}`, value]));
    list.push([`hiddenBias[${unit}]${times}`, hidden.biases[n]]);
  });
  output.biases.forEach((value, i) => list.push([`outputBias[${i}]`, value]));
  return list;
}

function parametersByLayer(point) {
  const list = [];
  point.layers.forEach((layer, l) => layer.weights.forEach((row, i) => {
    // Of equal units only one is there, by its number, with how many they are.
    const to = shown(point, l === 0, i);
    row.forEach((value, j) => {
      const from = shown(point, l === 1, j);
      list.push([`link[${l + 1}][${to.unit}][${from.unit}]${to.times || from.times}`, value]);
    });
    list.push([`bias[${l + 1}][${to.unit}]${to.times}`, layer.biases[i]]);
  }));
  return list;
}

function shown(point, isHidden, n) {
  const kinds = isHidden ? point.kinds : null;
  return {
    unit: kinds ? kinds.units[n] : n,
    times: kinds && kinds.counts[n] > 1 ? ` × ${kinds.counts[n]}` : "",
  };
}

// How many units are alike, as "list" writes it.
function kindsInWords(point) {
  const {counts, zeros} = point.kinds;
  const alive = zeros > 0 ? counts.slice(0, -1) : counts;
  return (alive.join("+") || "0") + (zeros > 0 ? `; ${zeros} without weights` : "");
}
