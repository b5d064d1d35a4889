#!/usr/bin/env python3
"""Reads a database made by "explore", with nothing but Python's standard library.

Usage: python3 read_database.py FILE

Prints the potential, the classes of minima, the classes of transition states with what they
join, and the graph: for each minimum its neighbours and the lowest barrier to each.
"""

import json
import pathlib
import sqlite3
import struct
import sys


def doubles(blob):
    """Unpacks a blob of little-endian IEEE 754 doubles."""
    return struct.unpack(f"<{len(blob) // 8}d", blob)


def connect(path):
    """Opens the file for reading.

    Not with mode=ro: if a process was killed in the middle of a commit, the first reader has to
    restore the last commit from the journal beside the file, which SQLite does by itself.
    """
    database = sqlite3.connect(pathlib.Path(path).absolute().as_uri() + "?mode=rw", uri=True)
    database.execute("PRAGMA query_only = ON")
    database.row_factory = sqlite3.Row
    return database


def main(path):
    database = connect(path)
    potential = dict(database.execute("SELECT key, value FROM potential").fetchall())
    names = json.loads(potential["parameters"])
    print(
        f"{potential['kind']} network, {potential['hidden']} hidden units, "
        f"lambda {potential['lambda']}, {potential['dimension']} parameters"
    )

    print("\nminima")
    for row in database.execute("SELECT * FROM minima ORDER BY energy, id"):
        weights = dict(zip(names, doubles(row["coordinates"])))
        curvatures = doubles(row["eigenvalues"])
        print(
            f"  {row['id']:4}  energy {row['energy']:.13f}  orbit {int(row['orbit']):4}  "
            f"lowest eigenvalue {curvatures[0]:.3e}  output bias {weights['outputBias[1]']:.6f}"
        )

    print("\ntransition states")
    graph = {row["id"]: {} for row in database.execute("SELECT id FROM minima")}
    for row in database.execute("SELECT * FROM transition_states ORDER BY energy, id"):
        print(
            f"  {row['id']:4}  energy {row['energy']:.13f}  orbit {int(row['orbit']):4}  "
            f"joins {row['minus']} and {row['plus']}, "
            f"barriers {row['minus_barrier']:.6g} and {row['plus_barrier']:.6g}"
        )
        for start, end, barrier in (
            (row["minus"], row["plus"], row["minus_barrier"]),
            (row["plus"], row["minus"], row["plus_barrier"]),
        ):
            graph[start][end] = min(barrier, graph[start].get(end, barrier))

    print("\ngraph")
    for start in sorted(graph):
        ways = ", ".join(f"{end} over {barrier:.6g}" for end, barrier in sorted(graph[start].items()))
        print(f"  {start} -> {ways or 'nothing'}")
    database.close()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__.strip())
    if not pathlib.Path(sys.argv[1]).is_file():
        sys.exit(f"there is no file {sys.argv[1]}")
    main(sys.argv[1])
