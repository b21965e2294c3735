import SeatForecast
import Testing
import TwinModel

@Suite("A choice of interventions")
struct InterventionBruteForceTests {
  @Test("is the best of all sets and years, of 400 small random problems")
  func everySet() throws {
    var (sharing, moving, short) = (0, 0, 0)
    for seed in 0..<400 {
      let problem = SmallChoice(UInt64(seed))
      let choice = try InterventionChoice(
        needs: problem.needs, options: problem.options, shortageProbabilityBelow: 20,
        reach: problem.reach)
      let best = problem.best()
      #expect(choice.isProven && choice.costBound == choice.cost, "seed \(seed)")
      #expect(choice.missing.reduce(0) { $0 + $1.seats } == best.missing, "seed \(seed)")
      #expect(choice.missingBound == best.missing && choice.cost == best.cost, "seed \(seed)")
      // The steps do what is said of them, and no other set of that cost waits longer.
      let number = Dictionary(
        uniqueKeysWithValues: problem.options.enumerated().map { ($1.id, $0) })
      var starts: [Int: Int] = [:]
      for step in choice.steps { starts[try #require(number[step.option])] = step.year }
      let worth = problem.worth(starts)
      #expect(worth.missing == best.missing && worth.cost == best.cost, "seed \(seed)")
      #expect(worth.waiting == best.waiting, "seed \(seed)")
      sharing += choice.moves.contains { $0.border == nil } ? 1 : 0
      moving += choice.moves.contains { $0.border != nil } ? 1 : 0
      short += best.missing > 0 ? 1 : 0
    }
    #expect(sharing > 50 && moving > 20 && short > 50 && short < 350)
  }

  @Test("moves pupils no farther than allowed, once each, to seats that there are")
  func moves() throws {
    for seed in 400..<600 {
      let problem = SmallChoice(UInt64(seed))
      let choice = try InterventionChoice(
        needs: problem.needs, options: problem.options, shortageProbabilityBelow: 20,
        reach: problem.reach)
      for move in choice.moves where move.border == nil {
        let limit = try #require(problem.reach?.farthest[move.stage])
        #expect(try #require(move.way) <= limit)
      }
      for need in problem.needs {
        let own = choice.moves.filter { $0.stage == need.stage && $0.year == need.year }
        let out = own.filter { $0.from == need.place }.reduce(0) { $0 + $1.pupils }
        let into = own.filter { $0.to == need.place }.reduce(0) { $0 + $1.pupils }
        let added = choice.steps.filter { $0.year <= need.year }.reduce(0) { sum, step in
          problem.options.filter { $0.id == step.option }.flatMap(\.effects)
            .filter { $0.place == need.place && $0.stage == need.stage }
            .reduce(sum) { $0 + $1.seats }
        }
        let missing = choice.missing.filter {
          $0.place == need.place && $0.stage == need.stage && $0.year == need.year
        }.reduce(0) { $0 + $1.seats }
        let demand = Int(need.demand.value)
        #expect(out <= demand, "seed \(seed)")
        #expect(demand - out + into <= need.seats + added + missing, "seed \(seed)")
      }
    }
  }

  @Test("is the same a second time, and says honestly what is not proven")
  func repeats() throws {
    for seed in 600..<620 {
      let problem = SmallChoice(UInt64(seed))
      func choose(nodes: Int) throws -> InterventionChoice {
        try InterventionChoice(
          needs: problem.needs, options: problem.options, shortageProbabilityBelow: 20,
          reach: problem.reach, nodeLimit: nodes)
      }
      #expect(try choose(nodes: 1000) == choose(nodes: 1000))
      let hasty = try choose(nodes: 0)
      let best = problem.best()
      let missing = hasty.missing.reduce(0) { $0 + $1.seats }
      #expect(missing >= best.missing && hasty.missingBound <= best.missing, "seed \(seed)")
      if missing == best.missing {
        #expect(hasty.cost >= best.cost && hasty.costBound <= best.cost, "seed \(seed)")
      }
    }
  }
}
