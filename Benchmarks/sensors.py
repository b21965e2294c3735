"""Ours beside spopt with CBC, plain CBC and HiGHS on the same instances, in turns, in one run.

usage: sensors.py --program twin-sim --data FOLDER [--repeats N] [--limit SECONDS]

Set covers of the OR-Library go to ours, CBC (through PuLP) and HiGHS as the same model; maximal covers of
points also to spopt. Printed are medians of seconds, the objective and whether it was proven.
"""

import argparse
import json
import pathlib
import statistics
import subprocess
import time

import highspy
import numpy
import pulp
import spopt.locate

SET_COVERS = ["scp41", "scp52", "scp65", "scpa1", "scpb2", "scpc1", "scpd1", "scpnrf1"]
MAXIMAL_COVERS = [("SJC324", "800", 3), ("SJC500", "800", 5), ("SJC818", "150", 80)]


def read_cover(path):
    words = iter(path.read_text().split())
    rows, columns = int(next(words)), int(next(words))
    costs = [float(next(words)) for _ in range(columns)]
    lists = [[int(next(words)) - 1 for _ in range(int(next(words)))] for _ in range(rows)]
    return costs, lists


def read_points(folder, name):
    numbers = (folder / f"{name}.txt").read_text().split()
    points = numpy.array(numbers[1:], dtype=float).reshape(-1, 2)
    demand = numpy.array((folder / f"demand-{name}.dat").read_text().split(), dtype=float)
    return points, demand[-len(points):]


def ours(program, *arguments):
    def run(limit):
        answer = json.loads(subprocess.run(
            [program, "solve", *map(str, arguments), "--format", "json"],
            check=True, capture_output=True, text=True).stdout)
        return answer["objective"], answer["proven"]
    return run


def cover_model(costs, lists):
    model = pulp.LpProblem("cover", pulp.LpMinimize)
    x = [pulp.LpVariable(f"x{j}", cat="Binary") for j in range(len(costs))]
    model += pulp.lpSum(c * v for c, v in zip(costs, x))
    for columns in lists:
        model += pulp.lpSum(x[j] for j in columns) >= 1
    return model


def with_cbc(model):
    def run(limit):
        model.solve(pulp.PULP_CBC_CMD(msg=False, timeLimit=limit, threads=1))
        proven = model.sol_status == pulp.LpSolutionOptimal
        return pulp.value(model.objective), proven
    return run


def with_highs(costs, lists):
    def run(limit):
        solver = highspy.Highs()
        solver.setOptionValue("output_flag", False)
        solver.setOptionValue("time_limit", float(limit))
        solver.setOptionValue("threads", 1)
        solver.setOptionValue("mip_rel_gap", 0.0)
        for cost in costs:
            solver.addCol(cost, 0.0, 1.0, 0, [], [])
        for j in range(len(costs)):
            solver.changeColIntegrality(j, highspy.HighsVarType.kInteger)
        for columns in lists:
            solver.addRow(1.0, highspy.kHighsInf, len(columns), columns, [1.0] * len(columns))
        solver.run()
        proven = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        return solver.getInfo().objective_function_value, proven
    return run


def with_spopt(points, demand, radius, budget):
    def run(limit):
        distance = numpy.hypot(*(points[:, None, :] - points[None, :, :]).transpose(2, 0, 1))
        problem = spopt.locate.MCLP.from_cost_matrix(
            distance, demand, float(radius), p_facilities=budget)
        solved = problem.solve(pulp.PULP_CBC_CMD(msg=False, timeLimit=limit, threads=1))
        return pulp.value(solved.problem.objective), solved.problem.sol_status == 1
    return run


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--program", required=True)
    options.add_argument("--data", type=pathlib.Path, required=True)
    options.add_argument("--repeats", type=int, default=3)
    options.add_argument("--limit", type=float, default=60)
    options = options.parse_args()
    cases = []
    for name in SET_COVERS:
        path = options.data / "scp" / f"{name}.txt"
        costs, lists = read_cover(path)
        cases.append((name, {
            "ours": ours(options.program, "set-cover", path),
            "cbc": with_cbc(cover_model(costs, lists)),
            "highs": with_highs(costs, lists)}))
    for name, radius, budget in MAXIMAL_COVERS:
        folder = options.data / "mclp"
        points, demand = read_points(folder, name)
        cases.append((f"{name} {radius} m p={budget}", {
            "ours": ours(
                options.program, "max-cover", folder / f"{name}.txt", "--demand",
                folder / f"demand-{name}.dat", "--radius", radius, "--budget", budget),
            "spopt+cbc": with_spopt(points, demand, radius, budget)}))
    print("instance\tsolver\tmedian_s\tobjective\tproven")
    for name, solvers in cases:
        seconds = {solver: [] for solver in solvers}
        answers = {}
        # In turns, so that a busy machine treats all alike.
        for _ in range(options.repeats):
            for solver, run in solvers.items():
                start = time.perf_counter()
                answers[solver] = run(options.limit)
                seconds[solver].append(time.perf_counter() - start)
        for solver in solvers:
            objective, proven = answers[solver]
            print(
                f"{name}\t{solver}\t{statistics.median(seconds[solver]):.2f}\t{objective:g}\t"
                f"{'yes' if proven else 'no'}", flush=True)


if __name__ == "__main__":
    main()
