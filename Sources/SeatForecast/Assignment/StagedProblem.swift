public import TwinModel

/// Blocks and schools of several stages, and the links by which pupils go on from one to the next.
public struct StagedProblem: Hashable, Sendable {
  /// One stage.
  public struct Part: Hashable, Sendable {
    /// The stage; nil where the files know one only and do not name it.
    public var stage: Stage?
    /// Its pupils' blocks.
    public var blocks: [BlockProblem.Block]
    /// Its schools; a nine-year school (九年一贯制) has the same id in both of its stages.
    public var schools: [BlockProblem.School]

    /// Creates a part.
    public init(
      stage: Stage?, blocks: [BlockProblem.Block], schools: [BlockProblem.School]
    ) {
      self.stage = stage
      self.blocks = blocks
      self.schools = schools
    }
  }

  /// The stages, youngest first.
  public var parts: [Part]
  /// Who has a right to go on where.
  public var feeders: [FeederLink]
  /// The rules, the same in all stages.
  public var rules: BlockProblem.Rules

  /// Creates a problem.
  public init(parts: [Part], feeders: [FeederLink], rules: BlockProblem.Rules) {
    self.parts = parts
    self.feeders = feeders
    self.rules = rules
  }

  /// The links into each part.
  ///
  /// - Throws: ``ForecastError`` for a link from or to a school that is not there.
  func linksByPart() throws(ForecastError) -> [[FeederLink]] {
    if let fault = FeederLink.fault(in: feeders) { throw ForecastError(reason: fault.reason) }
    var byPart = [[FeederLink]](repeating: [], count: parts.count)
    let schools = parts.map { Set($0.schools.map(\.id)) }
    let left = parts.indices.map { place in
      Set(parts[place].blocks.compactMap(\.from)).union(place > 0 ? schools[place - 1] : [])
    }
    for link in feeders {
      let name = "the feeder link from \(link.from) to \(link.to)"
      let ends = parts.indices.filter { schools[$0].contains(link.to) }
      guard !ends.isEmpty else {
        throw ForecastError(reason: "\(name): no stage has a school \(link.to)")
      }
      guard let place = ends.first(where: { left[$0].contains(link.from) }) else {
        throw ForecastError(
          reason:
            "\(name): \(link.from) is no school of the stage before that of \(link.to), and no "
            + "block has pupils who leave it")
      }
      byPart[place].append(link)
    }
    return byPart
  }
}
