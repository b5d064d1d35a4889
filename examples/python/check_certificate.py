#!/usr/bin/env python3
"""Checks a certificate that "certify --out" wrote, without Tarn.

    python3 check_certificate.py CERTIFICATE

For a network with one hidden layer the equations are

    E = 1/D sum_d loss(B + sum_i n_i v_i f(b_i + w_i.x_d)) + sum_i n_i penalty(u_i) + penalty(B)

in one unit u_i = (w_i, b_i, v_i) of each kind and the output biases B; of softmax outputs the last is
minus the sum of the others. Everything is enclosed in intervals of decimal numbers with DIGITS digits,
rounded outwards; the decimal module rounds exp and ln correctly. For each point the program verifies
that Krawczyk's operator maps the box into itself (one point is in it), that |1 - Y H| < 1 over the
box of uniqueness (no other is), the index by the signs of an interval elimination, the copies, the
energy, that no two points are one, and the Morse sum. It prints what fails and returns 1.
"""
import itertools
import json
import math
import sys
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

DIGITS = 50
DOWN = Context(prec=DIGITS, rounding=ROUND_FLOOR)
UP = Context(prec=DIGITS, rounding=ROUND_CEILING)
ZERO = Decimal(0)


class Interval:
    """The numbers from lo to hi."""

    def __init__(self, lo, hi=None):
        self.lo = Decimal(lo)
        self.hi = self.lo if hi is None else Decimal(hi)

    def __add__(self, o):
        return Interval(DOWN.add(self.lo, o.lo), UP.add(self.hi, o.hi))

    def __neg__(self):
        return Interval(self.hi.copy_negate(), self.lo.copy_negate())

    def __sub__(self, o):
        return self + -o

    def __mul__(self, o):
        pairs = [(a, b) for a in (self.lo, self.hi) for b in (o.lo, o.hi)]
        return Interval(min(DOWN.multiply(a, b) for a, b in pairs),
                        max(UP.multiply(a, b) for a, b in pairs))

    def __truediv__(self, o):
        if o.lo <= 0 <= o.hi:
            raise ArithmeticError("division by an interval with zero")
        pairs = [(a, b) for a in (self.lo, self.hi) for b in (o.lo, o.hi)]
        return Interval(min(DOWN.divide(a, b) for a, b in pairs),
                        max(UP.divide(a, b) for a, b in pairs))

    def square(self):
        a, b = sorted((self.lo.copy_abs(), self.hi.copy_abs()))
        least = ZERO if self.lo <= 0 <= self.hi else a
        return Interval(DOWN.multiply(least, least), UP.multiply(b, b))

    def exp(self):
        return Interval(DOWN.next_minus(DOWN.exp(self.lo)), UP.next_plus(UP.exp(self.hi)))

    def log(self):
        return Interval(DOWN.next_minus(DOWN.ln(self.lo)), UP.next_plus(UP.ln(self.hi)))

    def mag(self):
        return max(self.lo.copy_abs(), self.hi.copy_abs())

    def low_mag(self):
        return ZERO if self.lo <= 0 <= self.hi else min(self.lo.copy_abs(), self.hi.copy_abs())

    def apart(self, o):
        return self.hi < o.lo or o.hi < self.lo


def num(text):
    """A hexadecimal double, exactly."""
    return Interval(Decimal(float.fromhex(text)))


def const(value):
    return Interval(Decimal(value))


ONE, NOTHING = const(1), const(0)


def logistic(x):
    """The logistic function, increasing, so its ends decide; with slope and curvature."""
    def at(v):
        return ONE / (ONE + (-Interval(v)).exp())
    ends = [(at(v), at(v.copy_negate())) for v in (x.lo, x.hi)]
    p, q = (Interval(ends[i][i].lo, ends[1 - i][i].hi) for i in (0, 1))
    # The slope is even and falls from 1/4 at zero.
    slopes = [a * b for a, b in ends]
    top = Decimal("0.25") if x.lo <= 0 <= x.hi else max(s.hi for s in slopes)
    slope = Interval(min(s.lo for s in slopes), top)
    return p, slope, slope * (q - p)


