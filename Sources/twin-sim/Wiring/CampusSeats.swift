import RadioCoverage
import TwinModel
import TwinStore

/// Seats that the rooms of stored campuses hold.
enum CampusSeats {
  /// Seats by campus and stage, as `twin-sim capacity` has them.
  static func read(
    db: String, seeds: SeedOptions, classSize: Assumptions.ClassSize
  ) throws -> [String: [Stage: Int]] {
    let bench = try StudyBench(seeds: seeds.folder(), classSize: classSize, siteRule: .modelOnly)
    let store = try TwinStore.open(db, mode: .readWrite)
    var seats: [String: [Stage: Int]] = [:]
    for summary in try store.campuses() {
      let result = try CampusStudies(
        store: store, bench: bench, summary: summary, now: Clock.now,
        keepsResults: classSize == ClassSizeArgument.usual
      ).run(upTo: .capacity)
      for fact in result.facts where fact.quantity == "campus.seats" {
        guard let stage = fact.stage, let number = fact.value.number else { continue }
        seats[summary.id.value, default: [:]][stage] = Int(number)
      }
    }
    try store.close()
    return seats
  }
}
