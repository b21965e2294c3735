import RadioCoverage
import Testing
import TwinModel

@Suite("A path over several edges")
struct EdgeProfileTests {
  private func profile(_ edges: [(Double, Double)]) throws -> EdgeProfile {
    try EdgeProfile(
      edges: edges.map { .init(distance: Metres($0.0), height: Metres($0.1)) }, length: 100,
      transmitter: 10, receiver: 1.5)
  }

  @Test("with one edge is that knife edge", arguments: EdgeProfile.Method.allCases)
  func one(method: EdgeProfile.Method) throws {
    // Line at 40 m: 10 − 8.5·0.4 = 6.6 m, so the edge of 12 m stands 5.4 m above it.
    let nu = KnifeEdge.nu(height: 5.4, near: 40, far: 60, frequency: 3.5)
    let loss = try profile([(40, 12)]).loss(frequency: 3.5, by: method)
    #expect(abs(loss.value - KnifeEdge.loss(nu: nu).value) < 1e-9)
  }

  @Test(
    "costs nothing without edges, and nothing more for one far below",
    arguments: EdgeProfile.Method.allCases)
  func below(method: EdgeProfile.Method) throws {
    #expect(try profile([]).loss(frequency: 3.5, by: method) == Decibels(0))
    let one = try profile([(40, 12)]).loss(frequency: 3.5, by: method)
    let withLow = try profile([(40, 12), (70, -30)]).loss(frequency: 3.5, by: method)
    #expect(abs(one.value - withLow.value) < 1e-9)
  }

  @Test("is the same from both ends", arguments: EdgeProfile.Method.allCases)
  func reversed(method: EdgeProfile.Method) throws {
    let there = try profile([(20, 11), (40, 12), (75, 9)])
    let back = try EdgeProfile(
      edges: there.edges.map { .init(distance: 100 - $0.distance, height: $0.height) },
      length: 100, transmitter: 1.5, receiver: 10)
    let difference =
      there.loss(frequency: 3.5, by: method).value - back.loss(frequency: 3.5, by: method).value
    #expect(abs(difference) < 1e-9)
  }

  @Test("costs more with a second roof, and by Deygout more than by Bullington")
  func two() throws {
    let one = try profile([(40, 12)])
    let two = try profile([(40, 12), (70, 12)])
    for method in EdgeProfile.Method.allCases {
      #expect(two.loss(frequency: 3.5, by: method) > one.loss(frequency: 3.5, by: method))
    }
    #expect(
      two.loss(frequency: 3.5, by: .deygout) > two.loss(frequency: 3.5, by: .bullington))
  }

  @Test("has the recommendation's term over hills only when asked for")
  func hills() throws {
    let roofs = try profile([(40, 12), (70, 12)])
    for method in EdgeProfile.Method.allCases {
      let more =
        roofs.loss(frequency: 3.5, by: method, overHills: true).value
        - roofs.loss(frequency: 3.5, by: method).value
      #expect(more > 9 && more < 10.1)
    }
  }

  @Test("refuses an edge that is not between its ends", arguments: [0.0, 100, -5, 120, .nan])
  func outside(distance: Double) {
    #expect(throws: RadioError.self) { try profile([(distance, 12)]) }
  }
}
