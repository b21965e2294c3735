public import TwinModel

/// All that a report shows; it computes nothing that is not a count or a formatted number.
public struct ReportInput: Sendable {
  /// Name of the district, as the heading shows it.
  public var district: String
  /// Version of the program.
  public var toolVersion: String
  /// SHA-256 over all inputs, so that a reader can tell two reports apart.
  public var inputsHash: String
  /// The programme's indicators, in its own order.
  public var indicators: [Indicator]
  /// The rule sets that were checked, with their words.
  public var ruleSets: [RuleSetText]
  /// Words for the uses of rooms, by the names that facts carry.
  public var roomUses: [String: String]
  /// The schools, ordered by campus id.
  public var schools: [School]
  /// The sweep that the outlook is taken from; nil when none was run.
  public var sweep: Sweep?
  /// Outlines of buildings around the schools, on the map, largest first; empty without a city model.
  public var surroundings: [Polygon] = []

  /// Creates an input.
  public init(
    district: String, toolVersion: String, inputsHash: String, indicators: [Indicator],
    ruleSets: [RuleSetText], roomUses: [String: String], schools: [School], sweep: Sweep?
  ) {
    self.district = district
    self.toolVersion = toolVersion
    self.inputsHash = inputsHash
    self.indicators = indicators
    self.ruleSets = ruleSets
    self.roomUses = roomUses
    self.schools = schools
    self.sweep = sweep
  }

  /// One indicator of the programme.
  public struct Indicator: Hashable, Sendable {
    /// Its number, such as `A07`.
    public var id: String
    /// The programme it belongs to, as a heading.
    public var programme: String
    /// Its words in Chinese.
    public var chinese: String
    /// Its words in English.
    public var english: String
    /// What the programme started from, as written; empty when not stated.
    public var baseline: String
    /// The target, as written.
    public var target: String
    /// Whether it binds (约束性) or is expected (预期性), as written.
    public var character: String
    /// What our data say; empty when they cannot say anything.
    public var measured: String
    /// Share of the target that is reached, 0 to 1; nil when it cannot be measured.
    public var progress: Double?

    /// Creates an indicator.
    public init(
      id: String, programme: String, chinese: String, english: String, baseline: String,
      target: String, character: String, measured: String, progress: Double?
    ) {
      self.id = id
      self.programme = programme
      self.chinese = chinese
      self.english = english
      self.baseline = baseline
      self.target = target
      self.character = character
      self.measured = measured
      self.progress = progress
    }
  }

  /// The words of a rule set.
  public struct RuleSetText: Hashable, Sendable {
    /// Its id, as verdicts name it.
    public var id: String
    /// The document's title.
    public var document: String
    /// Its clauses, in order of the document.
    public var clauses: [ClauseText]

    /// Creates the words of a rule set.
    public init(id: String, document: String, clauses: [ClauseText]) {
      self.id = id
      self.document = document
      self.clauses = clauses
    }
  }

  /// The words of a clause.
  public struct ClauseText: Hashable, Sendable {
    /// Its id, as verdicts name it.
    public var id: String
    /// Its number in the document.
    public var number: String
    /// Its words in Chinese.
    public var chinese: String
    /// Its words in English.
    public var english: String

    /// Creates the words of a clause.
    public init(id: String, number: String, chinese: String, english: String) {
      self.id = id
      self.number = number
      self.chinese = chinese
      self.english = english
    }
  }
}

extension ReportInput {
  /// A school with everything that was found about it.
  public struct School: Sendable {
    /// The campus' name in the store.
    public var id: CampusID
    /// The school's name.
    public var name: String
    /// What is being done with it.
    public var kind: ProjectKind
    /// The stages taught.
    public var stages: [Stage]
    /// Its place on the map (metres east and north); nil when unplaced.
    public var place: Point2?
    /// Names of its buildings.
    public var buildingNames: [GlobalID: String]
    /// Its storeys.
    public var plans: [StoreyPlan]
    /// What the studies found.
    public var facts: [Fact]
    /// The answers, clause by clause.
    public var verdicts: [Verdict]
    /// The answer of each rule set for the whole campus, in order of the rule sets.
    public var standings: [Standing]
    /// Whether it meets all binding clauses that apply.
    public var overall: Verdict.Outcome
    /// Problems of its model and data.
    public var findings: [Finding]
    /// Devices that studies propose.
    public var devices: [Device]
    /// Maps over its storeys.
    public var grids: [GridFact]
    /// The files it was imported from.
    public var versions: [ImportVersion]

    /// The answer of a rule set for the campus.
    public struct Standing: Hashable, Sendable {
      /// The rule set's id.
      public var ruleSet: String
      /// The answer.
      public var outcome: Verdict.Outcome

      /// Creates an answer.
      public init(ruleSet: String, outcome: Verdict.Outcome) {
        self.ruleSet = ruleSet
        self.outcome = outcome
      }
    }

    /// Creates a school.
    public init(
      id: CampusID, name: String, kind: ProjectKind, stages: [Stage], place: Point2?,
      buildingNames: [GlobalID: String], plans: [StoreyPlan], facts: [Fact], verdicts: [Verdict],
      standings: [Standing],
      overall: Verdict.Outcome, findings: [Finding], devices: [Device], grids: [GridFact],
      versions: [ImportVersion]
    ) {
      self.id = id
      self.name = name
      self.kind = kind
      self.stages = stages
      self.place = place
      self.buildingNames = buildingNames
      self.plans = plans
      self.facts = facts
      self.verdicts = verdicts
      self.standings = standings
      self.overall = overall
      self.findings = findings
      self.devices = devices
      self.grids = grids
      self.versions = versions
    }
  }

  /// A sweep with the results of its variants.
  public struct Sweep: Sendable {
    /// The sweep.
    public var run: SweepRun
    /// The facts of each variant's district task, in order of the variants; empty where it failed.
    public var districtFacts: [[Fact]]
    /// The findings of each variant's district task, in order of the variants.
    public var districtFindings: [[Finding]]
    /// How many tasks failed.
    public var failedTasks: Int

    /// Creates a sweep with its results.
    public init(
      run: SweepRun, districtFacts: [[Fact]], districtFindings: [[Finding]] = [], failedTasks: Int
    ) {
      self.run = run
      self.districtFindings = districtFindings
      self.districtFacts = districtFacts
      self.failedTasks = failedTasks
    }
  }
}
