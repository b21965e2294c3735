import Foundation
import SensorCheck
import Testing
import TwinModel
import TwinTestSupport

@Suite("The checker of certificates")
struct CertificateCheckerTests {
  /// A room of 6 × 6 m between walls of 2 m.
  private let plan = FloorPlan(
    """
    #####
    #aaa#
    #aaa#
    #aaa#
    #####
    """, cell: 2
  ).storeyPlan()

  private func area(
    far: Int64 = 4243, at place: (x: Int64, y: Int64) = (5000, 5000), least: Int = 1
  ) -> PlacementCertificate.Area {
    func view(_ x: Int64, _ y: Int64) -> PlacementCertificate.View {
      .init(x: x, y: y, near: 0, far: far, sector: [], cost: 100)
    }
    return PlacementCertificate.Area(
      storey: "storey", rooms: ["room-a"],
      floor: [[[2000, 2000], [8000, 2000], [8000, 8000], [2000, 8000]]], kind: "t", times: 1,
      margin: 0, least: least, devices: [view(place.x, place.y)], cost: 100, blind: [],
      candidates: [view(5000, 5000), view(3000, 3000), view(7000, 7000)],
      witnesses: [[5000, 5000]],
      proof: .weights([.init(witness: 0, weight: 100_000_000)], each: 0))
  }

  private func check(_ area: PlacementCertificate.Area) -> CertificateChecker.Outcome? {
    CertificateChecker(plans: [plan])
      .check(PlacementCertificate(doors: "closed", areas: [area])).first
  }

  @Test("accepts one device in the middle whose range is half the diagonal")
  func accepts() throws {
    let outcome = try #require(check(area()))
    #expect(outcome.faults == [])
    #expect(outcome.bound == 100)
  }

  @Test("refuses a shorter range, another place, and a floor that the model does not have")
  func refuses() throws {
    #expect(check(area(far: 4000))?.faults.contains { $0.contains("is not served") } == true)
    #expect(check(area(at: (3000, 3000)))?.faults.isEmpty == false)
    var other = area()
    other.floor = [[[2000, 2000], [7000, 2000], [7000, 8000], [2000, 8000]]]
    #expect(check(other)?.faults.contains("the floor is no part of room room-a") == true)
    other = area()
    other.rooms = ["room-b"]
    #expect(check(other)?.faults.isEmpty == false)
  }

  @Test("counts money and devices again")
  func counts() throws {
    var area = area(least: 2)
    #expect(check(area)?.faults == ["1 devices are fewer than 2"])
    area.least = 1
    area.cost = 90
    #expect(check(area)?.faults == ["the devices cost 100, not 90"])
  }

  @Test("gives weights no more than their due: what two candidates share is paid once")
  func dual() throws {
    var area = area()
    // Both corners' points are served by the middle one: 60 + 60 > 100, the excess is taken off.
    area.witnesses = [[2000, 2000], [8000, 8000]]
    area.proof = .weights([0, 1].map { .init(witness: $0, weight: 60_000_000) }, each: 0)
    #expect(check(area)?.bound == 100)
    area.proof = .weights([], each: 0)
    // One device at least stays what the number asks for.
    #expect(check(area)?.bound == 100)
    area.least = 0
    #expect(check(area)?.bound == 0)
  }

  /// Three points 6 m apart, and three places half-way between two of them: each serves these two.
  private var triangle: PlacementCertificate.Area {
    var area = area(far: 3001, least: 0)
    area.witnesses = [[2000, 2000], [8000, 2000], [5000, 7196]]
    area.candidates = [(5000, 2000, 100), (6500, 4598, 100), (3500, 4598, 110)].map {
      .init(x: $0.0, y: $0.1, near: 0, far: 3001, sector: [], cost: $0.2)
    }
    return area
  }

