import TwinModel

/// Levers and spots that depend on one another and on no others.
struct InterventionPart {
  var levers: [Int]
  /// Every year and stage in which seats can run short, by year, then stage.
  var layers: [InterventionLayer]
  /// Levers of which one at most is taken.
  var groups: [[Int]]

  /// The parts of a problem, by their first lever or spot.
  static func parts(of problem: InterventionProblem) -> [InterventionPart] {
    // Spots come first, levers after them.
    var parent = Array(0..<(problem.spots.count + problem.levers.count))
    func root(_ node: Int) -> Int {
      var node = node
      while parent[node] != node {
        parent[node] = parent[parent[node]]
        node = parent[node]
      }
      return node
    }
    func join(_ first: Int, _ second: Int) {
      let (first, second) = (root(first), root(second))
      parent[max(first, second)] = min(first, second)
    }
    let loses = Set(problem.levers.flatMap { $0.effects.filter { $0.seats < 0 }.map(\.spot) })
    for way in problem.ways {
      let sends =
        loses.contains(way.from)
        || problem.spots[way.from].cells.contains { $0.map { $0.wanted > $0.seats } ?? false }
      if sends { join(way.from, way.to) }
    }
    for (index, lever) in problem.levers.enumerated() {
      for spot in lever.spots { join(problem.spots.count + index, spot) }
    }
    for group in problem.groups {
      for lever in group.dropFirst() {
        join(problem.spots.count + group[0], problem.spots.count + lever)
      }
    }
    var levers: [Int: [Int]] = [:]
    var spots: [Int: [Int]] = [:]
    for lever in problem.levers.indices {
      levers[root(problem.spots.count + lever), default: []].append(lever)
    }
    for spot in problem.spots.indices { spots[root(spot), default: []].append(spot) }
    var ways: [Int: [InterventionProblem.Way]] = [:]
    for way in problem.ways where root(way.from) == root(way.to) {
      ways[root(way.from), default: []].append(way)
    }
    return spots.keys.sorted().map { key in
      part(
        of: problem, levers: levers[key] ?? [], spots: spots[key] ?? [], ways: ways[key] ?? [])
    }
  }

  private static func part(
    of problem: InterventionProblem, levers: [Int], spots: [Int], ways: [InterventionProblem.Way]
  ) -> InterventionPart {
    let own = Set(levers)
    var layers: [InterventionLayer] = []
    for year in problem.years.indices {
      for stage in Set(spots.map { problem.spots[$0].stage }).sorted() {
        let taught = spots.filter { problem.spots[$0].stage == stage }
        let layer = InterventionLayer(
          problem, stage: stage, year: year, levers: levers, spots: taught,
          ways: ways.filter { problem.spots[$0.from].stage == stage })
        if !layer.isQuiet { layers.append(layer) }
      }
    }
    return InterventionPart(
      levers: levers, layers: layers,
      groups: problem.groups.filter { $0.first.map(own.contains) ?? false })
  }
}
