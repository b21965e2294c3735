import Testing
import TwinModel

/// Rules about ceilings checked on nothing but the model and the devices that came out, in a hall with
/// beams both ways, outlets and a kitchen: the figures of GB 50116-2013 stand here again.
@Suite("Proposed detectors under beams and beside outlets, looked at from outside")
struct CeilingRulesTests {
  /// Hall A of 24 m × 12 m and kitchen K of 8 m × 6 m, 3.6 m high.
  private static let storey = """
    ##########################
    #AAAAAAAAAAAAAAAAAAAAAAAA#
    #AAAAAAAAAAAAAAAAAAAAAAAA#
    #AAAAAAAAAAAAAAAAAAAAAAAA#
    #AAAAAAAAAAAAAAAAAAAAAAAA#
    #AAAAAAAAAAAAAAAAAAAAAAAA#
    #AAAAAAAAAAAAAAAAAAAAAAAA#
    #AAAAAAAAAAAAAAAAAAAAAAAA#
    #AAAAAAAAAAAAAAAAAAAAAAAA#
    #AAAAAAAAAAAAAAAAAAAAAAAA#
    #AAAAAAAAAAAAAAAAAAAAAAAA#
    #AAAAAAAAAAAAAAAAAAAAAAAA#
    #AAAAAAAAAAAAAAAAAAAAAAAA#
    ##########################
    #KKKKKKKK#################
    #KKKKKKKK#################
    #KKKKKKKK#################
    #KKKKKKKK#################
    #KKKKKKKK#################
    #KKKKKKKK#################
    ##########################
    """

  private struct Bay {
    let x: ClosedRange<Double>
    let y: ClosedRange<Double>

    func contains(_ point: Point2) -> Bool { x.contains(point.x) && y.contains(point.y) }
    var area: Double { (x.upperBound - x.lowerBound) * (y.upperBound - y.lowerBound) }
    var points: [Point2] {
      (0...20).flatMap { i in
        (0...20).map { j in
          Point2(
            x.lowerBound + (x.upperBound - x.lowerBound) * Double(i) / 20,
            y.lowerBound + (y.upperBound - y.lowerBound) * Double(j) / 20)
        }
      }
    }
  }

  /// Bays of hall A (x 1…25, y 8…20) between beams 0.3 m wide in the middles given.
  private static func bays(_ xs: [Double], _ ys: [Double]) -> [Bay] {
    func spans(_ low: Double, _ middles: [Double], _ high: Double) -> [ClosedRange<Double>] {
      zip([low] + middles.map { $0 + 0.15 }, middles.map { $0 - 0.15 } + [high]).map { $0...$1 }
    }
    return spans(1, xs, 25).flatMap { x in spans(8, ys, 20).map { Bay(x: x, y: $0) } }
  }

  private static func beams(_ xs: [Double], _ ys: [Double], drop: Double) -> [Element] {
    xs.map {
      Overhead.beam(
        "x\($0)", x: ($0 - 0.15)...($0 + 0.15), y: 8...20, from: 3.6 - drop, to: 3.8)
    }
      + ys.map {
        Overhead.beam(
          "y\($0)", x: 1...25, y: ($0 - 0.15)...($0 + 0.15), from: 3.6 - drop, to: 3.8)
      }
  }

  private static let outlets = [Point2(5, 11), Point2(13, 14), Point2(21, 17), Point2(5, 4)]

  private func placed(_ above: [Element]) throws -> Placed {
    try Placed(
      Self.storey, cell: 1, height: 3.6, uses: ["A": "canteen", "K": "kitchen"], above: above
    ) { plan in
      plan.devices = Self.outlets.enumerated().map { number, at in
        Device(
          id: GlobalID("outlet-\(number)"), kind: "air_diffuser",
          position: Point3(at.x, at.y, 3.5), origin: .model)
      }
    }
  }

  private static func length(_ a: Point2, _ b: Point2) -> Double {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
  }

  @Test("keep the rules for deep beams: A = 60 m², R = 5.8 m in every bay by itself")
  func deep() throws {
    let (xs, ys) = ([9.0, 17], [14.0])
    let placed = try placed(Self.beams(xs, ys, drop: 0.65))
    let places = placed.places(in: "A")
    var inBays = 0
    for bay in Self.bays(xs, ys) {
      let own = places.filter(bay.contains)
      inBays += own.count
      #expect(Double(own.count) >= max(1, (bay.area / 60).rounded(.up)))
      for point in bay.points {
        #expect(own.contains { Self.length($0, point) <= 5.801 }, "nobody serves \(point)")
      }
      for place in own {
        let toEdge = min(
          place.x - bay.x.lowerBound, bay.x.upperBound - place.x, place.y - bay.y.lowerBound,
          bay.y.upperBound - place.y)
        #expect(toEdge >= 0.499)
      }
    }
    #expect(inBays == places.count)
    checkOutletsAndKitchen(placed)
  }

  @Test("keep the rules for beams of 300 mm: bays to a detector by appendix G")
  func divided() throws {
    // Bays of 3.7 m × 5.85 m to 3.85 m × 5.85 m: 21.6 to 22.5 m², three to a detector (18 < Q ≤ 24).
    let (xs, ys) = ([5.0, 9, 13, 17, 21], [14.0])
    let placed = try placed(Self.beams(xs, ys, drop: 0.3))
    let places = placed.places(in: "A")
    let bays = Self.bays(xs, ys)
    #expect(bays.allSatisfy { $0.area > 18 && $0.area <= 24 })
    #expect(places.count >= bays.count / 3)
    for bay in bays {
      for point in bay.points {
        #expect(places.contains { Self.length($0, point) <= 5.801 }, "nobody serves \(point)")
      }
    }
    // No beam nearer than half a metre to its edge.
    for place in places {
      #expect(xs.allSatisfy { abs(place.x - $0) >= 0.649 })
      #expect(ys.allSatisfy { abs(place.y - $0) >= 0.649 })
    }
    checkOutletsAndKitchen(placed)
  }

  /// 1.5 m and half the outlet's 0.6 m; heat detectors of A = 20 m², R = 3.6 m in the 48 m² of the kitchen.
  private func checkOutletsAndKitchen(_ placed: Placed) {
    for room in ["A", "K"] as [Character] {
      for place in placed.places(in: room) {
        #expect(Self.outlets.allSatisfy { Self.length($0, place) >= 1.799 }, "\(place)")
      }
    }
    let kitchen = placed.places(in: "K")
    #expect(kitchen.count >= 3)
    for point in Bay(x: 1...9, y: 1...7).points {
      #expect(kitchen.contains { Self.length($0, point) <= 3.601 }, "nobody serves \(point)")
    }
    for device in placed.output.devices {
      let isKitchen = device.space == GlobalID("room-K")
      #expect(device.kind == (isKitchen ? "heat_detector" : "smoke_detector"))
    }
    #expect(!placed.codes.contains("sensors.room.narrow"))
    #expect(!placed.codes.contains("sensors.room.blind"))
  }
}
