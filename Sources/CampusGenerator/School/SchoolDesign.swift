public import TwinModel

/// The parameters that a school is designed from; the same parameters give the same school.
public struct SchoolDesign: Hashable, Sendable {
  /// Name of the campus; all identities in its model derive from it.
  public let campus: CampusID
  /// The school's name, as people say it.
  public let name: String
  /// What is being done with it.
  public let kind: ProjectKind
  /// Classes by stage, youngest first.
  public let classes: [StageClasses]
  /// Faults built in on purpose, sorted.
  public let deficiencies: [Deficiency]
  /// Where it lies on the map.
  public let place: MapPlace
  /// Whether ordinary classrooms have their desks.
  public let hasFurniture: Bool

  /// The length unit of a file.
  public enum LengthUnit: Hashable, Sendable {
    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
    case metre, millimetre
  }

  /// Creates a design.
  ///
  /// - Parameters:
  ///   - campus: Name of the campus.
  ///   - name: The school's name.
  ///   - kind: What is being done with it; new schools are built of blocks, others of brick.
  ///   - classes: Classes by stage; 6 to 72 in all, each stage at most once, none with fewer than 1.
  ///   - deficiencies: Faults to build in.
  ///   - place: Where it lies on the map.
  ///   - hasFurniture: Whether to put desks into ordinary classrooms.
  /// - Throws: ``GeneratorError/outOfRange(field:value:allowed:)`` for the first rule broken.
  public init(
    campus: CampusID, name: String, kind: ProjectKind, classes: [StageClasses],
    deficiencies: [Deficiency] = [], place: MapPlace = .baoan, hasFurniture: Bool = false
  ) throws(GeneratorError) {
    let sorted = classes.sorted { $0.stage < $1.stage }
    let total = sorted.reduce(0) { $0 + $1.classes }
    guard 6...72 ~= total else {
      throw .outOfRange(field: "classes of \(campus)", value: "\(total)", allowed: "6 to 72")
    }
    for (index, entry) in sorted.enumerated() {
      guard entry.classes >= 1, index == 0 || sorted[index - 1].stage != entry.stage else {
        throw .outOfRange(
          field: "\(entry.stage) classes of \(campus)", value: "\(entry.classes)",
          allowed: "at least 1, with each stage given once")
      }
    }
    self.campus = campus
    self.name = name
    self.kind = kind
    self.classes = sorted
    self.deficiencies = Set(deficiencies).sorted()
    self.place = place
    self.hasFurniture = hasFurniture
  }

  /// The stages taught here, youngest first.
  public var stages: [Stage] { classes.map(\.stage) }

  /// Classes of all stages.
  public var classCount: Int { classes.reduce(0) { $0 + $1.classes } }

  /// Pupils when every class is full, by the class sizes that schools are designed for.
  public var designSeats: Int {
    classes.reduce(0) { $0 + $1.classes * $1.stage.designClassSize }
  }

  /// Whether a fault is built in.
  public func has(_ deficiency: Deficiency) -> Bool { deficiencies.contains(deficiency) }
}
