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
  /// A campus task reads the class size only, so its other assumptions are set to the baseline's
  /// and variants that differ only in those share it.
  ///
  /// - Parameters:
  ///   - scenario: The scenario.
  ///   - campuses: The campuses of the district.
  ///   - districtHash: Hash of what the district's demand and assignment read besides campuses.
  public init(scenario: ScenarioFile, campuses: [CampusInput], districtHash: String) {
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
        let tasks = campuses.map { campus in
          Self.task(.campus(campus.id), shared, seed: scenario.seed, inputs: [campus.hash])
        }
        tasksOfClassSize[classSize] = tasks
        campusTasks += tasks
      }
      let own = tasksOfClassSize[classSize] ?? []
      let district = Self.task(
        Subject(.district, scenario.district), variant.assumptions, seed: scenario.seed,
        inputs: [districtHash] + own.map(\.id))
      districtTasks.append(district)
      variants.append(.init(variant: variant, tasks: own.map(\.id) + [district.id]))
    }
    self.variants = variants
    self.campusTasks = campusTasks
    self.districtTasks = districtTasks
    id = ContentHash.of(
      [scenario.name, scenario.title] + variants.flatMap { [$0.variant.name] + $0.tasks })
  }

  /// The points of the grid in order: birth rate, then in-migration, then class size.
  public static func variants(of scenario: ScenarioFile) -> [Variant] {
    var variants: [Variant] = []
    for birthRate in scenario.vary.birthRate {
      for inMigration in scenario.vary.inMigration {
        for classSize in scenario.vary.classSize {
          variants.append(
            variant(
              Assumptions(birthRate: birthRate, inMigration: inMigration, classSize: classSize),
              baseline: scenario.baseline))
        }
      }
    }
    if !variants.contains(where: \.isBaseline) {
      variants.insert(variant(scenario.baseline, baseline: scenario.baseline), at: 0)
    }
    return variants
  }

  private static func variant(_ assumptions: Assumptions, baseline: Assumptions) -> Variant {
    let size = assumptions.classSize
    return Variant(
      name: "births × \(assumptions.birthRate), in-migration \(assumptions.inMigration * 100) %, "
        + "class \(size.primary)/\(size.secondary)",
      assumptions: assumptions, isBaseline: assumptions == baseline)
  }

  private static func task(
    _ subject: Subject, _ assumptions: Assumptions, seed: UInt64, inputs: [String]
  ) -> SweepTask {
    let hash = ContentHash.of(
      [
        subject.kind.rawValue, subject.id, "\(assumptions.birthRate)", "\(assumptions.inMigration)",
        "\(assumptions.classSize.primary)", "\(assumptions.classSize.secondary)", "\(seed)",
      ] + inputs)
    return SweepTask(
      id: String(hash.prefix(16)), subject: subject, assumptions: assumptions, seed: seed)
  }
}
