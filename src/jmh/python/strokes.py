"""Draws the images that docs/benchmarks.md measures 784-10-10 with, in MNIST's format.

Each of ten classes is a figure of three to five straight strokes between random points; an image is its figure,
shifted, turned, sheared and with every point moved a little, drawn with a round pen whose edge is soft.

    python3 strokes.py FOLDER [EXAMPLES]

writes FOLDER/images.idx and FOLDER/labels.idx. The same numbers come out everywhere.
"""

import struct
import sys
from pathlib import Path

import numpy as np

SIDE = 28
CLASSES = 10
PEN = 2.2


def figures(random):
    """For each class its strokes: ends in units of the image's side, about its middle."""
    return [random.uniform(-0.34, 0.34, (random.integers(3, 6), 2, 2)) for _ in range(CLASSES)]


def draw(strokes):
    """An image from 0 to 255 of strokes whose ends are pixels."""
    y, x = np.mgrid[0:SIDE, 0:SIDE].astype(float)
    distance = np.full((SIDE, SIDE), np.inf)
    for (ax, ay), (bx, by) in strokes:
        square = max((bx - ax) ** 2 + (by - ay) ** 2, 1e-9)
        along = np.clip(((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / square, 0.0, 1.0)
        distance = np.minimum(distance, np.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay)))
    return np.round(255.0 * np.clip(PEN + 0.5 - distance, 0.0, 1.0)).astype(np.uint8)


def images(examples, seed=7):
    random = np.random.default_rng(seed)
    shapes = figures(random)
    labels = np.arange(examples) % CLASSES
    drawn = np.empty((examples, SIDE, SIDE), np.uint8)
    for d, label in enumerate(labels):
        angle, shear = random.normal(0.0, 0.15, 2)
        size = random.uniform(0.85, 1.15, 2)
        turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        turn = turn @ np.array([[size[0], shear], [0.0, size[1]]])
        moved = shapes[label] + random.normal(0.0, 0.025, shapes[label].shape)
        drawn[d] = draw((moved @ turn.T) * SIDE + SIDE / 2 - 0.5 + random.normal(0.0, 1.2, 2))
    return drawn, labels.astype(np.uint8)


def main():
    folder = Path(sys.argv[1])
    examples = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    drawn, labels = images(examples)
    (folder / "images.idx").write_bytes(struct.pack(">4i", 0x803, examples, SIDE, SIDE) + drawn.tobytes())
    (folder / "labels.idx").write_bytes(struct.pack(">2i", 0x801, examples) + labels.tobytes())
    print(f"{examples} images, {100.0 * np.mean(drawn > 0):.0f} % of the pixels not zero")


if __name__ == "__main__":
    main()
