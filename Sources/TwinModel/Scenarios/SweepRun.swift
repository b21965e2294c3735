/// One point of a sweep's grid, with a name that people can say.
public struct Variant: Hashable, Sendable, Codable {
  /// The name, made of what differs: `births 0.9, in-migration 0.02, class 45/50`.
  public var name: String
  /// The assumptions at this point.
  public var assumptions: Assumptions
  /// Whether the scenario compares the others with this one.
  public var isBaseline: Bool

  /// Creates a variant.
  public init(name: String, assumptions: Assumptions, isBaseline: Bool) {
    self.name = name
    self.assumptions = assumptions
    self.isBaseline = isBaseline
  }
}

/// One piece of work of a sweep: a campus or a district under assumptions.
public struct SweepTask: Hashable, Sendable, Codable {
  /// The first 16 hex digits of the SHA-256 over everything the result depends on; the same inputs
  /// give the same id, so a task that was done is never done again.
  public var id: String
  /// The campus or district.
  public var subject: Subject
  /// The assumptions; those that the task does not read are set to the baseline's, so that tasks
  /// are shared between variants.
  public var assumptions: Assumptions
  /// Where random streams start.
  public var seed: UInt64

  /// Creates a task.
  public init(id: String, subject: Subject, assumptions: Assumptions, seed: UInt64) {
    self.id = id
    self.subject = subject
    self.assumptions = assumptions
    self.seed = seed
  }
}

/// What became of a task.
public struct TaskResult: Hashable, Sendable, Codable {
  /// The task.
  public var task: SweepTask
  /// Why it failed, as a sentence; nil when it was done.
  public var failure: String?
  /// What it found; empty when it failed.
  public var facts: [Fact]
  /// The answers it gave.
  public var verdicts: [Verdict]
  /// Problems of its input.
  public var findings: [Finding]

  /// Creates a result.
  public init(
    task: SweepTask, failure: String? = nil, facts: [Fact] = [], verdicts: [Verdict] = [],
    findings: [Finding] = []
  ) {
    self.task = task
    self.failure = failure
    self.facts = facts
    self.verdicts = verdicts
    self.findings = findings
  }
}

/// A sweep as it is kept: the question, the plan, and which tasks answer which variant.
public struct SweepRun: Hashable, Sendable, Codable {
  /// SHA-256 of the plan, in lower-case hex; the same plan has the same id.
  public var id: String
  /// The scenario's name, a file-name-like word.
  public var scenario: String
  /// The scenario's title.
  public var title: String
  /// Version of the program that ran it.
  public var toolVersion: String
  /// When it ended, ISO 8601 UTC; given by the caller.
  public var finishedAt: String
  /// The interventions that all variants share.
  public var interventions: [Intervention]
  /// Variants in order of the grid, each with the ids of its tasks, sorted.
  public var variants: [VariantTasks]

  /// A variant and its tasks.
  public struct VariantTasks: Hashable, Sendable, Codable {
    /// The variant.
    public var variant: Variant
    /// Ids of its tasks, sorted.
    public var tasks: [String]

    /// Creates the pair.
    public init(variant: Variant, tasks: [String]) {
      self.variant = variant
      self.tasks = tasks.sorted()
    }
  }

  /// Creates a run.
  public init(
    id: String, scenario: String, title: String, toolVersion: String, finishedAt: String,
    interventions: [Intervention], variants: [VariantTasks]
  ) {
    self.id = id
    self.scenario = scenario
    self.title = title
    self.toolVersion = toolVersion
    self.finishedAt = finishedAt
    self.interventions = interventions
    self.variants = variants
  }
}
