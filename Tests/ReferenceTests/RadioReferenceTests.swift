import Foundation
import RadioCoverage
import SeedFiles
import Testing
import TwinModel
import TwinTestSupport

/// A CSV of numbers and words without quotes, by column name.
private struct Table {
  let rows: [[String: String]]

  init(_ name: String) throws {
    let folder = try #require(Checkout.shared).appendingPathComponent("data/radio")
    let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(lines.first)
    rows = lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }
}

private func number(_ row: [String: String], _ column: String) throws -> Double {
  try #require(row[column].flatMap(Double.init))
}

@Suite(
  "Radio models against other programs",
  .enabled(if: Checkout.shared != nil, "the folder ../shared is not there"))
struct RadioReferenceTests {
  // Float64 P.2040 slabs, themselves compared with Sionna RT 2.2.0; five decimals. That program
  // stops at 600 dB (metal), so more counts as 600 here.
  @Test("pass P.2040 slabs within 0.001 dB")
  func slabs() throws {
    let catalogue = try MaterialCatalogue(seeds: SeedFolder(path: Checkout.seeds))
    let table = try Table("p2040_slab_reference.csv")
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
    let walls = try Table("scene_wing_walls.csv").rows.map { row in
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
    for row in try Table("multiwall_wing_c0.5.csv").rows {
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

  // ns-3.37, run without shadowing; six decimals. RMa is not built yet.
  @Test("pass ns-3's UMa, UMi and InH path losses within 1e-5 dB")
  func statisticalModels() throws {
    let models: [String: any PathLossModel.Type] = [
      "UMa": UrbanMacro.self, "UMi-StreetCanyon": UrbanMicro.self,
      "InH-Office": IndoorHotspot.self,
    ]
    var (compared, worst) = (0, 0.0)
    for row in try Table("ns3_37_38901_pathloss_grid.csv").rows {
      guard let model = models[row["scenario"] ?? ""] else { continue }
      let geometry = LinkGeometry(
        distance: Metres(try number(row, "d2d_m")), baseHeight: Metres(try number(row, "h_bs_m")),
        terminalHeight: Metres(try number(row, "h_ut_m")))
      let loss = model.formula(
        geometry, frequency: Gigahertz(try number(row, "fc_hz") / 1e9),
        row["condition"] == "LOS" ? .los : .nlos)
      worst = max(worst, abs(loss.value - (try number(row, "pathloss_db"))))
      compared += 1
    }
    #expect(compared == 1260)
    #expect(worst <= 1e-5)
  }
}
