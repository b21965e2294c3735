public import SeedFiles

/// Pupils per dwelling by type, before any occupancy is known, as
/// `seeds/housing/pupils-per-dwelling.yaml` sets them.
public struct DwellingYields: Hashable, Sendable {
  /// The yield of one type of dwelling.
  public struct Yield: Hashable, Sendable {
    /// Pupils per dwelling, of all grades together.
    public var prior: GammaRate
    /// Over how many grades they spread, evenly.
    public var grades: Int
    /// Whether the figure was read in a document.
    public var isVerified: Bool

    /// Creates a yield.
    public init(prior: GammaRate, grades: Int, isVerified: Bool) {
      self.prior = prior
      self.grades = grades
      self.isVerified = isVerified
    }
  }

  /// Yields by type.
  public var byType: [String: Yield]

  /// Creates yields.
  public init(byType: [String: Yield]) { self.byType = byType }

  private enum Status: String, CaseIterable {
    case seen, unverified
  }

  /// Reads the file.
  ///
  /// - Throws: `SeedError` for an unknown key, a figure out of range and a type that is there twice.
  public static func load(from node: YAMLNode) throws(SeedError) -> DwellingYields {
    try node.allowKeys(["format", "yields", "source", "note"])
    let format = try node.value("format")
    guard try format.string() == "dwelling-yields/1" else {
      throw format.error("expected the format dwelling-yields/1")
    }
    var byType: [String: Yield] = [:]
    for item in try node.value("yields").list() {
      try item.allowKeys(["type", "pupils_per_dwelling", "factor", "grades", "status", "source"])
      let type = try item.value("type").string()
      guard byType[type] == nil else { throw item.error("the type \(type) stands here twice") }
      let (mean, factor) = (try item.value("pupils_per_dwelling"), try item.value("factor"))
      let grades = try item.value("grades")
      let figures = (try mean.number(), try factor.number(), try grades.integer())
      guard figures.0 > 0, figures.0 <= 5 else {
        throw mean.error("expected pupils per dwelling above 0 and up to 5")
      }
      guard figures.1 > 1, figures.1 <= 10 else {
        throw factor.error("expected a factor above 1 and up to 10")
      }
      guard (1...20).contains(figures.2) else { throw grades.error("expected 1 to 20 grades") }
      byType[type] = Yield(
        prior: GammaRate(mean: figures.0, factor: figures.1), grades: figures.2,
        isVerified: try item.value("status").choice(Status.self) == .seen)
    }
    return DwellingYields(byType: byType)
  }
}
