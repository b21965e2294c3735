#!/usr/bin/env python3
"""Times our multi-wall map beside numpy's and a C program's on the same school wing in one run.

usage: radio.py --anchors FOLDER --data FOLDER --bench FILE --limit FILE [--repeats N]

ANCHORS is ../shared/anchors/radio, DATA ../shared/data/radio (which numpy's program looks for beside its
own folder, and so is shown one), BENCH the built radio-bench, LIMIT the compiled multiwall_limit.c.
Links are cells times sites, on one core; ours in CPU seconds, theirs in the seconds that they print. The
means (dB) must agree. The programs run in turns; each keeps its best.
"""
import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

CELLS = [0.5, 0.25]
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def output(command):
    return subprocess.run(command, capture_output=True, text=True, check=True,
                          env=dict(os.environ, **ONE_THREAD)).stdout


def found(pattern, text):
    match = re.search(pattern, text)
    if not match:
        sys.exit("cannot read “%s”" % text.strip())
    return float(match.group(1))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--anchors", required=True)
    options.add_argument("--data", required=True)
    options.add_argument("--bench", required=True)
    options.add_argument("--limit", required=True)
    options.add_argument("--repeats", type=int, default=3)
    given = options.parse_args()
    walls = os.path.join(given.anchors, "scene_wing.csv")
    folder = tempfile.TemporaryDirectory()
    os.makedirs(os.path.join(folder.name, "data"))
    os.symlink(os.path.abspath(given.data), os.path.join(folder.name, "data", "radio"))
    os.makedirs(os.path.join(folder.name, "radio"))
    numpy_map = shutil.copy(
        os.path.join(given.anchors, "multiwall_numpy_bench.py"), os.path.join(folder.name, "radio"))
    best = {}
    means = {}
    ours = []

    def keep(cell, name, rate, mean):
        best[cell, name] = max(rate, best.get((cell, name), 0))
        means[cell, name] = mean

    for _ in range(given.repeats):
        ours = [json.loads(line) for line in output([given.bench, walls, "9"]).splitlines()]
        for row in ours:
            if row["scene"] == "wing":
                keep(row["cell_m"], "ours", row["links_per_s"], row["mean_db"])
        for cell in CELLS:
            text = output([sys.executable, numpy_map, "--cell", str(cell), "--tile", "500"])
            keep(cell, "numpy", found(r" cell_tx_per_s=(\S+)", text),
                 found(r"checksum_mean_db=(\S+)", text))
            text = output([given.limit, walls, str(cell), "1", "1", "50"])
            brute, wedge = text.split("wedge")
            keep(cell, "C, every wall", found(r"cell_tx_per_s=(\S+)", brute),
                 found(r"mean=(\S+)", brute))
            keep(cell, "C, shadows", found(r"cell_tx_per_s=(\S+)", wedge), found(r"mean=(\S+)", wedge))

    print("%-6s %-14s %12s %9s %10s" % ("cell", "program", "links/s", "of numpy", "mean dB"))
    wrong = False
    for cell in CELLS:
        for name in ["ours", "numpy", "C, every wall", "C, shadows"]:
            print("%-6s %-14s %12.3g %9.1f %10.4f" % (
                cell, name, best[cell, name], best[cell, name] / best[cell, "numpy"],
                means[cell, name]))
        # The peers calculate in 32 bits and decide rays through corners by rounding.
        wrong |= abs(means[cell, "ours"] - means[cell, "numpy"]) > 0.01
    for row in ours:
        if row["scene"] != "wing":
            print(json.dumps(row, sort_keys=True))
    if wrong:
        sys.exit("the means differ")


if __name__ == "__main__":
    main()
