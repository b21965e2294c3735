public import TwinModel

extension StagedProblem {
  /// How pupils of a stage walk to the schools that they go to.
  ///
  /// - Parameters:
  ///   - attendance: Who goes where; lines of other stages, and of blocks and schools that are not there, do
  ///     not count.
  ///   - stage: The stage; nil where it is not named.
  ///   - limits: From where on a walk is too far or too long.
  ///   - judged: The stage whose limits count.
  /// - Returns: Their walks.
  public func walks(
    of attendance: [Attendance], _ stage: Stage?, limits: WalkLimits, as judged: Stage
  ) -> WalkTally {
    var tally = WalkTally(limits, judged)
    guard let part = parts.first(where: { $0.stage == stage }) else { return tally }
    let homes = Dictionary(
      part.blocks.map { ($0.id, $0.position) }, uniquingKeysWith: { first, _ in first })
    let schools = Dictionary(
      part.schools.map { ($0.id, $0.position) }, uniquingKeysWith: { first, _ in first })
    for line in attendance where line.stage == stage {
      guard let home = homes[line.block], let school = schools[line.school] else { continue }
      tally.add(
        Double(line.pupils), walking: Metres(rules.detour * home.distance(to: school)))
    }
    return tally
  }
}