def softplus(x):
    """ln(1 + e^x), as x + ln(1 + e^-x) where that is the smaller exponential."""
    def at(v):
        i = Interval(v)
        return i + (ONE + (-i).exp()).log() if v > 0 else (ONE + i.exp()).log()
    p, slope, _ = logistic(x)
    return Interval(at(x.lo).lo, at(x.hi).hi), p, slope


def tanh(x):
    """tanh x = 2 logistic(2x) - 1."""
    p, s, c = logistic(x * const(2))
    return p * const(2) - ONE, s * const(4), c * const(8)


def elu(x):
    """x above zero, e^x - 1 below; where the curvature jumps, all of the jump is enclosed."""
    above = Interval(max(x.lo, ZERO), max(x.hi, ZERO))
    slope = Interval(min(x.lo, ZERO), min(x.hi, ZERO)).exp()
    jump = ONE if x.hi < 0 else NOTHING if x.lo > 0 else Interval(0, 1)
    return above + slope - ONE, slope, slope * jump


ACTIVATIONS = {"tanh": tanh, "logistic": logistic, "softplus": softplus, "elu": elu}


class Network:
    """The network of a certificate, with its derivatives over boxes."""

    def __init__(self, spec):
        self.hidden, self.inputs = spec["hidden"], spec["inputs"]
        if spec["activation"] not in ACTIVATIONS:
            raise SystemExit("this program knows " + ", ".join(ACTIVATIONS) + " units, not "
                             + spec["activation"])
        self.f, self.odd = ACTIVATIONS[spec["activation"]], spec["activation"] == "tanh"
        self.kind, self.outputs = spec["output"], spec["outputs"]
        self.centred = self.kind == "softmax"
        self.free = self.outputs - self.centred
        self.unit = self.inputs + 1 + self.free
        self.links = [num(c) for c in spec["linkPenalties"]]
        self.biases = [num(c) for c in spec["biasPenalties"]]
        self.data = [([num(x) for x in e["inputs"]] + [ONE],
                      e["label"] if "label" in e else [num(t) for t in e["targets"]])
                     for e in spec["examples"]]

    def all_outputs(self, v):
        last = NOTHING
        for x in v:
            last = last - x
        return list(v) + [last] if self.centred else list(v)

    def metric(self, k, l):
        """Half the second derivatives of |u|^2 by two components of a unit."""
        both_out = k > self.inputs and l > self.inputs
        return const((k == l) + (self.centred and both_out))

    def penalty(self, k):
        return self.links[0] if k < self.inputs else \
            self.biases[0] if k == self.inputs else self.links[1]

    def loss(self, y, right):
        """The loss of free outputs y, with slopes and second derivatives."""
        n = self.free
        if self.kind == "linear":
            value = NOTHING
            for r in range(n):
                value = value + (y[r] - right[r]).square()
            return (value, [(y[r] - right[r]) * const(2) for r in range(n)],
                    [[const(2 * (r == s)) for s in range(n)] for r in range(n)])
        if self.kind == "logistic" or self.outputs == 2:
            # ln(1 + e^(factor y)): of two softmax outputs the other one is -y.
            factor = const((-1 if right == 1 else 1) if self.kind == "logistic" else
                           (2 if right == 1 else -2))
            value, slope, curve = softplus(y[0] * factor)
            return value, [slope * factor], [[curve * factor * factor]]
        z = self.all_outputs(y)
        total, p = NOTHING, []
        for c in range(self.outputs):
            shares = NOTHING
            for k in range(self.outputs):
                shares = shares + (ONE if k == c else (z[k] - z[c]).exp())
            p.append(ONE / shares)
            total = total if c == right else total + (z[c] - z[right]).exp()
        others = NOTHING
        for c in range(self.outputs):
            others = others if c == right else others + p[c]
        d = [-others if c == right else p[c] for c in range(self.outputs)]
        second = [[(p[r] if r == s else NOTHING) + p[n] - (p[r] - p[n]) * (p[s] - p[n])
                   for s in range(n)] for r in range(n)]
        return (ONE + total).log(), [d[r] - d[n] for r in range(n)], second

    def derivatives(self, x, counts):
        """Energy, gradient, Hessian, the block of one unit of each kind, that of a zero unit."""
        unit, free, ins, m = self.unit, self.free, self.inputs, len(counts)
        size = m * unit + free
        energy, gradient = NOTHING, [NOTHING] * size
        hessian = [[NOTHING] * size for _ in range(size)]
        penalties = [[self.metric(k, l) * const(2) * self.penalty(k) for l in range(unit)]
                     for k in range(unit)]
        blocks = [[list(row) for row in penalties] for _ in range(m + 1)]
        share = ONE / const(len(self.data))
        for inputs, right in self.data:
            values = []
            for i in range(m):
                total = NOTHING
                for k in range(ins + 1):
                    total = total + x[i * unit + k] * inputs[k]
                values.append(self.f(total))
            y = [x[m * unit + r] for r in range(free)]
            for i, n in enumerate(counts):
                for r in range(free):
                    y[r] = y[r] + x[i * unit + ins + 1 + r] * values[i][0] * const(n)
            value, slopes, curves = self.loss(y, right)
            energy = energy + value * share
            slopes = [s * share for s in slopes]
            dy = [[NOTHING] * size for _ in range(free)]
            for i in range(m + 1):
                f0, f1, f2 = values[i] if i < m else self.f(NOTHING)
                pull = NOTHING
                for r in range(free):
                    out = x[i * unit + ins + 1 + r] if i < m else NOTHING
                    pull = pull + slopes[r] * out
                    for k in range(ins + 1):
                        cross = slopes[r] * f1 * inputs[k]
                        blocks[i][k][ins + 1 + r] = blocks[i][k][ins + 1 + r] + cross
                        blocks[i][ins + 1 + r][k] = blocks[i][ins + 1 + r][k] + cross
                        if i < m:
                            dy[r][i * unit + k] = out * f1 * inputs[k] * const(counts[i])
                    if i < m:
                        dy[r][i * unit + ins + 1 + r] = f0 * const(counts[i])
                for k in range(ins + 1):
                    for l in range(ins + 1):
                        blocks[i][k][l] = blocks[i][k][l] + pull * f2 * inputs[k] * inputs[l]
            for r in range(free):
                dy[r][m * unit + r] = ONE
                for i in range(size):
                    gradient[i] = gradient[i] + slopes[r] * dy[r][i]
                    for s in range(free):
                        row = dy[r][i] * curves[r][s] * share
                        for j in range(size):
                            hessian[i][j] = hessian[i][j] + row * dy[s][j]
        for i in range(m + 1):
            # The last is that of the output biases.
            n = const(counts[i] if i < m else 1)
            for k in range(unit) if i < m else range(ins + 1, unit):
                at = i * unit + k - (0 if i < m else ins + 1)
                coefficient = self.penalty(k) if i < m else self.biases[1]
                for l in range(unit) if i < m else range(ins + 1, unit):
                    other = i * unit + l - (0 if i < m else ins + 1)
                    half = self.metric(k, l) * coefficient * n
                    gradient[at] = gradient[at] + half * const(2) * x[other]
                    energy = energy + half * (x[at].square() if at == other else x[at] * x[other])
                    entry = blocks[i][k][l] * n if i < m else half * const(2)
                    hessian[at][other] = hessian[at][other] + entry
        return energy, gradient, hessian, blocks

    def symmetries(self):
        """Permutations with signs of inputs and outputs that map the examples to themselves."""
        def key(inputs, right):
            # Doubles, so that this is exact; adding zero takes the sign from a zero.
            return ([float(i.lo) + 0.0 for i in inputs],
                    right if isinstance(right, int) else [float(t.lo) + 0.0 for t in right])
        examples = sorted(map(repr, (key(x[:-1], r) for x, r in self.data)))
        signs = [1, -1]
        out_signs = [1] if self.centred else signs
        for p in itertools.permutations(range(self.inputs)):
            for s in itertools.product(signs, repeat=self.inputs):
                for q in itertools.permutations(range(self.outputs)):
                    for t in itertools.product(out_signs, repeat=self.outputs):
                        image = []
                        for x, r in self.data:
                            moved = [x[p[k]] * const(s[k]) for k in range(self.inputs)]
                            if self.centred:
                                right = q.index(r)
                            elif self.kind == "logistic":
                                right = r if t[0] == 1 else 1 - r
                            else:
                                right = [r[q[c]] * const(t[c]) for c in range(self.outputs)]
                            image.append(key(moved, right))
                        if sorted(map(repr, image)) == examples:
                            yield p, s, q, t


