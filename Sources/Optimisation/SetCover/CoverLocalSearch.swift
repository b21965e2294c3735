import TwinModel

/// Local search for a cheap cover: columns leave and enter one at a time, and rows that stay unserved
/// gain weight until some column serves them.
///
/// - A column in the cover is worth the weight of the rows that would be short without it, one outside
///   the weight of the rows that are short now; both per cost.
/// - As soon as every row is served, the cover is kept and columns leave. A column enters only where
///   the cover stays cheaper than the best known one.
/// - A column that left returns only after something changed in one of its rows, and one that has just
///   entered does not leave at once.
///
/// Source: Gao, Weise, Li: An efficient local search heuristic with row weighting for the unicost set
/// covering problem, European Journal of Operational Research 246 (2015); here with costs and
/// multiplicities.
struct CoverLocalSearch {
  private let need: [Int32]
  private let costs: [Double]
  private let value: [Double]
  private let byRow: SparseLists
  private let byColumn: SparseLists
  /// The column of the core behind each of these.
  private let names: [Int]

  private var served: [Int32]
  private var weights: [Int]
  /// By column: the weight it would add (outside) or take away (inside, negative).
  private var scores: [Int]
  private var moment = 0
  private var columnMoments: [Int]
  private var rowMoments: [Int]
  private var shortRows: IndexBag
  private var inside: IndexBag
  private var cost = 0.0
  private var random: SeededRandom
  /// Elementary updates done so far.
  private(set) var work = 0

  /// Prepares a search over the columns of `core` in `names`, which must be able to serve every row.
  init(_ core: CoverCore, columns names: [Int], seed: UInt64 = 1) {
    self.names = names
    need = core.need.map(Int32.init)
    costs = names.map { core.costs[$0] }
    value = costs.map { 1 / $0 }
    byColumn = SparseLists(names.map { core.rows[$0] })
    var local = [Int](repeating: -1, count: core.costs.count)
    for (index, name) in names.enumerated() { local[name] = index }
    byRow = SparseLists(core.columns.map { $0.compactMap { local[$0] < 0 ? nil : local[$0] } })
    served = [Int32](repeating: 0, count: need.count)
    weights = [Int](repeating: 1, count: need.count)
    scores = names.map { core.rows[$0].count }
    columnMoments = [Int](repeating: 0, count: names.count)
    rowMoments = [Int](repeating: 1, count: need.count)
    shortRows = IndexBag(full: need.count)
    inside = IndexBag(capacity: names.count)
    random = SeededRandom(seed, stream: "cover")
  }

  /// Searches from `start` for covers cheaper than it.
  ///
  /// - Parameters:
  ///   - start: A cover, as columns of the core; those that take no part here are left out.
  ///   - startCost: What it costs.
  ///   - mostWork: Elementary updates to spend.
  ///   - floor: A cost that ends the search when it is reached.
  ///   - clock: Ends the search in time.
  /// - Returns: A cheaper cover as columns of the core; nil when none was found.
  mutating func improve(
    _ start: [Int], costing startCost: Double, mostWork: Int, floor: Double, clock: SolveClock
  ) -> [Int]? {
    var local: [Int: Int] = [:]
    for (index, name) in names.enumerated() { local[name] = index }
    for name in start { if let column = local[name] { enter(column) } }
    var best: [Int]?
    var bestCost = startCost
    var entered: [Int] = []
    var rounds = 0
    while work < mostWork {
      rounds += 1
      if rounds & 255 == 0, clock.isOver { break }
      while shortRows.members.isEmpty {
        if cost < bestCost - 1e-9 {
          bestCost = cost
          best = inside.members.map { names[Int($0)] }
          if bestCost <= floor + 1e-9 { return best?.sorted() }
        }
        guard let column = cheapestLoss(except: []) else { return best?.sorted() }
        leave(column)
      }
      if let column = cheapestLoss(except: entered) { leave(column) }
      entered.removeAll(keepingCapacity: true)
      while !shortRows.members.isEmpty {
        let row = anyShortRow()
        guard let column = bestEntry(for: row), cost + costs[column] < bestCost - 1e-9
        else { break }
        enter(column)
        entered.append(column)
        addWeight()
      }
    }
    return best?.sorted()
  }

