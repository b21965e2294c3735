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
      witnesses: [[5000, 5000, 100_000_000]])
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
    area.witnesses = [[2000, 2000, 60_000_000], [8000, 8000, 60_000_000]]
    #expect(check(area)?.bound == 100)
    area.witnesses = []
    // One device at least stays what the number asks for.
    #expect(check(area)?.bound == 100)
    area.least = 0
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
    area.witnesses = [[1, 2]]
    #expect(check(area)?.faults == ["numbers are missing or out of range"])
  }
}