def inverse(h):
    """An approximate inverse in floating point, by elimination with pivots."""
    n = len(h)
    a = [[float((e.lo + e.hi) / 2) for e in row] + [float(i == j) for j in range(n)]
         for i, row in enumerate(h)]
    for c in range(n):
        pivot = max(range(c, n), key=lambda r: abs(a[r][c]))
        a[c], a[pivot] = a[pivot], a[c]
        a[c] = [v / a[c][c] for v in a[c]]
        for r in range(n):
            if r != c and a[r][c] != 0.0:
                a[r] = [v - a[r][c] * w for v, w in zip(a[r], a[c])]
    return [[Interval(Decimal(v)) for v in row[n:]] for row in a]


def defect(y, h):
    """|1 - Y H|, an upper bound of each entry."""
    n = len(h)
    rows = []
    for i in range(n):
        row = []
        for j in range(n):
            total = const(i == j)
            for k in range(n):
                total = total - y[i][k] * h[k][j]
            row.append(total.mag())
        rows.append(row)
    return rows


def negative(h):
    """How many pivots of a symmetric elimination are negative: the index, by Sylvester's law."""
    a, count = [list(row) for row in h], 0
    while a:
        best = max(range(len(a)), key=lambda i: a[i][i].low_mag())
        if a[best][best].low_mag() == 0:
            raise ArithmeticError("a pivot may be zero")
        a[0], a[best] = a[best], a[0]
        for row in a:
            row[0], row[best] = row[best], row[0]
        count += a[0][0].hi < 0
        a = [[a[i][j] - a[i][0] * a[0][j] / a[0][0] for j in range(1, len(a))]
             for i in range(1, len(a))]
    return count


