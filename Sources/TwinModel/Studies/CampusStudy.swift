/// A study of one campus: a pure function of model, parameters and seed.
///
/// A study never reads the store, the clock or the network.
public protocol CampusStudy: Sendable {
  /// Its name, such as `capacity`.
  var name: String { get }
  /// Raised whenever the same input would give another result.
  var version: Int { get }
  /// Its parameters as text, for the hash that a cached result is kept under.
  var parameters: [String: String] { get }

  /// Runs the study.
  ///
  /// - Throws: ``StudyError`` when the input cannot be studied at all; a model that merely lacks
  ///   something gives findings instead.
  func run(_ input: StudyInput) throws(StudyError) -> StudyOutput
}

extension CampusStudy {
  /// Name and version, as facts carry it.
  public var source: String { "\(name)/\(version)" }
}

/// What a study of a campus may look at.
public struct StudyInput: Sendable {
  /// The campus.
  public var campus: Campus
  /// Its storeys as plans, in the order of ``Campus/storeys``.
  public var plans: [StoreyPlan]
  /// What earlier studies of the same run found.
  public var facts: [Fact]
  /// Who is where, when capacity was studied before.
  public var occupancy: Occupancy?
  /// Where random streams start.
  public var seed: UInt64

  /// Creates an input.
  public init(
    campus: Campus, plans: [StoreyPlan], facts: [Fact] = [], occupancy: Occupancy? = nil,
    seed: UInt64 = 1
  ) {
    self.campus = campus
    self.plans = plans
    self.facts = facts
    self.occupancy = occupancy
    self.seed = seed
  }
}

/// What a study found.
public struct StudyOutput: Hashable, Sendable {
  /// Facts, in a fixed order.
  public var facts: [Fact]
  /// Problems of the input.
  public var findings: [Finding]
  /// Devices that the study proposes, ordered by GlobalId.
  public var devices: [Device]
  /// Maps over the plans.
  public var grids: [GridFact]
  /// Who is where, when the study says so.
  public var occupancy: Occupancy?

  /// Creates an output.
  public init(
    facts: [Fact] = [], findings: [Finding] = [], devices: [Device] = [], grids: [GridFact] = [],
    occupancy: Occupancy? = nil
  ) {
    self.facts = facts
    self.findings = findings
    self.devices = devices
    self.grids = grids
    self.occupancy = occupancy
  }

  /// Adds what another study found.
  public mutating func append(_ other: StudyOutput) {
    facts += other.facts
    findings += other.findings
    devices += other.devices
    grids += other.grids
    occupancy = other.occupancy ?? occupancy
  }
}

/// Why a study could not be done.
public struct StudyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The study.
  public let study: String
  /// What was wrong, as a sentence.
  public let reason: String

  /// Creates an error.
  public init(study: String, reason: String) {
    self.study = study
    self.reason = reason
  }

  /// The sentence a user reads.
  public var description: String { "\(study): \(reason)" }
}
