import TwinModel

extension StagedProblem {
  /// The problem with seats as changes leave them in a school year.
  ///
  /// A new school serves the zones that its district names, separated by spaces; pupils of a school that
  /// closes or merges are assigned from their blocks like all others.
  ///
  /// - Parameters:
  ///   - changes: Openings, expansions, closures and mergers, in any order.
  ///   - year: The school year; later changes do not count.
  /// - Returns: The problem of that year.
  /// - Throws: ``ForecastError`` for a school that opens though it is there, and for one that changes though
  ///   it is not; for files without stages.
  public func applying(
    _ changes: [SchoolChange], in year: Int
  ) throws(ForecastError) -> StagedProblem {
    guard changes.isEmpty || parts.allSatisfy({ $0.stage != nil }) else {
      throw ForecastError(
        reason: "changes name stages; give blocks and schools a column “stage”, too")
    }
    var problem = self
    let inForce = changes.filter { $0.year <= year }
    for change in inForce.sorted(by: { ($0.year, $0.school) < ($1.year, $1.school) }) {
      try problem.apply(change)
    }
    return problem
  }

  private mutating func apply(_ change: SchoolChange) throws(ForecastError) {
    func error(_ reason: String) -> ForecastError {
      ForecastError(reason: "change of \(change.year) to school \(change.school): \(reason)")
    }
    switch change.kind {
    case .open(let stage, let seats, let district, let position):
      guard !has(change.school, stage) else {
        throw error("the school is there already; take expand for more seats")
      }
      let school = BlockProblem.School(
        id: change.school, zones: district.split(separator: " ").map(String.init),
        position: position, seats: seats)
      guard let part = parts.firstIndex(where: { $0.stage == stage }) else {
        throw error("no block has pupils of \(stage.rawValue)")
      }
      parts[part].schools.append(school)
    case .expand(let stage, let seats):
      guard has(change.school, stage) else {
        throw error("no such school of \(stage.rawValue) is there in that year")
      }
      for part in parts.indices where parts[part].stage == stage {
        for place in parts[part].schools.indices
        where parts[part].schools[place].id == change.school {
          parts[part].schools[place].seats += seats
        }
      }
    case .close, .merge:
      if case .merge(let target) = change.kind, !has(target, nil) {
        throw error("“\(target)”, which it merges into, is not there in that year")
      }
      guard has(change.school, nil) else { throw error("no such school is there in that year") }
      for part in parts.indices { parts[part].schools.removeAll { $0.id == change.school } }
      feeders.removeAll { $0.from == change.school || $0.to == change.school }
    }
  }

  /// Whether there is a school of a stage, or of any.
  private func has(_ school: String, _ stage: Stage?) -> Bool {
    parts.contains { part in
      (stage == nil || part.stage == stage) && part.schools.contains { $0.id == school }
    }
  }
}
