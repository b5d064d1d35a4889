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

// Every weight and bias by name, as "show" lists them; those of equal units once, times their number.
function parameters(point) {
  const list = [];
  const unit = (n) => point.kinds ? point.kinds.units[n] : n;
  const times = (n) => point.kinds && point.kinds.counts[n] > 1 ? ` × ${point.kinds.counts[n]}` : "";
  data.network.layers.forEach((kind, l) => {
    const {weights, biases} = point.layers[l];
    const first = l === 0;
    weights.forEach((row, i) => row.forEach((value, j) => list.push(first
      ? [`${kind.name}[${unit(i)}][${j}]${times(i)}`, value]
      : [`${kind.name}[${i}][${l === 1 ? unit(j) : j}]${l === 1 ? times(j) : ""}`, value])));
    biases.forEach((value, i) => list.push(
      [`${kind.name}Bias[${first ? unit(i) : i}]${first ? times(i) : ""}`, value]));
  });
  return list;
}

// How many units are alike, as "list" writes it.
function kindsInWords(point) {
  const {counts, zeros} = point.kinds;
  const alive = zeros > 0 ? counts.slice(0, -1) : counts;
  return (alive.join("+") || "0") + (zeros > 0 ? `; ${zeros} without weights` : "");
}
