import SeedFiles
import StandardsCheck
import TwinModel
import TwinTestSupport

/// The rule sets of the package, and small campuses with facts to judge by them.
enum StandardsSeeds {
  static func folder() throws -> SeedFolder { try SeedFolder(path: Checkout.seeds) }

  static func ruleSet(_ id: String) throws -> RuleSet? {
    try RuleSet.loadAll(from: folder()).first { $0.id == id }
  }

  /// A campus of one building and one storey with these spaces.
  static func campus(
    kind: ProjectKind = .new, stages: [Stage] = [.primary], spaces: [String] = ["a"],
    declarations: [Fact] = []
  ) throws -> Campus {
    let storey = Storey(
      id: GlobalID("storey"), name: "1", elevation: 0,
      spaces: spaces.map { Space(id: GlobalID($0), name: $0) })
    return Campus(
      id: try CampusID("school"), name: "", kind: kind, stages: stages,
      buildings: [Building(id: GlobalID("building"), name: "", storeys: [storey])],
      declarations: declarations)
  }

  static func space(
    _ id: String, _ quantity: QuantityName, _ value: FactValue, _ stage: Stage? = nil
  )
    -> Fact
  {
    Fact(
      .space(GlobalID(id)), quantity, value, stage: stage, method: .model, evidence: [GlobalID(id)])
  }

  static func use(_ id: String, _ use: String, _ stage: Stage? = nil) -> Fact {
    space(id, "room.use", .text(use), stage)
  }

  static func declared(_ quantity: QuantityName, _ value: FactValue) throws -> Fact {
    Fact(.campus(try CampusID("school")), quantity, value, method: .declaration)
  }

  /// Verdicts of one clause of a rule set.
  static func verdicts(
    _ clause: String, of ruleSet: String, _ campus: Campus, _ facts: [Fact]
  ) throws -> [Verdict] {
    guard let ruleSet = try self.ruleSet(ruleSet) else { return [] }
    return StandardsChecker().check(campus: campus, facts: facts, ruleSets: [ruleSet])
      .filter { $0.clause == clause }
  }
}
