import Foundation
import RadioCoverage
import SeedFiles
import Testing
import TwinModel
import TwinTestSupport

@Suite(
  "Radio models against other programs",
  .enabled(if: Checkout.shared != nil, "the folder ../shared is not there"))
struct RadioReferenceTests {
  // Float64 P.2040 slabs, themselves compared with Sionna RT 2.2.0; five decimals. That program
  // stops at 600 dB (metal), so more counts as 600 here.
  @Test("pass P.2040 slabs within 0.001 dB")
  func slabs() throws {
    let catalogue = try MaterialCatalogue(seeds: SeedFolder(path: Checkout.seeds))
    let table = try RadioTable("p2040_slab_reference.csv")
    #expect(table.rows.count == 966)
    var worst = (te: 0.0, tm: 0.0, loss: 0.0, reflected: 0.0)
    for row in table.rows {
      let material = try catalogue.material(named: row["material"] ?? "")
      let slab = LayeredSlab([
        SlabLayer(material: material, thickness: Metres(try number(row, "thickness_m")))
      ])
      let frequency = Gigahertz(try number(row, "freq_hz") / 1e9)
      let angle = Degrees(try number(row, "theta_deg"))
      let te = slab.response(at: frequency, incidence: angle, .te)
      let tm = slab.response(at: frequency, incidence: angle, .tm)
      worst.te = max(
        worst.te, abs(min(te.transmissionLoss.value, 600) + (try number(row, "T_te_db"))))
      worst.tm = max(
        worst.tm, abs(min(tm.transmissionLoss.value, 600) + (try number(row, "T_tm_db"))))
      worst.loss = max(
        worst.loss,
        abs(
          min(slab.loss(at: frequency, incidence: angle).value, 600)
            - (try number(row, "penetration_loss_unpol_db"))))
      worst.reflected = max(
        worst.reflected, abs(te.reflectionLoss.value + (try number(row, "R_te_db"))))
    }
    #expect(worst.te <= 1e-3)
    #expect(worst.tm <= 1e-3)
    #expect(worst.loss <= 1e-3)
    #expect(worst.reflected <= 1e-3)
  }

  // The map of a numpy and a C program that agree to 8e-6 dB; four decimals, 3.75 GHz, map at
  // 1.2 m, three transmitters in the corridor at 2.8 m. 202 of the rays pass a corner; the rule for
  // ties of ``WallScene`` is the one that program has, so none is left out.
  @Test("pass the multi-wall map of a school wing within 0.001 dB, rays through corners too")
  func wing() throws {
    let walls = try RadioTable("scene_wing_walls.csv").rows.map { row in
      (
        a: Point2(try number(row, "x0"), try number(row, "y0")),
        b: Point2(try number(row, "x1"), try number(row, "y1")),
        z0: try number(row, "z0"), z1: try number(row, "z1"), loss: try number(row, "loss_db")
      )
    }
    #expect(walls.count == 82)
    let scene = WallScene(
      segments: walls.indices.map {
        WallSegment(
          start: walls[$0].a, end: walls[$0].b, bottom: Metres(walls[$0].z0),
          top: Metres(walls[$0].z1), curve: $0)
      },
      curves: walls.map { LossCurve(constant: Decibels($0.loss)) })
    let grid = CellGrid(origin: Point2(0, 0), cell: 0.5, columns: 120, rows: 30)
    let map = MultiWallMap(grid: grid, receiverHeight: 1.2, frequency: 3.75)
    let transmitters = [10.0, 30.0, 50.0].map { Point3($0, 7.5, 2.8) }
    let maps = transmitters.map { map.pathLoss(from: $0, through: [scene]) }
    var (compared, wrong, worst) = (0, 0, 0.0)
    for row in try RadioTable("multiwall_wing_c0.5.csv").rows {
      let (line, column) = (Int(try number(row, "row")), Int(try number(row, "col")))
      let computed = Double(maps[Int(try number(row, "tx"))][line * grid.columns + column])
      let difference = abs(computed - (try number(row, "loss_db")))
      worst = max(worst, difference)
      compared += 1
      if difference > 1e-3 { wrong += 1 }
    }
    #expect(compared == 10_800)
    #expect(wrong == 0)
    #expect(worst <= 1e-3)
  }
}
