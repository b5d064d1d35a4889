// Which points the table shows: by kind, and by what the reader looks for, word by word.

const which = document.getElementById("which");
const find = document.getElementById("find");
const CONDITION = /^([a-z]+)(<=|>=|=|<|>)([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)$/i;
const COMPARISONS = {
  "<": (u, v) => u < v,
  ">": (u, v) => u > v,
  "<=": (u, v) => u <= v,
  ">=": (u, v) => u >= v,
  // As the table shows them.
  "=": (u, v) => u.toPrecision(6) === v.toPrecision(6),
};

function choices() {
  const indices = [...new Set(data.points.map((point) => point.index))].sort(d3.ascending);
  const option = (value, text) => element("option", {value}, text);
  which.append(option("all", "all points"));
  for (const index of indices) {
    which.append(option(index, ["minima (index 0)", "transition states (index 1)"][index] ?? "saddles of index " + index));
  }
  if (data.degenerate.length > 0) which.append(option("degenerate", "degenerate points"));
}

function isOfKind(point) {
  if (which.value === "all") return true;
  if (which.value === "degenerate") return point.degenerate === true;
  return !point.degenerate && point.index === Number(which.value);
}

function endsOf({connection}) {
  return connection
    ? [connection.minus, connection.plus, ...connection.branches.map((way) => way.minimum)] : [];
}

// What a word asks of a point; undefined if it cannot be understood.
function condition(word) {
  if (/^d?\d+$/.test(word)) return (point) => String(point.id) === word;
  const parts = CONDITION.exec(word);
  if (!parts) {
    const text = word.toLowerCase();
    return /[<>=]/.test(word) ? undefined
      : (point) => kindOf(point).includes(text) || point.found?.method.includes(text);
  }
  const [, name, sign, number] = parts;
  const wanted = Number(number);
  if (name.toLowerCase() === "joins") {
    return sign === "=" ? (point) => endsOf(point).includes(wanted) : undefined;
  }
  const column = columns.find((each) => each.number && each.name === name.toLowerCase());
  if (name.toLowerCase() === "index") return (point) => COMPARISONS[sign](point.index, wanted);
  return column && ((point) => {
    const value = column.value(point);
    return value !== undefined && COMPARISONS[sign](Number(value), wanted);
  });
}

// The points to be shown, and the words that were not understood.
function found() {
  const words = find.value.trim().split(/\s+/).filter((word) => word !== "");
  const conditions = words.map(condition);
  const known = conditions.filter((each) => each);
  return {
    points: allPoints.filter((point) => isOfKind(point) && known.every((holds) => holds(point))),
    unknown: words.filter((_, k) => !conditions[k]),
  };
}

function namesToFilterBy() {
  return [...columns.filter(({number}) => number).map(({name}) => name), "index"].join(", ");
}

which.addEventListener("change", () => {
  fill();
  remember();
});
find.addEventListener("input", () => {
  fill();
  remember();
});
