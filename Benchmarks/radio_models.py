#!/usr/bin/env python3
"""Times the path loss and slab tables of `twin-sim radio`, from CSV to CSV, in CPU seconds.

usage: radio_models.py --data FOLDER [--program FILE] [--rows N] [--repeats N]

FOLDER is ../shared/data/radio. Its tables are repeated until they have N rows; the median of the runs
counts, and every answer of the last run is compared with the table's own. ns-3 3.37 evaluates its InH
model 2.1e6 times a second in memory, without any CSV (measured with ns3_speed.cc of the anchors, which
needs libns3-dev and is not built here), so the rates below are of another kind: reading, computing and
writing a row.
"""
import argparse
import csv
import io
import os
import resource
import statistics
import subprocess
import sys
import tempfile

TABLES = [
    ("path-loss", "ns3_37_38901_pathloss_grid.csv", "pathloss_db", 1e-5),
    ("path-loss", "p1411_covlib.csv", "loss_db", 1e-5),
    ("slab", "p2040_slab_reference.csv", "penetration_loss_unpol_db", 1e-3),
]


def repeated(path, rows):
    with open(path, encoding="utf-8") as file:
        head, *lines = file.read().splitlines()
    count = -(-rows // len(lines))
    return "\n".join([head] + lines * count) + "\n", len(lines) * count


def run(program, kind, path):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([program, "radio", kind, "--batch", path], capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        sys.exit("%s: %s" % (path, done.stderr.strip()))
    return done.stdout, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--data", required=True)
    options.add_argument("--program", default=".build/release/twin-sim")
    options.add_argument("--rows", type=int, default=200_000)
    options.add_argument("--repeats", type=int, default=3)
    given = options.parse_args()
    print("%-36s %9s %9s %12s %12s" % ("table", "rows", "CPU s", "rows/CPU s", "worst dB"))
    for kind, name, column, tolerance in TABLES:
        text, rows = repeated(os.path.join(given.data, name), given.rows)
        with tempfile.NamedTemporaryFile("w", suffix=".csv", encoding="utf-8") as table:
            table.write(text)
            table.flush()
            runs = [run(given.program, kind, table.name) for _ in range(given.repeats)]
        seconds = statistics.median(cpu for _, cpu in runs)
        answers = csv.DictReader(io.StringIO(runs[-1][0]))
        worst = max(abs(float(row["computed_db"]) - float(row[column])) for row in answers)
        print("%-36s %9d %9.2f %12.0f %12.1e" % (name, rows, seconds, rows / seconds, worst))
        if worst > tolerance:
            sys.exit("%s: differs by %g dB, more than %g" % (name, worst, tolerance))


if __name__ == "__main__":
    main()