  // MARK: - Choices

  private mutating func anyShortRow() -> Int {
    let place = random.next().multipliedFullWidth(by: UInt64(shortRows.members.count)).high
    return Int(shortRows.members[Int(place)])
  }

  /// The column of the cover whose leaving costs least weight for the money; the one that is in
  /// longest among equals.
  private mutating func cheapestLoss(except tabu: [Int]) -> Int? {
    var best = -1
    var bestValue = -Double.infinity
    for member in inside.members {
      let column = Int(member)
      let worth = Double(scores[column]) * value[column]
      guard
        worth > bestValue
          || worth == bestValue && columnMoments[column] < columnMoments[best]
      else { continue }
      if tabu.contains(column) { continue }
      bestValue = worth
      best = column
    }
    work += inside.members.count
    return best < 0 ? nil : best
  }

  /// The column for a row that is short which adds most weight for the money.
  private mutating func bestEntry(for row: Int) -> Int? {
    var best = -1
    var bestValue = -Double.infinity
    let range = byRow.range(row)
    work += range.count
    for place in range {
      let column = Int(byRow.items[place])
      if inside.contains(column) { continue }
      let worth = Double(scores[column]) * value[column]
      guard
        worth > bestValue
          || worth == bestValue && columnMoments[column] < columnMoments[best]
      else { continue }
      guard hasChanged(around: column) else { continue }
      bestValue = worth
      best = column
    }
    return best < 0 ? nil : best
  }

  /// Whether a row of `column` has changed since the column left.
  private func hasChanged(around column: Int) -> Bool {
    let moment = columnMoments[column]
    for place in byColumn.range(column) where rowMoments[Int(byColumn.items[place])] > moment {
      return true
    }
    return false
  }

  // MARK: - Moves

  private mutating func enter(_ column: Int) {
    guard !inside.contains(column) else { return }
    moment += 1
    inside.insert(column)
    cost += costs[column]
    scores[column] = 0
    for place in byColumn.range(column) {
      let row = Int(byColumn.items[place])
      rowMoments[row] = moment
      served[row] += 1
      let (now, asked, weight) = (served[row], need[row], weights[row])
      if now <= asked { scores[column] -= weight }
      if now == asked {
        shortRows.remove(row)
        changeOutside(of: row, by: -weight)
      } else if now == asked + 1 {
        changeInside(of: row, by: weight, except: column)
      }
    }
    columnMoments[column] = moment
  }

  private mutating func leave(_ column: Int) {
    moment += 1
    inside.remove(column)
    cost -= costs[column]
    scores[column] = 0
    for place in byColumn.range(column) {
      let row = Int(byColumn.items[place])
      rowMoments[row] = moment
      served[row] -= 1
      let (now, asked, weight) = (served[row], need[row], weights[row])
      if now < asked { scores[column] += weight }
      if now == asked - 1 {
        shortRows.insert(row)
        changeOutside(of: row, by: weight, except: column)
      } else if now == asked {
        changeInside(of: row, by: -weight)
      }
    }
    columnMoments[column] = moment
  }

  private mutating func changeOutside(of row: Int, by change: Int, except column: Int = -1) {
    let range = byRow.range(row)
    work += range.count
    for place in range {
      let other = Int(byRow.items[place])
      if other != column, !inside.contains(other) { scores[other] += change }
    }
  }

  private mutating func changeInside(of row: Int, by change: Int, except column: Int = -1) {
    let range = byRow.range(row)
    work += range.count
    for place in range {
      let other = Int(byRow.items[place])
      if other != column, inside.contains(other) { scores[other] += change }
    }
  }

  private mutating func addWeight() {
    for member in shortRows.members {
      let row = Int(member)
      weights[row] += 1
      let range = byRow.range(row)
      work += range.count
      for place in range {
        let column = Int(byRow.items[place])
        scores[column] += inside.contains(column) ? -1 : 1
      }
    }
  }
}