  @Test("takes the least of all cases: at most one device serves not all, and two cost 200")
  func cases() throws {
    var area = triangle
    func weights(_ yuan: Int64) -> [CostProof.Weight] {
      (0..<3).map { .init(witness: $0, weight: yuan * 1_000_000) }
    }
    // One leaf shows 3 × 50 at most.
    area.proof = .weights(weights(50), each: 0)
    #expect(check(area)?.bound == 150)
    // With one device at most: 3 × 400 − 700, as no two weights come to more than 700 + 100. With two or
    // more: 2 × 100, as no device is cheaper.
    let two = CostProof.weights([], each: 100_000_000)
    area.proof = .count(atMost: 1, fewer: .weights(weights(400), each: -700_000_000), more: two)
    #expect(check(area)?.bound == 200)
    // A price above what a device costs is paid back: 2 × 105 − (5 + 5).
    area.proof = .count(
      atMost: 1, fewer: .weights(weights(400), each: -700_000_000),
      more: .weights([], each: 105_000_000))
    #expect(check(area)?.bound == 200)
    // With the first: 100, and the third point needs a device of 100 at least. Without it the first point
    // needs the third place (110), the second point the second one (100).
    let ends: [CostProof.Weight] = [
      .init(witness: 0, weight: 110_000_000), .init(witness: 1, weight: 100_000_000),
    ]
    area.proof = .candidate(
      0, with: .weights([.init(witness: 2, weight: 100_000_000)], each: 0),
      without: .weights(ends, each: 0))
    #expect(check(area)?.bound == 200)
    // Two cases of three are no proof: the one that shows nothing counts.
    area.proof = .count(atMost: 1, fewer: .weights([], each: 0), more: two)
    #expect(check(area)?.bound == 0)
  }

  @Test(
    "takes a candidate for another that serves the same points, and reads proofs that it writes")
  func standIn() throws {
    var area = triangle
    area.witnesses = [[2000, 2000]]
    // Both places near the first point serve it; the dearer one asks for nothing of its own.
    area.proof = .weights([.init(witness: 0, weight: 100_000_000)], each: 0)
    #expect(check(area)?.bound == 100)
    let proof = CostProof.count(
      atMost: 1, fewer: .candidate(2, with: area.proof, without: .weights([], each: -5)),
      more: area.proof)
    let read = try JSONDecoder().decode(CostProof.self, from: JSONEncoder().encode(proof))
    #expect(read == proof)
  }

  @Test("refuses proofs of candidates and witnesses that are not there")
  func strangers() throws {
    var area = triangle
    area.proof = .candidate(3, with: area.proof, without: area.proof)
    #expect(check(area)?.faults.contains { $0.contains("candidate 3") } == true)
    area.proof = .weights([.init(witness: 3, weight: 1)], each: 0)
    #expect(check(area)?.faults.contains { $0.contains("no witness") } == true)
    area.proof = .weights([.init(witness: 0, weight: .max)], each: .min)
    #expect(check(area)?.faults.contains { $0.contains("too large") } == true)
    #expect(check(area)?.bound == 0)
  }

  @Test("sees no floor behind a column")
  func column() throws {
    var plan = plan
    plan.obstacles = [
      PlanObstacle(
        id: GlobalID("c"), kind: .column, outline: [.rectangle(3000, 3000, 4000, 4000)], top: 3000)
    ]
    let outcome = CertificateChecker(plans: [plan])
      .check(PlacementCertificate(doors: "closed", areas: [area()]))
    #expect(outcome.first?.faults.contains { $0.contains("is not served") } == true)
  }

  @Test("refuses numbers that make no sense instead of trapping")
  func nonsense() throws {
    var area = area()
    area.floor = [[[2000], [0, 0], [.max, .min]]]
    #expect(check(area)?.faults == ["numbers are missing or out of range"])
    area = self.area()
    area.devices[0].far = .max
    #expect(check(area)?.faults == ["numbers are missing or out of range"])
    area = self.area()
    area.devices[0].x = .min
    #expect(check(area)?.faults == ["numbers are missing or out of range"])
    area = self.area()
    area.witnesses = [[1, 2, 3]]
    #expect(check(area)?.faults == ["numbers are missing or out of range"])
  }
}
