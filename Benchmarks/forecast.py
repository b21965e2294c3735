#!/usr/bin/env python3
"""Times our forecasts and assignments beside the reference programs in one run; prints medians and ratios.

usage: forecast.py --anchors FOLDER [--repeats N] [--out FOLDER]

Three things: the backtest of Maryland's schools beside ANCHORS/backtest.py; 1,000 sample paths of 15 years
for a generated district of 600 schools and for Maryland; the assignment of 5,000 blocks to 600 schools in
three stages beside LEMON's network simplex alone. CPU seconds are user and system time.
"""
import argparse
import csv
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import time

GRADES = ["K"] + [str(grade) for grade in range(1, 13)]
STAGES = ["--stage", "primary=K,1-5", "--stage", "junior=6-8", "--stage", "senior=9-12"]


def timed(command, repeats, environment=None):
    """Median CPU and wall seconds of a command."""
    rows = []
    for _ in range(repeats):
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True,
                       env=dict(os.environ, **(environment or {})))
        wall, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
        rows.append((after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall))
    return tuple(statistics.median(column) for column in zip(*rows))


def lines(command):
    return [json.loads(line) for line in subprocess.run(command, capture_output=True, text=True, check=True)
            .stdout.splitlines()]


def town(folder, schools=600, years=range(2012, 2025), seed=1):
    """Writes enrolment and births of a district whose schools are of one stage each (58, 27 and 15 %)."""
    draw = random.Random(seed)
    kinds = [(range(0, 6), 100)] * int(schools * 0.58) + [(range(6, 9), 160)] * int(schools * 0.27)
    kinds += [(range(9, 13), 220)] * (schools - len(kinds))
    with open(f"{folder}/town.csv", "w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["year", "district", "school"] + GRADES)
        for number, (grades, size) in enumerate(kinds):
            size *= draw.uniform(0.5, 1.6)
            for year in years:
                size *= draw.gauss(1.005, 0.03)
                pupils = [max(1, round(draw.gauss(size, size ** 0.5))) if grade in grades else ""
                          for grade in range(len(GRADES))]
                rows.writerow([year, f"D{number % 10}", f"S{number:04}"] + pupils)
    with open(f"{folder}/town_births.csv", "w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["area", "year", "births"])
        for area in range(10):
            for year in range(years[0] - 8, years[-1] + 1):
                rows.writerow([f"D{area}", year, draw.randint(3300, 3700)])
    return ["--enrolment", f"{folder}/town.csv", "--births", f"{folder}/town_births.csv",
            "--grades", "K,1-12"] + STAGES


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--anchors", required=True)
    options.add_argument("--repeats", type=int, default=3)
    options.add_argument("--out", default="out/bench")
    options.add_argument("--program", default=".build/release/twin-sim")
    options.add_argument("--assign", default=".build-bench/release/assign-bench")
    given = options.parse_args()
    data = os.path.join(given.anchors, "../../data/forecast")
    maryland = ["--enrolment", f"{data}/maryland_school_grade.csv", "--births", f"{data}/maryland_births.csv",
                "--column", "district=lea", "--column", "name=school_name", "--grades", "K,1-12",
                "--entry-lag", "6"] + STAGES

    ours = timed([given.program, "forecast", "backtest", *maryland, "--exclude-district", "32",
                  "--horizons", "1,3,5", "--format", "csv"], given.repeats)
    theirs = timed([sys.executable, f"{given.anchors}/backtest.py", "dev", given.out], 1,
                   {"NOGOLD": "1"})
    print("\nbacktest of Maryland            CPU s   wall s")
    print("  ours                         %6.2f   %6.2f" % ours)
    print("  backtest.py                  %6.2f   %6.2f" % theirs)
    print("  times faster                 %6.1f   %6.1f" % (theirs[0] / ours[0], theirs[1] / ours[1]))

    print("\n1,000 paths, 15 years           CPU s   wall s")
    for name, inputs in (("generated, 600 schools", town(given.out)), ("Maryland, 1,390 schools", maryland)):
        found = timed([given.program, "forecast", "paths", *inputs, "--horizon", "15", "--paths", "1000"],
                      given.repeats)
        print("  %-28s %6.2f   %6.2f" % ((name,) + found))

    generator = os.path.abspath(f"{given.anchors}/alloc/gen_instance.py")
    subprocess.run([sys.executable, generator, "5000", "600", "0"], cwd=given.out, check=True,
                   stdout=subprocess.DEVNULL)
    files = [f"{given.anchors}/alloc/inst_{name}_k30.txt"
             for name in ("primary_5000x348", "junior_5000x162", "senior_5000x90")]
    files += [f"{given.out}/inst_{name}.txt"
              for name in ("primary_5000x348_k348", "junior_5000x162_k162", "senior_5000x90_k90")]
    print("\nassignment, CPU s                         direct   priced    LEMON   ratio")
    for number in (0, 3):
        part = files[number:number + 3]
        own = lines([given.assign, str(given.repeats), *part])
        lemon = lines([f"{given.out}/lemon_assignment", str(given.repeats), *part])
        sums = [0.0, 0.0, 0.0]
        for path, row, anchor in zip(part, own, lemon):
            if not row["cost"] == row["priced_cost"] == anchor["cost"]:
                sys.exit(f"bench: {path} costs {row['cost']}, {row['priced_cost']} and {anchor['cost']}")
            values = (row["direct_cpu_s"], row["priced_cpu_s"], anchor["cpu_s"])
            sums = [total + value for total, value in zip(sums, values)]
            print("  %-36s %8.3f %8.3f %8.3f" % ((os.path.basename(path),) + values))
        print("  %-36s %8.3f %8.3f %8.3f %7.2f" % ("three stages", *sums, sums[1] / sums[2]))


if __name__ == "__main__":
    main()
