import ScenarioSweep
import Testing
import TwinModel

@Suite("A sweep plan")
struct SweepPlanTests {
  private func plan(_ hashes: [String] = ["a", "b"], district: String = "d") throws -> SweepPlan {
    SweepPlan(
      scenario: try ScenarioFileTests.scenario(),
      campuses: try hashes.enumerated().map { .init(id: try CampusID("P\($0)"), hash: $1) },
      districtHash: district)
  }

  @Test("has one variant for each combination, and says which is the baseline")
  func variants() throws {
    let variants = try plan().variants.map(\.variant)
    #expect(variants.count == 4)
    #expect(variants.filter(\.isBaseline).map(\.assumptions.birthRate) == [1.0])
    #expect(variants[0].name == "births × 0.8, in-migration 1.0 %, class 45/50")
  }

  @Test("shares campus tasks between variants that differ in births only")
  func sharing() throws {
    let plan = try plan()
    #expect(plan.campusTasks.count == 4)  // 2 campuses × 2 class sizes
    #expect(plan.districtTasks.count == 4)
    #expect(Set(plan.variants.flatMap(\.tasks)).count == 8)
  }

  @Test("gives a changed campus new tasks and leaves the others theirs")
  func changes() throws {
    let before = try plan()
    let after = try plan(["a", "changed"])
    let common = Set(before.campusTasks.map(\.id)).intersection(after.campusTasks.map(\.id))
    #expect(common.count == 2)
    #expect(before.id != after.id)
    #expect(Set(before.districtTasks.map(\.id)).isDisjoint(with: after.districtTasks.map(\.id)))
    #expect(try plan() == before)
  }

  private func plan(files: [String: String]) throws -> SweepPlan {
    SweepPlan(
      scenario: try ScenarioFileTests.scenario(ScenarioFileTests.levers),
      campuses: [.init(id: try CampusID("P0"), hash: "a")], districtHash: "d", fileHashes: files)
  }

  @Test("names points, dwellings and changes of schools, and shares campus tasks between them")
  func levers() throws {
    let plan = try plan(files: ["low.csv": "1", "high.csv": "2", "plan.csv": "3"])
    let variants = plan.variants.map(\.variant)
    #expect(variants.count == 2 * 2 * 2 * 3)
    #expect(variants.count(where: \.isBaseline) == 1)
    #expect(
      variants[5].name
        == "births × 0.8, in-migration 1.0 %, class 45/50, points 30.0 % × 1.2, "
        + "housing high.csv, changes plan.csv")
    #expect(plan.campusTasks.count == 2)
    #expect(Set(plan.districtTasks.map(\.id)).count == 24)
  }

  @Test("names points at junior schools, which make tasks of their own")
  func juniorPoints() throws {
    let places = "{share: 0.3, places: 1.2}"
    let text = try #require(
      ScenarioFileTests.levers.contains(places) ? ScenarioFileTests.levers : nil
    ).replacing(places, with: "\(places), {junior: {share: 0.125, places: 1.5}}")
    let plan = SweepPlan(
      scenario: try ScenarioFileTests.scenario(text),
      campuses: [.init(id: try CampusID("P0"), hash: "a")], districtHash: "d",
      fileHashes: ["low.csv": "1", "high.csv": "2", "plan.csv": "3"])
    #expect(
      plan.variants.map(\.variant.name).contains(
        "births × 0.8, in-migration 1.0 %, class 45/50, junior points 12.5 % × 1.5, "
          + "changes plan.csv"))
    #expect(Set(plan.districtTasks.map(\.id)).count == 36)
  }

  @Test("does anew what names a file that changed, and only that")
  func files() throws {
    let before = try plan(files: ["low.csv": "1", "high.csv": "2", "plan.csv": "3"])
    let after = try plan(files: ["low.csv": "1", "high.csv": "changed", "plan.csv": "3"])
    #expect(before.campusTasks == after.campusTasks)
    for (one, two) in zip(before.districtTasks, after.districtTasks) {
      #expect((one.id == two.id) == (one.assumptions.housing != "high.csv"))
    }
  }
}
