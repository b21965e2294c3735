public import SeedFiles
public import TwinModel

/// A scenario as a planner writes it: a question, inputs, assumptions, interventions, and what to
/// vary.
///
/// `scenarios/README.md` documents the keys; a wrong key, name or range stops with file, line and
/// what was expected.
public struct ScenarioFile: Hashable, Sendable {
  /// A file-name-like word.
  public var name: String
  /// What a reader sees as its heading.
  public var title: String
  /// The question it answers.
  public var question: String
  /// Name of the district that the seat balance is made for.
  public var district: String
  /// First school year of the outlook (its first calendar year).
  public var firstYear: Int
  /// Last school year of the outlook.
  public var lastYear: Int
  /// Where random streams start.
  public var seed: UInt64
  /// Files that the district's demand is read from.
  public var inputs: Inputs
  /// What holds unless it is varied.
  public var baseline: Assumptions
  /// What is varied, and over which values.
  public var vary: Grid
  /// What is built, expanded, renovated or closed, by year and campus.
  public var interventions: [Intervention]

  /// The district's files, relative to the folder given on the command line, else to the scenario.
  public struct Inputs: Hashable, Sendable {
    /// Pupils by year, school and grade.
    public var enrolment: String
    /// Births by area and year.
    public var births: String
    /// Register of schools with places, rates and links; nil when there is none.
    public var register: String?
    /// Residential blocks with pupils, from which they walk; nil where they stand at their school.
    public var homes: String?
    /// Years from birth to the first grade.
    public var entryLag: Int
  }

  /// The values that each assumption takes; every combination is one variant.
  public struct Grid: Hashable, Sendable {
    /// Births against the last observed year.
    public var birthRate: [Double]
    /// Net in-migration a year, as a share of each grade's pupils.
    public var inMigration: [Double]
    /// Pupils in a class.
    public var classSize: [Assumptions.ClassSize]
    /// Places for entrants admitted by points; nil for nothing assumed.
    public var points: [Assumptions.Points?]
    /// Lists of housing developments; nil for none.
    public var housing: [String?]
    /// Lists of changes of schools; nil for none.
    public var changes: [String?]
  }
}

// MARK: - Reading

extension ScenarioFile {
  /// Reads a scenario.
  ///
  /// - Throws: `SeedError` with file, line and what was expected.
  public init(_ node: YAMLNode) throws(SeedError) {
    try node.allowKeys([
      "scenario", "title", "question", "district", "years", "seed", "inputs", "assumptions", "vary",
      "interventions",
    ])
    name = try node.value("scenario").string()
    title = try node.value("title").string()
    question = try node.value("question").string()
    district = try node.value("district").string()
    let years = try node.value("years")
    try years.allowKeys(["first", "last"])
    firstYear = try years.value("first").integer(in: 1990...2100)
    lastYear = try years.value("last").integer(in: firstYear...(firstYear + 30))
    seed = UInt64(try node.optional("seed")?.integer(in: 0...Int.max) ?? 1)
    inputs = try Inputs(node.value("inputs"))
    baseline = try Assumptions(node.value("assumptions"))
    vary = try Grid(node.optional("vary"), baseline: baseline)
    interventions = []
    for item in try node.optional("interventions")?.list() ?? [] {
      interventions.append(try Intervention(item))
    }
  }
}

extension ScenarioFile.Inputs {
  init(_ node: YAMLNode) throws(SeedError) {
    try node.allowKeys(["enrolment", "births", "register", "homes", "entry_lag"])
    enrolment = try node.value("enrolment").string()
    births = try node.value("births").string()
    register = try node.optional("register")?.string()
    homes = try node.optional("homes")?.string()
    entryLag = try node.value("entry_lag").integer(in: 0...10)
  }
}

extension ScenarioFile.Grid {
  init(_ node: YAMLNode?, baseline: Assumptions) throws(SeedError) {
    try node?.allowKeys(Assumptions.keys)
    birthRate = try Self.values(node, "birth_rate", else: baseline.birthRate) {
      item throws(SeedError) in try item.birthRate()
    }
    inMigration = try Self.values(node, "in_migration", else: baseline.inMigration) {
      item throws(SeedError) in try item.inMigration()
    }
    classSize = try Self.values(node, "class_size", else: baseline.classSize) {
      item throws(SeedError) in try Assumptions.ClassSize(item)
    }
    points = try Self.values(node, "points", else: baseline.points) {
      item throws(SeedError) in try item.points()
    }
    housing = try Self.values(node, "housing", else: baseline.housing) {
      item throws(SeedError) in try item.fileName()
    }
    changes = try Self.values(node, "changes", else: baseline.changes) {
      item throws(SeedError) in try item.fileName()
    }
  }

  private static func values<Value: Equatable>(
    _ node: YAMLNode?, _ key: String, else only: Value,
    read: (YAMLNode) throws(SeedError) -> Value
  ) throws(SeedError) -> [Value] {
    guard let entry = try node?.optional(key) else { return [only] }
    var values: [Value] = []
    for item in try entry.list() {
      let value = try read(item)
      guard !values.contains(value) else { throw item.error("this value stands here twice") }
      values.append(value)
    }
    guard !values.isEmpty else { throw entry.error("expected at least one value") }
    return values
  }
}
