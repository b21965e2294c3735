import Foundation
import Testing

@Suite("radio map")
struct RadioMapTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace() }

  // A wall of 10 dB (or 200 mm of brick) between the site and the second cell, 2 m away.
  private func map(_ options: String...) throws -> TwinSimRun {
    let walls = try workspace.write(
      "walls.csv",
      "x0,y0,x1,y1,z0,z1,loss_db,material,thickness_m\n1,-1,1,1,0,3,10,brick,0.2\n")
    let sites = try workspace.write("sites.csv", "z,x,y\n1,-1,0\n")
    return try TwinSimRun(
      [
        "radio", "map", "--walls", walls, "--sites", sites, "--frequency-ghz", "1", "--cell-m",
        "2", "--height-m", "1",
      ] + options)
  }

  private func losses(_ run: TwinSimRun) -> [Double] {
    run.stdout.split(separator: "\n").dropFirst().compactMap {
      $0.split(separator: ",").last.flatMap { Double($0) }
    }
  }

  // The one cell's centre is at (0, 0), 1 m from the site: free space of 32.4478 dB.
  @Test("adds to the straight ray the one that the wall behind the cell throws back")
  func engines() throws {
    let straight = try map()
    #expect(straight.status == 0, "\(straight.stderr)")
    #expect(losses(straight) == [32.4478])
    #expect(try map("--engine", "multi-wall").stdout == straight.stdout)
    let reflected = try map("--engine", "reflections")
    #expect(reflected.status == 0, "\(reflected.stderr)")
    let slabs = try map("--engine", "reflections", "--floor-m", "0", "--ceiling-m", "3")
    #expect(slabs.status == 0, "\(slabs.stderr)")
    // More rays, more power.
    #expect(try #require(losses(slabs).first) < #require(losses(reflected).first))
    let thin = try map(
      "--engine", "reflections", "--floor-m", "0", "--ceiling-m", "3", "--slab", "plasterboard:5")
    #expect(try #require(losses(thin).first) > #require(losses(slabs).first))
  }

  @Test("refuses half a storey, slabs without reflections and materials it does not know")
  func refusals() throws {
    #expect(try map("--engine", "reflections", "--floor-m", "0").status == 64)
    #expect(try map("--floor-m", "0", "--ceiling-m", "3").status == 64)
    #expect(try map("--engine", "rays").status == 64)
    let walls = try workspace.write(
      "other.csv", "x0,y0,x1,y1,z0,z1,material,thickness_m\n1,-1,1,1,0,3,cheese,0.2\n")
    let sites = try workspace.write("sites.csv", "z,x,y\n1,-1,0\n")
    let run = try TwinSimRun(
      "radio", "map", "--walls", walls, "--sites", sites, "--frequency-ghz", "1", "--cell-m", "2",
      "--height-m", "1", "--engine", "reflections")
    #expect(run.status == 65)
    #expect(run.stderr.contains("other.csv:2: column “material”: there is no material “cheese”"))
  }
}

@Suite("radio calibrate")
struct RadioCalibrateTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace() }

  // −40 dBm at 1 m and −60 at 10 m are the prior's exponent of 2: nothing to move.
  private let survey = """
    rssi,ap,d,walls
    -40,a,1,0
    -60,b,10,LOS
    """

  private func calibrate(_ text: String, _ options: String...) throws -> TwinSimRun {
    try TwinSimRun(
      [
        "radio", "calibrate", "--survey", workspace.write("survey.csv", text), "--transmitter",
        "ap", "--distance", "d", "--level", "rssi", "--walls", "walls",
      ] + options)
  }

  @Test("fits a survey whose columns have their own names, with CR LF and a byte order mark")
  func fit() throws {
    let run = try calibrate(survey)
    #expect(run.status == 0, "\(run.stderr)")
    #expect(
      run.stdout.contains("all    2      -40.00              2.00      0.00               4.00"))
    let windows = "\u{FEFF}" + survey.replacing("\n", with: "\r\n")
    #expect(try calibrate(windows).stdout == run.stdout)
    let json = try calibrate(survey, "--offsets", "--format", "json")
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(json.stdout.utf8)) as? [String: Any])
    let fits = try #require(document["fits"] as? [[String: Any]])
    #expect((fits.first?["offsets_db"] as? [String: Double])?.keys.sorted() == ["a", "b"])
  }

  @Test("says of one transmitter that none can be left out")
  func alone() throws {
    let run = try calibrate("rssi,ap,d,walls\n-40,a,1,0\n")
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.stdout.contains("one transmitter only"))
  }

  @Test(
    "names the line and column of what it cannot read",
    arguments: [
      ("rssi,ap,d\n-40,a,1\n", "survey.csv:1: there is no column “walls”"),
      ("rssi,ap,d,walls\nloud,a,1,0\n", "survey.csv:2: column “rssi”: found “loud”"),
      ("rssi,ap,d,walls\n-40,a,-1,0\n", "survey.csv:2: column “d”: found “-1”"),
      ("rssi,ap,d,walls\n-40,a,1,many\n", "survey.csv:2: column “walls”: found “many”"),
      ("rssi,ap,d,walls\n", "survey.csv: there is nothing under the headings"),
    ])
  func refusals(text: String, sentence: String) throws {
    let run = try calibrate(text)
    #expect(run.status == 65)
    #expect(run.stderr.contains(sentence), "\(run.stderr)")
  }
}