class Failed(Exception):
    """Something that the certificate claims and that was not verified."""


def need(condition, what):
    if not condition:
        raise Failed(what)


class Point:
    """A point of a certificate, verified by its constructor."""

    def __init__(self, net, symmetries, spec):
        self.net, self.counts, self.zeros = net, spec["multiplicities"], spec["zeros"]
        self.index, self.orbit = spec["index"], spec["orbit"]
        need(all(isinstance(n, int) and n > 0 for n in self.counts) and self.zeros >= 0
             and sum(self.counts) + self.zeros == net.hidden, "the numbers of units")
        need(self.zeros == 0 or net.f(NOTHING)[0].mag() < Decimal("1e-40"), "zero units")
        centre = [Interval(DOWN.add(num(h).lo, num(l).lo)) for h, l in zip(spec["hi"], spec["lo"])]
        radius = [num(r).lo for r in spec["radius"]]
        need(len(centre) == len(self.counts) * net.unit + net.free == len(radius), "the box")
        self.box = [c + Interval(r.copy_negate(), r) for c, r in zip(centre, radius)]
        reach = num(spec["uniqueness"]).lo
        self.ball = [c + Interval(reach.copy_negate(), reach) for c in centre]
        _, gradient, at_centre, _ = net.derivatives(centre, self.counts)
        y = inverse(at_centre)
        self.energy, _, hessian, blocks = net.derivatives(self.box, self.counts)
        m = defect(y, hessian)
        for i in range(len(centre)):
            total = NOTHING
            for j in range(len(centre)):
                total = total + y[i][j] * gradient[j]
            image = total.mag()
            for j in range(len(centre)):
                image = UP.add(image, UP.multiply(m[i][j], radius[j]))
            need(image < radius[i], "that a point is in the box")
        wide = defect(y, net.derivatives(self.ball, self.counts)[2])
        need(all(sum(row) < Decimal("0.999") for row in wide), "that it is the only one")
        index = negative(hessian) + self.zeros * negative(blocks[-1])
        index += sum((n - 1) * negative(b) for n, b in zip(self.counts, blocks) if n > 1)
        need(index == self.index, "the index")
        low, high = (num(e).lo for e in spec["energy"])
        need(low <= self.energy.lo and self.energy.hi <= high, "the energy")
        self.check_orbit(symmetries)

    def units(self, box):
        return [box[i * self.net.unit:(i + 1) * self.net.unit] for i in range(len(self.counts))]

    def apart(self, a, b):
        """Whether two units certainly differ, up to sign if that may change."""
        return any(x.apart(y) for x, y in zip(a, b)) and (
            not self.net.odd or any((-x).apart(y) for x, y in zip(a, b)))

    def check_orbit(self, symmetries):
        units, net = self.units(self.box), self.net
        for i, unit in enumerate(units):
            need(net.f(NOTHING)[0].mag() > 0.1 or self.apart(unit, [NOTHING] * net.unit), "a kind")
            need(all(self.apart(unit, other) for other in units[:i]), "that kinds differ")
        fixing = sum(self.is_fixed(symmetry) for symmetry in symmetries)
        orbit = math.factorial(net.hidden) // math.factorial(self.zeros) * len(symmetries) // fixing
        for n in self.counts:
            orbit //= math.factorial(n)
        need(orbit << (sum(self.counts) if net.odd else 0) == self.orbit, "the copies")

    def is_fixed(self, symmetry):
        p, s, q, t = symmetry
        ins, free = self.net.inputs, self.net.free

        def moved_outputs(v):
            z = self.net.all_outputs(v)
            return [z[q[c]] * const(t[c]) for c in range(free)]
        image = [[u[p[k]] * const(s[k]) for k in range(ins)] + [u[ins]] + moved_outputs(u[ins + 1:])
                 for u in self.units(self.box)]
        biases = moved_outputs(self.box[len(self.counts) * self.net.unit:])

        def inside(box, ball):
            return all(b.lo < x.lo and x.hi < b.hi for x, b in zip(box, ball))
        targets, signs = self.units(self.ball), ([1, -1] if self.net.odd else [1])
        partners = [next((j for j, b in enumerate(targets) if self.counts[j] == n and any(
            inside([x * const(e) for x in u], b) for e in signs)), None)
            for u, n in zip(image, self.counts)]
        if None not in partners and len(set(partners)) == len(partners) and inside(
                biases, self.ball[len(self.counts) * self.net.unit:]):
            return True
        own = self.units(self.box)
        need(any(all(self.apart(u, o) for o in own) for u in image)
             or any(a.apart(b) for a, b in zip(biases, self.box[len(own) * self.net.unit:])),
             "whether a symmetry leaves it in place")
        return False

    def magnitudes(self):
        """The magnitudes of all weights, ascending: lower and upper bounds."""
        weights = []
        for unit, n in zip(self.units(self.box), self.counts):
            ins = self.net.inputs
            weights += (unit[:ins + 1] + self.net.all_outputs(unit[ins + 1:])) * n
        weights += self.net.all_outputs(self.box[len(self.counts) * self.net.unit:])
        return sorted(w.low_mag() for w in weights), sorted(w.mag() for w in weights)

    def differs(self, other):
        if (self.index != other.index or self.energy.apart(other.energy)
                or sorted(self.counts) != sorted(other.counts)):
            return True
        (a, b), (c, d) = self.magnitudes(), other.magnitudes()
        return any(x > w or z > y for x, y, z, w in zip(a, b, c, d))


def main(path):
    with open(path, encoding="utf-8") as file:
        certificate = json.load(file)
    if certificate.get("format") != "tarn certificate 1":
        raise SystemExit(path + " is no certificate")
    net = Network(certificate["network"])
    symmetries, points, failed = list(net.symmetries()), [], 0
    for spec in certificate["points"]:
        try:
            point = Point(net, symmetries, spec)
            for other, number in points:
                need(point.differs(other), "that it is not point %s" % number)
                need(number != spec["id"], "that its number is its own")
            points.append((point, spec["id"]))
        except (Failed, ArithmeticError) as e:
            failed += 1
            print("point %s: not verified: %s" % (spec["id"], e))
    total = sum((-1) ** p.index * p.orbit for p, _ in points)
    if total != certificate["morseSum"]:
        failed += 1
        print("the Morse sum is %s, not %s" % (total, certificate["morseSum"]))
    print("%d of %d points verified, Morse sum %s"
          % (len(points), len(certificate["points"]), total))
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    sys.exit(main(sys.argv[1]))
