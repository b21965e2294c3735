import TwinModel

/// A made-up district of schools: their models, register, enrolment and births, all from one seed.
///
/// A school's numbers come from random streams that its own name chooses: a district of more
/// schools holds the same schools as a smaller one of the same seed, and more.
public struct DistrictDesign: Hashable, Sendable {
  /// Where the random streams start.
  public let seed: UInt64
  /// The schools, in order of their number.
  public let schools: [DistrictSchool]

  /// Designs a district.
  ///
  /// Of twelve schools six are primary, three nine-year, two junior, one senior; three are new, two
  /// expanded, two renovated, five stand as they are.
  ///
  /// - Parameters:
  ///   - schools: How many; 1 to 1000.
  ///   - seed: Where the random streams start.
  /// - Throws: ``GeneratorError/outOfRange(field:value:allowed:)`` for another number of schools.
  public init(schools: Int, seed: UInt64) throws(GeneratorError) {
    guard 1...1000 ~= schools else {
      throw .outOfRange(field: "number of schools", value: "\(schools)", allowed: "1 to 1000")
    }
    self.seed = seed
    var designed: [DistrictSchool] = []
    for index in 0..<schools { designed.append(try Self.school(index, seed: seed)) }
    self.schools = designed
  }

  // MARK: - One school

  private static let types: [SchoolType] = [
    .primary, .nineYear, .primary, .junior, .primary, .senior, .primary, .nineYear, .primary,
    .junior, .primary, .nineYear,
  ]
  private static let kinds: [ProjectKind] = [
    .new, .existing, .expanded, .existing, .renovated, .existing, .existing, .new, .new,
    .renovated, .existing, .expanded,
  ]

  private static func school(
    _ index: Int, seed: UInt64
  ) throws(GeneratorError) -> DistrictSchool {
    let type = types[index % types.count]
    // Turned by one each round, so that not every new school is of the same type.
    let kind = kinds[(index + index / kinds.count) % kinds.count]
    let name: String
    let campus: CampusID
    do {
      (name, campus) = try SchoolNames.name(index, type)
    } catch {
      throw .outOfRange(field: "campus", value: "\(index)", allowed: error.description)
    }
    func stream(_ part: String) -> SeededRandom {
      SeededRandom(seed, stream: "district/\(campus)/\(part)")
    }
    var size = stream("size")
    var faults = stream("deficiencies")
    var register = stream("register")
    var age = stream("opened")
    var ground = stream("place")
    let deficiencies = drawDeficiencies(of: kind, &faults)
    let design = try SchoolDesign(
      campus: campus, name: name, kind: kind, classes: size.choose(type.sizes) ?? [],
      deficiencies: deficiencies, place: drawPlace(index, &ground), hasFurniture: kind == .new)
    return DistrictSchool(
      design: design,
      opened: kind == .new ? age.integer(in: 2024...2027) : age.integer(in: 1985...2014),
      network: drawNetwork(of: design, &register))
  }
}
