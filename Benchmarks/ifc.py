#!/usr/bin/env python3
"""Times our reader and the peers' on the same IFC files, in turns, and prints medians and ratios.

usage: ifc.py --anchors FOLDER [--repeats N] [--limit SECONDS] FILE.ifc ...

For each file, `repeats` times in turn: our stages (index, decode, geometry on one thread and on two) and
the peers' tasks of ANCHORS/bench.py. CPU seconds, since other work on the machine lengthens wall time;
wall seconds for two threads. Peak memory is the whole process. A peer that fails on a file has no number.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile

STAGES = ["index", "decode", "geometry", "geometry2"]
PEERS = ["ifclite_geom_t1", "openbim_parse", "ios_open"]


def ours(stage, path):
    run = subprocess.run([".build-bench/release/twin-bench", stage, "1", path], capture_output=True, text=True)
    return json.loads(run.stdout) if run.returncode == 0 else None


def peer(anchors, task, path, limit):
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as out:
        environment = dict(os.environ, LIMIT=str(limit))
        subprocess.run([sys.executable, os.path.join(anchors, "bench.py"), out.name, "1", task, path],
                       env=environment, capture_output=True)
        lines = open(out.name).read().split("\n")
    row = json.loads(lines[0]) if lines[0] else {}
    if row.get("error") or "cpu_med" not in row:
        return None
    return {"cpu_s": row["cpu_med"], "wall_s": row["wall_med"], "peak_mb": row["rss_mb"], "products": row.get("n")}


def median(rows, key):
    values = [row[key] for row in rows if row]
    return statistics.median(values) if values else None


def shown(value, form="%.3f"):
    return "–" if value is None else form % value


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--anchors", required=True)
    options.add_argument("--repeats", type=int, default=3)
    options.add_argument("--limit", type=int, default=120)
    options.add_argument("--peers", default=",".join(PEERS))
    options.add_argument("files", nargs="+")
    given = options.parse_args()
    peers = given.peers.split(",")
    print("%-44s %8s %9s %9s %8s %8s %8s %8s %7s" % (
        "file", "MB", "index", "decode", "geom", "geom 2t", "lite", "ratio", "peak"))
    print("%-44s %8s %9s %9s %8s %8s %8s %8s %7s" % ("", "", "MB/s", "MB/s", "CPU s", "wall s", "CPU s", "", "MB"))
    ratios, slower, parse = [], [], {}
    for path in given.files:
        mine = {stage: [] for stage in STAGES}
        theirs = {task: [] for task in peers}
        for _ in range(given.repeats):
            for stage in STAGES:
                mine[stage].append(ours(stage, path))
            for task in peers:
                theirs[task].append(peer(given.anchors, task, path, given.limit))
        megabytes = os.path.getsize(path) / 1e6
        index, decode = median(mine["index"], "cpu_s"), median(mine["decode"], "cpu_s")
        geometry = median(mine["geometry"], "cpu_s")
        lite = median(theirs.get("ifclite_geom_t1", []), "cpu_s")
        products = [row["products"] for row in theirs.get("ifclite_geom_t1", []) if row]
        ratio = geometry / lite if geometry and lite else None
        # A peer that meshes nothing of a file is not faster at it.
        if ratio is not None and products and products[0]:
            ratios.append(ratio)
            if ratio > 1:
                slower.append("%s (%.2f)" % (os.path.basename(path), ratio))
        for task in peers:
            seconds = median(theirs[task], "cpu_s")
            if seconds and megabytes > 1 and not task.startswith("ifclite"):
                parse.setdefault(task, []).append(megabytes / seconds)
        if decode and megabytes > 1:
            parse.setdefault("ours, all attributes decoded", []).append(megabytes / decode)
        if index and megabytes > 1:
            parse.setdefault("ours, index", []).append(megabytes / index)
        print("%-44s %8.2f %9s %9s %8s %8s %8s %8s %7s" % (
            os.path.basename(path), megabytes, shown(index and megabytes / index, "%.0f"),
            shown(decode and megabytes / decode, "%.0f"), shown(geometry), shown(median(mine["geometry2"], "wall_s")),
            shown(lite), shown(ratio, "%.2f"), shown(median(mine["geometry"], "peak_mb"), "%.0f")), flush=True)
    if ratios:
        print("\ngeometry, ours / ifclite-geom, one thread, CPU: median %.3f over %d models; slower on %s" % (
            statistics.median(ratios), len(ratios), ", ".join(slower) or "none"))
    for task, values in sorted(parse.items()):
        print("parse of files over 1 MB, %s: median %.0f MB/s" % (task, statistics.median(values)))


main()
