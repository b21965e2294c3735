import GuardPlacement
import SpatialCore
import Testing

@Suite("A guard certificate")
struct GuardCertificateTests {
  /// A comb of three teeth: no corner sees two of their tips, so three guards are the fewest.
  static let comb = "11 0 0 12 0 12 1 11 9 10 1 7 1 6 9 5 1 2 1 1 9 0 1"

  static func polygon(_ text: String) throws -> ExactPolygon {
    try ExactPolygon(agplib: Array(text.utf8), name: "test.pol")
  }

  @Test(
    "shows the fewest guards",
    arguments: [
      // A square, an L, a star with four spikes, a square ring around a square hole.
      ("4 0 0 4 0 4 4 0 4", 1), ("6 0 0 4 0 4 2 2 2 2 4 0 4", 1),
      (comb, 3), ("4 0 0 9 0 9 9 0 9 1 4 3 3 6 3 6 6 3 6", 2),
      // Clockwise and in fractions.
      ("4 0/1 0/3 0/7 9/2 9/2 9/2 4.5 0", 1),
    ])
  func fewest(_ text: String, _ expected: Int) throws {
    let polygon = try Self.polygon(text)
    var problem = GuardProblem(polygon)
    let answer = try problem.solve()
    #expect(answer.guards.count == expected)
    #expect(answer.bound == expected)
    #expect(answer.certificate.firstFault(for: polygon) == nil)
  }

  @Test("does not hold when a guard is missing, moved or invented")
  func tamperedGuards() throws {
    let polygon = try Self.polygon(Self.comb)
    var problem = GuardProblem(polygon)
    let honest = try problem.solve().certificate
    var fewer = honest
    fewer.guards.removeLast()
    fewer.bound = 2
    #expect(fewer.firstFault(for: polygon)?.hasPrefix("no guard sees the point") == true)
    var moved = honest
    moved.guards = [0, 1, 2]
    #expect(moved.firstFault(for: polygon)?.hasPrefix("no guard sees the point") == true)
    var invented = honest
    invented.guards[0] = 99
    #expect(invented.firstFault(for: polygon) == "guard 99 is no corner, expected 0 to 10")
  }

  @Test("does not hold with more weight, witnesses outside, or a bound too high")
  func tamperedProof() throws {
    let polygon = try Self.polygon("4 0 0 4 0 4 4 0 4")
    let honest = GuardCertificate(
      corners: 4, guards: [0], bound: 1, scale: 10, witnesses: [["2/1", "2/1"]],
      proof: .weights([.init(witness: 0, weight: 10)]))
    #expect(honest.firstFault(for: polygon) == nil)
    var two = honest
    two.guards = [0, 1]
    two.bound = 2
    #expect(
      two.firstFault(for: polygon) == "the witnesses of a leaf weigh 10, expected more than 1 × 10")
    two.proof = .weights([.init(witness: 0, weight: 11)])
    #expect(
      two.firstFault(for: polygon) == "corner 0 sees witnesses of weight 11, expected 10 at most")
    two.witnesses = [["9/1", "2/1"]]
    #expect(two.firstFault(for: polygon) == "witness 0 lies outside the polygon")
    // A branch that cannot close: one corner sees everything, so neither side needs a second.
    two = honest
    two.guards = [0, 1]
    two.bound = 2
    two.proof = .branch(
      corner: 0, with: .weights([]), without: .weights([.init(witness: 0, weight: 10)]))
    #expect(two.firstFault(for: polygon) != nil)
  }

  @Test(
    "is not made for what is no polygon",
    arguments: [
      ("4 0 0 4 4 4 0 0 4", "test.pol:1: the walls"), ("3 0 0 1", "test.pol:1: y of corner 1"),
      ("3\n0 0\n1 x\n0 1", "test.pol:3: y of corner 1 of the outer ring is “x”"),
      ("2 0 0 1 1", "test.pol:1: the number of corners of the outer ring is “2”"),
      ("", "test.pol:1: the number of corners"), ("3 0 0 1 0 0 1/0", "test.pol:1: y of corner 2"),
    ])
  func refuses(_ text: String, _ message: String) {
    #expect {
      try Self.polygon(text)
    } throws: {
      "\($0)".hasPrefix(message)
    }
  }
}
