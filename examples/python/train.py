#!/usr/bin/env python3
"""Trains the network of the paper on XOR with numpy, and saves weights for Tarn.

Usage: python3 train.py [SEED]

Two tanh units, softmax, lambda = 1e-4 times the sum of all squared weights. Writes trained.npz, the
weights at the end, and run.npz, those of every tenth step, under the names of a PyTorch model.
"""

import sys

import numpy as np

LAMBDA = 1e-4
RATE = 1.0
STEPS = 4000
EVERY = 10
X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=float)
CLASSES = np.array([0, 1, 1, 0])


def forward(weights):
    hidden = np.tanh(X @ weights["fc1.weight"].T + weights["fc1.bias"])
    outputs = hidden @ weights["fc2.weight"].T + weights["fc2.bias"]
    shifted = np.exp(outputs - outputs.max(axis=1, keepdims=True))
    return hidden, shifted / shifted.sum(axis=1, keepdims=True)


def loss(weights):
    _, p = forward(weights)
    return -np.log(p[np.arange(4), CLASSES]).mean()


def gradient(weights):
    hidden, p = forward(weights)
    outputs = (p - np.eye(2)[CLASSES]) / 4
    below = outputs @ weights["fc2.weight"] * (1 - hidden**2)
    ofloss = {
        "fc1.weight": below.T @ X,
        "fc1.bias": below.sum(axis=0),
        "fc2.weight": outputs.T @ hidden,
        "fc2.bias": outputs.sum(axis=0),
    }
    return {name: ofloss[name] + 2 * LAMBDA * weights[name] for name in weights}


random = np.random.default_rng(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
weights = {
    "fc1.weight": random.normal(size=(2, 2)),
    "fc1.bias": np.zeros(2),
    "fc2.weight": random.normal(size=(2, 2)),
    "fc2.bias": np.zeros(2),
}
run = {name: [] for name in weights}
for step in range(STEPS + 1):
    if step % EVERY == 0:
        for name in weights:
            run[name].append(weights[name])
    slope = gradient(weights)
    weights = {name: weights[name] - RATE * slope[name] for name in weights}

np.savez("trained.npz", **weights)
np.savez("run.npz", **{name: np.array(steps) for name, steps in run.items()})
print(f"loss {loss(weights):.6f}, saved as trained.npz and run.npz")
