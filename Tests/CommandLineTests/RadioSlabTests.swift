import Foundation
import Testing

@Suite("radio slab")
struct RadioSlabTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace() }

  private func batch(_ text: String, _ options: String...) throws -> TwinSimRun {
    try TwinSimRun(["radio", "slab", "--batch", workspace.write("slabs.csv", text)] + options)
  }

  // 20.0 dB at 3.75 GHz; over 3.3 to 3.8 GHz 19.2 dB, by two other programs.
  @Test("prints one slab, at one frequency and over a channel")
  func single() throws {
    let concrete = ["radio", "slab", "--material", "concrete", "--thickness-mm", "200"]
    let one = try TwinSimRun(concrete + ["--frequency-ghz", "3.75"])
    #expect(one.status == 0, "\(one.stderr)")
    #expect(one.stdout.contains("loss          20.0") || one.stdout.contains("loss          19.9"))
    let band = try TwinSimRun(
      concrete + ["--frequency-ghz", "3.55", "--bandwidth-mhz", "500", "--format", "json"])
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(band.stdout.utf8)) as? [String: Any])
    let loss = try #require(document["loss_db"] as? Double)
    #expect(abs(loss - 19.2) <= 0.06)
    let layers = try TwinSimRun(
      "radio", "slab", "--layers", "glass:6,air:12,glass:6", "--frequency-ghz", "3.5")
    let named = try TwinSimRun(
      "radio", "slab", "--assembly", "double_glazing", "--frequency-ghz", "3.5")
    #expect(layers.stdout == named.stdout && named.status == 0)
  }

  @Test("says what is wrong with a slab")
  func wrong() throws {
    for (arguments, status, words) in [
      (["--material", "straw", "--thickness-mm", "9", "--frequency-ghz", "3.5"], 65, "“straw”"),
      (["--layers", "glass", "--frequency-ghz", "3.5"], 65, "“glass” is no layer"),
      (["--layers", "glass:-6", "--frequency-ghz", "3.5"], 65, "the thickness is -0.006 m"),
      (
        ["--layers", "glass:6", "--frequency-ghz", "3.5", "--angle-deg", "90"], 65,
        "the angle is 90"
      ),
      (["--layers", "glass:6", "--frequency-ghz", "0"], 65, "the frequency is 0"),
      (["--assembly", "igloo", "--frequency-ghz", "3.5"], 65, "double_glazing"),
      (["--layers", "glass:6"], 64, "--frequency-ghz is missing"), ([], 64, "expected one of"),
    ] as [([String], Int32, String)] {
      let run = try TwinSimRun(["radio", "slab"] + arguments)
      #expect(run.status == status, "\(arguments)")
      #expect(run.stderr.contains(words), "\(run.stderr)")
      #expect(run.stdout.isEmpty)
    }
  }

  // The first two losses as in the reference table of another program (6.60815 and 7.20035).
  @Test("answers a table row by row, and names caps, clamps and rows that are wrong")
  func rows() throws {
    let run = try batch(
      """
      theta_deg,material,freq_hz,thickness_m,remark
      0,concrete,1800000000,0.1,
      45,concrete,1800000000,0.1,
      0,metal,1800000000,0.001,
      0,brick,60000000000,0.115,
      0,straw,1800000000,0.1,
      90,glass,1800000000,0.1,
      0,glass,1800000000,,
      0,low_e_glass,3500000000,,
      """)
    #expect(run.status == 2)
    let lines = run.stdout.split(separator: "\n").map(String.init)
    #expect(lines.count == 9)
    for (line, words) in [
      (1, ",6.60814"), (2, ",7.20035"), (3, ",600.000000000,-600"),
      (3, "capped: the formula gives"),
      (4, "clamped: brick is described for 1 to 40 GHz"), (5, "there is no material “straw”"),
      (6, "the angle is 90"), (7, "thickness_m is empty"),
    ] {
      #expect(lines[line].contains(words), "\(lines[line])")
    }
    // A film of metal in the pane: far more than the 5 dB of plain double glazing.
    let lowE = try #require(Double(lines[8].split(separator: ",")[3]))
    #expect(lowE > 15)
    #expect(run.stderr.contains("3 of 8 rows have no value"))
  }

  @Test("takes a material that the seeds do not have from the row itself")
  func ownMaterial() throws {
    let run = try batch(
      """
      material,freq_hz,thickness_m,theta_deg,eps_r,sigma_s_per_m
      concrete,1800000000,0.1,0,5.24,0.0731671
      my concrete,1800000000,0.1,0,5.24,0.0731671
      concrete,1800000000,0.1,0,5.31,0.0524
      """)
    #expect(run.status == 0, "\(run.stderr)")
    let lines = run.stdout.split(separator: "\n").map(String.init)
    #expect(lines[1].hasSuffix(",") && lines[1].contains(",6.60814"))
    #expect(lines[2].contains(",6.60814") && lines[2].contains("of the row count"))
    #expect(!lines[3].contains(",6.60814") && lines[3].contains("of the row count"))
  }

  @Test(
    "knows materials as other programs spell them",
    arguments: ["ITU_Ceiling-board", "ceiling board"])
  func spelling(name: String) throws {
    let own = try TwinSimRun(
      "radio", "slab", "--material", "ceiling_board", "--thickness-mm", "15", "--frequency-ghz", "5"
    )
    let other = try TwinSimRun(
      "radio", "slab", "--material", name, "--thickness-mm", "15", "--frequency-ghz", "5")
    #expect(own.status == 0 && other.stdout == own.stdout, "\(other.stderr)")
  }

  @Test("takes layers in a column, and names the columns that are missing")
  func columns() throws {
    let layers = try batch(
      "layers,freq_hz,theta_deg\n\"glass:6,air:12,glass:6\",3500000000,0\n", "--bandwidth-mhz",
      "100")
    #expect(layers.status == 0, "\(layers.stderr)")
    #expect(layers.stdout.contains("\"glass:6,air:12,glass:6\",3500000000,0,4.738"))
    let missing = try batch("material,freq_hz,theta_deg\nglass,1,0\n")
    #expect(missing.status == 65)
    #expect(missing.stderr.contains("slabs.csv:1: there is no column “thickness_m”"))
  }
}
