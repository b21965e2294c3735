import Foundation
import Testing

@Suite("radio commands for networks")
struct RadioNetworkTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace() }

  // Two rooms of 10 × 10 m, a wall of 40 dB between them.
  private func walls() throws -> String {
    try workspace.write(
      "walls.csv",
      "x0,y0,x1,y1,z0,z1,loss_db\n0,0,20,0,0,3,40\n0,10,20,10,0,3,40\n10,0,10,10,0,3,40\n")
  }

  @Test("backhaul: the status says whether the targets are met, and with a link down")
  func backhaul() throws {
    let run = try TwinSimRun(
      "radio", "backhaul", "--wired-mbit-s", "1000", "--nr-mbit-s", "300", "--target", "500")
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.stdout.contains("wired"))
    let survive = try TwinSimRun(
      "radio", "backhaul", "--wired-mbit-s", "1000", "--nr-mbit-s", "300", "--target", "500",
      "--survive")
    #expect(survive.status == 1)
    #expect(
      try TwinSimRun("radio", "backhaul", "--wired-mbit-s", "-1", "--nr-mbit-s", "0").status == 64)
    #expect(
      try TwinSimRun(
        "radio", "backhaul", "--wired-mbit-s", "1", "--nr-mbit-s", "0", "--target", "7"
      ).status == 64)
  }

  @Test("channels: access points that hear one another get different ones")
  func channels() throws {
    let points = try workspace.write("ap.csv", "x,y,z\n2,5,2.8\n5,5,2.8\n8,5,2.8\n15,5,2.8\n")
    let run = try TwinSimRun(
      "radio", "channels", "--walls", walls(), "--sites", points, "--format", "json")
    #expect(run.status == 0, "\(run.stderr)")
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(run.stdout.utf8)) as? [String: Any])
    let found = try #require(document["access_points"] as? [[String: Any]])
      .compactMap { $0["channel"] as? Int }
    #expect(found.count == 4 && Set(found.prefix(3)).count == 3)
  }

  @Test("load: traffic makes load, and too much of it more than a site carries")
  func load() throws {
    let sites = try workspace.write("sites.csv", "x,y,z\n5,5,2.8\n15,5,2.8\n")
    func loads(_ demand: Int) throws -> [Double] {
      let places = try workspace.write(
        "places.csv", "x,y,z,demand_mbit_s\n4,5,1.2,\(demand)\n16,5,1.2,10\n")
      let run = try TwinSimRun(
        "radio", "load", "--walls", walls(), "--sites", sites, "--places", places, "--format",
        "json")
      #expect(run.status == 0, "\(run.stderr)")
      let document = try #require(
        JSONSerialization.jsonObject(with: Data(run.stdout.utf8)) as? [String: Any])
      return try #require(document["sites"] as? [[String: Any]])
        .compactMap { $0["demand"] as? Double }
    }
    // Four layers of 256QAM carry 1736 Mbit/s.
    #expect(abs(try loads(868)[0] - 0.5) < 0.01)
    #expect(try loads(3472)[0] > 1.9)
  }

  @Test("place: the cheapest pair for both rooms, and one for the money of one")
  func place() throws {
    let candidates = try workspace.write(
      "candidates.csv",
      "x,y,z,cost_yuan,power_w\n5,5,2.8,100,10\n15,5,2.8,120,10\n10.5,5,2.8,90,10\n")
    let both = try TwinSimRun(
      "radio", "place", "--walls", walls(), "--candidates", candidates, "--format", "json",
      "--probability", "0.99")
    #expect(both.status == 0, "\(both.stderr)")
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(both.stdout.utf8)) as? [String: Any])
    #expect(document["is_proven"] as? Bool == true)
    #expect(document["covered"] as? Int == document["cells"] as? Int)
    let poor = try TwinSimRun(
      "radio", "place", "--walls", walls(), "--candidates", candidates, "--budget-yuan", "50")
    #expect(poor.status == 0, "\(poor.stderr)")
    #expect(poor.stdout.contains("reach 0 of 200 cells"))
    let none = try TwinSimRun(
      "radio", "place", "--walls", walls(), "--candidates", candidates, "--power-w", "5")
    #expect(none.status == 1)
  }

  @Test("rooms: maps of each storey as picture and raster, and a list of rooms")
  func rooms() throws {
    let generated = try TwinSimRun(
      "generate", "district", "--schools", "1", "--seed", "3", "--out", workspace.path("d"))
    try #require(generated.status == 0, "\(generated.stderr)")
    let sites = try workspace.write(
      "sites.csv",
      "id,kind,x,y,z,power_dbm,antenna,azimuth_deg,tilt_deg\nmast,,-40,5,15,43,sector,90,6\n")
    let run = try TwinSimRun(
      "radio", "rooms", workspace.path("d/ifc/qingyun-primary.ifc"), "--propose-sites-every", "20",
      "--propose-access-points", "--sites", sites, "--out", workspace.path("maps"))
    #expect(run.status == 0, "\(run.stderr)")
    let folder = workspace.path("maps/qingyun-primary")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    for name in [
      "storey-1-ss_rsrp.svg", "storey-1-ss_rsrp.tif", "storey-1-wifi_rssi.svg",
      "storey-1-outdoor_ss_rsrp.tif", "rooms.csv", "sites.csv",
    ] {
      #expect(names.contains(name), "\(names.sorted())")
    }
    let list = try String(contentsOfFile: folder + "/rooms.csv", encoding: .utf8)
    #expect(list.hasPrefix("storey,room,name,id,covered_percent"))
    let picture = try String(contentsOfFile: folder + "/storey-1-ss_rsrp.svg", encoding: .utf8)
    #expect(picture.contains("SS-RSRP, dBm"))
    let wrong = try workspace.write("wrong.csv", "x,y,z,power_dbm\n1,2,3,loud\n")
    let refused = try TwinSimRun(
      "radio", "rooms", workspace.path("d/ifc/qingyun-primary.ifc"), "--sites", wrong)
    #expect(refused.status == 65 && refused.stderr.contains("wrong.csv:2: column “power_dbm”"))
    let fit = try workspace.write("fit.json", "{}")
    let odd = try TwinSimRun(
      "radio", "rooms", workspace.path("d/ifc/qingyun-primary.ifc"), "--calibration", fit)
    #expect(odd.status == 65 && odd.stderr.contains("it has no “fits”"))
  }
}
