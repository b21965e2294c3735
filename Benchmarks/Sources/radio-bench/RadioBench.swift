import Foundation
import RadioCoverage
import TwinModel

/// Measures the multi-wall map, and prints a JSON object a scene.
///
/// usage: radio-bench WALLS.csv REPEATS
///
/// WALLS.csv holds `x0,y0,x1,y1,z0,z1,loss_db` of a school wing of 60 m × 15 m with three sites in its
/// corridor, as the peers read it. Seconds are CPU seconds of one core, the best and the median of
/// the repeats; `wall_s` is time by the clock. Reading is not measured.
@main
enum RadioBench {
  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let repeats = Int(arguments[2]), repeats > 0 else {
      FileHandle.standardError.write(Data("usage: radio-bench WALLS.csv REPEATS\n".utf8))
      exit(64)
    }
    let wing = try SchoolWing(file: arguments[1])
    for cell in [0.5, 0.25, 0.1] { try measureWing(wing, cell: cell, repeats) }
    for (name, curves) in [("flat", wing.flat), ("by_angle", wing.byAngle)] {
      let campus = wing.campus(buildings: 10, storeys: 4, curves: curves)
      try measureCampus(name, campus, repeats)
      try measureEdit(name, campus[0], repeats)
      try await measureCampuses(name, campus, count: 200, threads: 2)
    }
  }

  private static func measureWing(_ wing: SchoolWing, cell: Double, _ repeats: Int) throws {
    let map = wing.map(cell: cell, storey: 0)
    let scene = wing.scene(storey: 0, offset: 0, curves: wing.flat)
    var maps: [[Float]] = []
    let time = measured(repeats) {
      maps = wing.sites.map { map.pathLoss(from: $0, through: [scene]) }
    }
    let values = maps.flatMap(\.self)
    let count = Double(values.count)
    try show([
      "scene": "wing", "cell_m": cell, "links": values.count, "best_s": time.best,
      "median_s": time.median, "links_per_s": count / time.best,
      "mean_db": values.reduce(0) { $0 + Double($1) } / count,
    ])
  }

  private static func measureCampus(
    _ name: String, _ campus: [SchoolWing.Building], _ repeats: Int
  ) throws {
    var links = 0
    let time = measured(repeats) {
      links = campus.reduce(0) { sum, building in
        sum + building.map().pathLoss.joined().reduce(0) { $0 + $1.count }
      }
    }
    try show([
      "scene": "campus", "losses": name, "links": links, "best_s": time.best,
      "median_s": time.median,
    ])
  }

  private static func measureEdit(
    _ name: String, _ building: SchoolWing.Building, _ repeats: Int
  ) throws {
    var map = building.map()
    var scene = building.storeys[1].scene
    scene.segments.removeLast()
    var count = 0
    let time = measured(repeats) {
      count = map.replaceWalls(of: 1, by: scene)
    }
    try show([
      "scene": "edit", "losses": name, "maps": count, "best_s": time.best,
      "median_s": time.median,
    ])
  }

  private static func measureCampuses(
    _ name: String, _ campus: [SchoolWing.Building], count: Int, threads: Int
  ) async throws {
    let (start, clock) = (now(), ContinuousClock.now)
    let links = await withTaskGroup(of: Int.self) { group in
      for thread in 0..<threads {
        group.addTask {
          var links = 0
          for _ in stride(from: thread, to: count, by: threads) {
            for building in campus {
              for maps in building.map().pathLoss {
                links += BestServer(pathLoss: maps, link: SchoolWing.link, load: 0.5).rsrp.count
              }
            }
          }
          return links
        }
      }
      return await group.reduce(0, +)
    }
    let wall = (ContinuousClock.now - clock) / .seconds(1)
    try show([
      "scene": "campuses", "losses": name, "campuses": count, "threads": threads, "cells": links,
      "cpu_s": now() - start, "wall_s": wall,
    ])
  }

  private static func measured(
    _ repeats: Int, _ body: () -> Void
  ) -> (best: Double, median: Double) {
    let seconds = (0..<repeats).map { _ in
      let start = now()
      body()
      return now() - start
    }.sorted()
    return (seconds[0], seconds[repeats / 2])
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  private static func show(_ row: [String: Any]) throws {
    let line = try JSONSerialization.data(withJSONObject: row, options: [.sortedKeys])
    print(String(decoding: line, as: UTF8.self))
  }
}
