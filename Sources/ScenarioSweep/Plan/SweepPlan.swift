import ContentHash
public import TwinModel

/// The immutable list of what a sweep will do: variants, and the tasks that answer them.
public struct SweepPlan: Hashable, Sendable {
  /// SHA-256 over everything below; the same plan has the same id.
  public let id: String
  /// The points of the grid, the baseline first when the grid lacks it, each with its tasks.
  public let variants: [SweepRun.VariantTasks]
  /// Campus tasks, in order of campus, then class size.
  public let campusTasks: [SweepTask]
  /// District tasks, in order of the variants.
  public let districtTasks: [SweepTask]

  /// A campus of the store and the hash of all that its studies read.
  public struct CampusInput: Hashable, Sendable {
    /// The campus.
    public let id: CampusID
    /// Hash of its model, declarations, seeds and study versions.
    public let hash: String

    /// Creates the pair.
    public init(id: CampusID, hash: String) {
      self.id = id
      self.hash = hash
    }
  }

  /// Plans a sweep.
  ///
  /// A campus task reads the class size only, so its other assumptions are set to the baseline's, or to
  /// none, and variants that differ only in those share it.
  ///
  /// - Parameters:
  ///   - scenario: The scenario.
  ///   - campuses: The campuses of the district.
  ///   - districtHash: Hash of what the district's demand and assignment read besides campuses.
  ///   - fileHashes: Hashes of the files that assumptions name, by name.
  public init(
    scenario: ScenarioFile, campuses: [CampusInput], districtHash: String,
    fileHashes: [String: String] = [:]
  ) {
    let campuses = campuses.sorted { $0.id < $1.id }
    var campusTasks: [SweepTask] = []
    var districtTasks: [SweepTask] = []
    var variants: [SweepRun.VariantTasks] = []
    var tasksOfClassSize: [Assumptions.ClassSize: [SweepTask]] = [:]
    for variant in Self.variants(of: scenario) {
      let classSize = variant.assumptions.classSize
      if tasksOfClassSize[classSize] == nil {
        var shared = scenario.baseline
        shared.classSize = classSize
        (shared.points, shared.housing, shared.changes) = (nil, nil, nil)
        let tasks = campuses.map { campus in
          Self.task(.campus(campus.id), shared, seed: scenario.seed, inputs: [campus.hash])
        }
        tasksOfClassSize[classSize] = tasks
        campusTasks += tasks
      }
      let own = tasksOfClassSize[classSize] ?? []
      let district = Self.task(
        Subject(.district, scenario.district), variant.assumptions, seed: scenario.seed,
        inputs: [districtHash] + own.map(\.id)
          + [variant.assumptions.housing, variant.assumptions.changes]
          .compactMap { $0.flatMap { fileHashes[$0] } })
      districtTasks.append(district)
      variants.append(.init(variant: variant, tasks: own.map(\.id) + [district.id]))
    }
    self.variants = variants
    self.campusTasks = campusTasks
    self.districtTasks = districtTasks
    id = ContentHash.of(
      [scenario.name, scenario.title] + variants.flatMap { [$0.variant.name] + $0.tasks })
  }

  /// The points of the grid in order: birth rate, then in-migration, class size, points, housing,
  /// changes.
  public static func variants(of scenario: ScenarioFile) -> [Variant] {
    var points = [scenario.baseline]
    func vary<Value>(_ key: WritableKeyPath<Assumptions, Value>, _ values: [Value]) {
      points = points.flatMap { point in
        values.map { value in
          var next = point
          next[keyPath: key] = value
          return next
        }
      }
    }
    vary(\.birthRate, scenario.vary.birthRate)
    vary(\.inMigration, scenario.vary.inMigration)
    vary(\.classSize, scenario.vary.classSize)
    vary(\.points, scenario.vary.points)
    vary(\.housing, scenario.vary.housing)
    vary(\.changes, scenario.vary.changes)
    var variants = points.map { variant($0, baseline: scenario.baseline) }
    if !variants.contains(where: \.isBaseline) {
      variants.insert(variant(scenario.baseline, baseline: scenario.baseline), at: 0)
    }
    return variants
  }

  private static func variant(_ assumptions: Assumptions, baseline: Assumptions) -> Variant {
    let size = assumptions.classSize
    var name =
      "births × \(assumptions.birthRate), in-migration \((1e4 * assumptions.inMigration).rounded() / 100) %, "
      + "class \(size.primary)/\(size.secondary)"
    if let points = assumptions.points {
      if points.share > 0 { name += ", points \(percent(points.share)) % × \(points.places)" }
      if let junior = points.junior {
        name += ", junior points \(percent(junior.share)) % × \(junior.places)"
      }
    }
    for (word, file) in [("housing", assumptions.housing), ("changes", assumptions.changes)] {
      if let file { name += ", \(word) \(file)" }
    }
    return Variant(
      name: name, assumptions: assumptions, isBaseline: assumptions == baseline)
  }

  private static func percent(_ share: Double) -> Double { (1000 * share).rounded() / 10 }

  private static func task(
    _ subject: Subject, _ assumptions: Assumptions, seed: UInt64, inputs: [String]
  ) -> SweepTask {
    // What is not assumed is left out, so that it changes no task of a scenario without it.
    var levers: [String] = []
    if let points = assumptions.points {
      levers.append("points \(points.share) \(points.places)")
      if let junior = points.junior { levers.append("junior \(junior.share) \(junior.places)") }
    }
    if let housing = assumptions.housing { levers.append("housing \(housing)") }
    if let changes = assumptions.changes { levers.append("changes \(changes)") }
    let hash = ContentHash.of(
      [
        subject.kind.rawValue, subject.id, "\(assumptions.birthRate)", "\(assumptions.inMigration)",
        "\(assumptions.classSize.primary)", "\(assumptions.classSize.secondary)", "\(seed)",
      ] + levers + inputs)
    return SweepTask(
      id: String(hash.prefix(16)), subject: subject, assumptions: assumptions, seed: seed)
  }
}
