import SeedFiles
import TwinModel

extension Assumptions {
  init(_ node: YAMLNode) throws(SeedError) {
    try node.allowKeys(Self.keys)
    self.init(
      birthRate: try node.value("birth_rate").birthRate(),
      inMigration: try node.value("in_migration").inMigration(),
      classSize: try ClassSize(node.value("class_size")),
      points: try node.optional("points")?.points(),
      housing: try node.optional("housing")?.fileName(),
      changes: try node.optional("changes")?.fileName())
  }

  /// The assumptions that a scenario sets and varies.
  static let keys = ["birth_rate", "in_migration", "class_size", "points", "housing", "changes"]
}

extension Assumptions.Points {
  init(_ node: YAMLNode) throws(SeedError) {
    try node.allowKeys(["share", "places", "junior"])
    let junior = try node.optional("junior")?.juniorPoints()
    // Junior schools alone: what a policy of them says of the first grade is nothing.
    if junior != nil, try node.optional("share") == nil, try node.optional("places") == nil {
      self.init(share: 0, places: 1, junior: junior)
      return
    }
    self.init(
      share: try node.value("share").pointsShare(),
      places: try node.value("places").number(in: 0...10), junior: junior)
  }
}

extension Assumptions.Points.Junior {
  init(_ node: YAMLNode) throws(SeedError) {
    try node.allowKeys(["share", "places"])
    self.init(
      share: try node.value("share").pointsShare(),
      places: try node.value("places").number(in: 0...10))
  }
}

extension Assumptions.ClassSize {
  init(_ node: YAMLNode) throws(SeedError) {
    try node.allowKeys(["primary", "secondary"])
    self.init(
      primary: try node.value("primary").integer(in: 1...100),
      secondary: try node.value("secondary").integer(in: 1...100))
  }
}

extension Intervention {
  init(_ node: YAMLNode) throws(SeedError) {
    try node.allowKeys(["campus", "year", "action", "seats"])
    let campusNode = try node.value("campus")
    let campus: CampusID
    do { campus = try CampusID(campusNode.string()) } catch let error as ModelError {
      throw campusNode.error("\(error)")
    } catch let error as SeedError { throw error } catch { throw campusNode.error("\(error)") }
    self.init(
      campus: campus, year: try node.value("year").integer(in: 1990...2100),
      action: try Action(node))
  }
}

extension Intervention.Action {
  init(_ node: YAMLNode) throws(SeedError) {
    let word = try node.value("action")
    switch try word.string() {
    // Without seats it has those of its model, at every class size.
    case "open": self = .open(seats: try node.optional("seats") == nil ? [] : Self.seats(node))
    case "expand": self = .expand(seats: try Self.seats(node))
    case "renovate": self = .renovate
    case "close": self = .close
    case let other: throw word.error("expected open, expand, renovate or close, found “\(other)”")
    }
    if let seats = try node.optional("seats"), self == .renovate || self == .close {
      throw seats.error("only open and expand have seats")
    }
  }

  private static func seats(_ node: YAMLNode) throws(SeedError) -> [Intervention.StageSeats] {
    let map = try node.value("seats")
    try map.allowKeys(Stage.allCases.map(\.rawValue))
    var seats: [Intervention.StageSeats] = []
    for stage in Stage.allCases {
      guard let value = try map.optional(stage.rawValue) else { continue }
      seats.append(.init(stage: stage, seats: try value.integer(in: 1...20_000)))
    }
    guard !seats.isEmpty else { throw map.error("expected seats of at least one stage") }
    return seats
  }
}

// MARK: - Ranges

extension YAMLNode {
  func integer(in range: ClosedRange<Int>) throws(SeedError) -> Int {
    let value = try integer()
    guard range.contains(value) else {
      throw error(
        "\(value) is outside \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  func number(in range: ClosedRange<Double>) throws(SeedError) -> Double {
    let value = try number()
    guard range.contains(value) else {
      throw error("\(value) is outside \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  /// Births against the last observed year; a factor of more than 3 is a slip of the pen.
  func birthRate() throws(SeedError) -> Double { try number(in: 0...3) }

  /// A share a year: −0.5 to 0.5, so that a figure in per cent is noticed.
  func inMigration() throws(SeedError) -> Double { try number(in: -0.5...0.5) }

  /// A policy of places by points; “none” for none.
  func points() throws(SeedError) -> Assumptions.Points? {
    isNone ? nil : try Assumptions.Points(self)
  }

  /// A policy of places by points in junior schools.
  fileprivate func juniorPoints() throws(SeedError) -> Assumptions.Points.Junior {
    try Assumptions.Points.Junior(self)
  }

  /// The share of entrants by points; 0 would be no policy.
  fileprivate func pointsShare() throws(SeedError) -> Double {
    let share = try number(in: 0...1)
    guard share > 0 else {
      throw error("no entrants by points; expected a share above 0, or “none” for points")
    }
    return share
  }

  /// The name of a file; “none” for none.
  func fileName() throws(SeedError) -> String? {
    if isNone { return nil }
    let name = try string()
    guard !name.isEmpty else { throw error("expected the name of a CSV file, or “none”") }
    return name
  }

  private var isNone: Bool { (try? string()) == "none" }
}
