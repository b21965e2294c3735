import Optimisation
import Testing
import TwinModel

@Suite("The cheapest cover of few rows")
struct LocalCoverTests {
  @Test("is the cheapest of all choices", arguments: UInt64(1)...40)
  func exact(_ seed: UInt64) {
    var random = SeededRandom(seed, stream: "few rows")
    let rows = Int.random(in: 1...8, using: &random)
    let full = UInt64.max >> UInt64(64 - rows)
    var traces = (0..<9).map { _ in UInt64.random(in: 1...full, using: &random) }
    traces.append(full)
    let costs = traces.map { _ in Int.random(in: 0...9, using: &random) }
    let least = (0..<(1 << traces.count)).compactMap { choice -> Int? in
      let members = traces.indices.filter { choice >> $0 & 1 == 1 }
      guard members.reduce(0, { $0 | traces[$1] }) == full else { return nil }
      return members.reduce(0) { $0 + costs[$1] }
    }.min()
    var cover = LocalCover(rowCount: rows, traces: traces)
    let answer = cover.cheapest(costs: costs, below: .max, mostNodes: 1_000)
    #expect(answer.isExact)
    #expect(answer.covers.last.map { $0.reduce(0) { $0 + costs[$1] } } == least)
    for found in answer.covers {
      #expect(found.reduce(0) { $0 | traces[$1] } == full)
    }
  }

  @Test("says when its nodes did not suffice")
  func limit() {
    var cover = LocalCover(rowCount: 4, traces: [0b0011, 0b0110, 0b1100, 0b1001])
    #expect(!cover.cheapest(costs: [2, 2, 2, 2], below: 3, mostNodes: 0).isExact)
  }
}
