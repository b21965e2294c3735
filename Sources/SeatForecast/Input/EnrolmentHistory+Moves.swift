import TwinModel

extension EnrolmentHistory {
  /// The history in which a school that changed its district has its past where it is last.
  ///
  /// Districts are renamed, split and merged (龙华 came out of 宝安). A school moved when its id ends in
  /// one district and goes on in another in the next observed year, with at most twice or half the
  /// pupils. Ids are unique only within districts, so an id that two districts have in one year is
  /// never followed, and neither is one that pauses in between. Rows without pupils say nothing.
  ///
  /// The rows of the past get the district and the birth area of the school's last row, and a finding
  /// says how many schools moved from where to where. This looks ahead: a forecast from an earlier
  /// year, as a backtest makes it, must not use it.
  ///
  /// - Returns: The history with moves followed; the same when there are none.
  /// - Throws: ``ForecastError`` as ``init(grades:rows:findings:)`` does.
  public func followingMoves() throws(ForecastError) -> EnrolmentHistory {
    let observed = Set(rows.map(\.year)).sorted()
    var places: [String: [Int]] = [:]
    for index in rows.indices where rows[index].total > 0 {
      places[rows[index].school, default: []].append(index)
    }
    var moved = rows
    var past: Set<Int> = []
    var moves: [SchoolMoves.Step: Int] = [:]
    var schools = 0
    for school in places.keys.sorted() {
      let found = SchoolMoves(rows, at: places[school] ?? [], observed: observed)
      guard let home = found.home, !found.steps.isEmpty else { continue }
      schools += 1
      for step in found.steps { moves[step, default: 0] += 1 }
      for index in found.past { (moved[index].district, moved[index].area) = home }
      past.formUnion(found.past)
    }
    guard schools > 0 else { return self }
    // A row without pupils that the school left behind in its old district stays there.
    return try EnrolmentHistory(
      grades: grades, rows: moved.withoutEmptyDoubles(of: past),
      findings: findings + [Self.finding(moves, schools: schools)])
  }

  private static func finding(_ moves: [SchoolMoves.Step: Int], schools: Int) -> Finding {
    let steps = moves.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    var parts = steps.prefix(5).map { "\($1) from \($0.from) to \($0.to) since \($0.year)" }
    if steps.count > 5 { parts.append("\(steps.count - 5) more such moves") }
    return Finding(
      .info, code: "enrolment.school.moved",
      message: "\(schools) \(schools == 1 ? "school" : "schools") changed the district and "
        + "\(schools == 1 ? "counts" : "count") with all the past to the last one: "
        + parts.joined(separator: ", "))
  }
}

/// The districts that one school id went through.
private struct SchoolMoves {
  /// A change of district.
  struct Step: Hashable, Comparable {
    var year: Int
    var from: String
    var to: String

    static func < (left: Self, right: Self) -> Bool {
      (left.year, left.from, left.to) < (right.year, right.from, right.to)
    }
  }

  /// District and birth area of the last row; nil without rows.
  private(set) var home: (district: String, area: String)?
  /// Changes of district that are followed, the last one first.
  private(set) var steps: [Step] = []
  /// Places of the rows that belong to other districts and move to the last one.
  private(set) var past: [Int] = []

  /// - Parameters:
  ///   - rows: All rows.
  ///   - places: Those of the id with pupils.
  ///   - observed: All years with rows, ascending.
  init(_ rows: [EnrolmentHistory.Row], at places: [Int], observed: [Int]) {
    let order = places.sorted { rows[$0].year < rows[$1].year }
    guard let last = order.last else { return }
    // One id in two districts in one year are two schools.
    guard zip(order, order.dropFirst()).allSatisfy({ rows[$0].year < rows[$1].year }) else {
      return
    }
    home = (rows[last].district, rows[last].area)
    for (before, after) in zip(order, order.dropFirst()).reversed() {
      let (old, new) = (rows[before], rows[after])
      if old.district != new.district {
        let isNext = observed.first { $0 > old.year } == new.year
        guard isNext, new.total <= 2 * old.total, old.total <= 2 * new.total else { break }
        steps.append(Step(year: new.year, from: old.district, to: new.district))
      }
      if old.district != rows[last].district { past.append(before) }
    }
  }
}

/// What only one row may have.
private struct RowPlace: Hashable {
  var year: Int
  var district: String
  var school: String
}

extension EnrolmentHistory.Row {
  /// Pupils of all grades.
  fileprivate var total: Double { pupils.reduce(0, +) }

  fileprivate var place: RowPlace { RowPlace(year: year, district: district, school: school) }
}

extension [EnrolmentHistory.Row] {
  /// The rows without those of nobody that stand where a school's past moved to.
  fileprivate func withoutEmptyDoubles(of moved: Set<Int>) -> Self {
    let taken = Set(moved.map { self[$0].place })
    return indices.filter { moved.contains($0) || !taken.contains(self[$0].place) }
      .map { self[$0] }
  }
}
