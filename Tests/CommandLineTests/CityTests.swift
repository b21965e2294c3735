import Foundation
import Testing

@Suite("City models, map layers and devices on the command line")
struct CityTests {
  private let workspace: Workspace

  init() throws { workspace = try Workspace() }

  private func run(_ arguments: String...) throws -> TwinSimRun {
    try TwinSimRun(arguments + ["--db", workspace.path("city.sqlite")])
  }

  /// A CityJSON file of one flat square of 10 m, whose second vertex index may lead nowhere.
  private func city(_ name: String, index: Int = 1, crs: String = "EPSG:4547") throws -> String {
    try workspace.write(
      name,
      """
      {"type":"CityJSON","version":"2.0","transform":{"scale":[1,1,1],"translate":[487000,2494000,3]},
       "metadata":{"referenceSystem":"\(crs)"},
       "CityObjects":{"sq":{"type":"Building","geometry":[{"type":"MultiSurface","lod":"0",
        "boundaries":[[[0,\(index),2,3]]]}]},"road":{"type":"Road"}},
       "vertices":[[0,0,0],[10,0,0],[10,10,0],[0,10,0]]}
      """)
  }

  @Test("a city model is told by its content, imported once, and drawn with its outline")
  func model() throws {
    // The name says nothing.
    let file = try city("model.dat")
    let first = try run("import", file)
    #expect(first.status == 0, "\(first.stderr)")
    #expect(first.stdout.contains("1 Building, 1 Road, 0 findings"))
    #expect(try run("import", file).stdout.contains("unchanged"))
    let info = try ShellRun("ogrinfo '\(workspace.path("city.sqlite"))' city_objects")
    #expect(info.output.contains("487010 2494010"))
  }

  @Test("a bad index is a finding with its object's id; the rest is imported")
  func badIndex() throws {
    let import_ = try run("import", try city("bad.json", index: 77), "--format", "json")
    #expect(import_.status == 0, "\(import_.stderr)")
    #expect(import_.stdout.contains("\"cim.vertex.index\"") && import_.stdout.contains("\"sq\""))
  }

  @Test("a syntax error is refused with line and column and status 65, and nothing is kept")
  func broken() throws {
    let file = try workspace.write("broken.json", "{\"type\":\"CityJSON\",\n\"version\" \"2.0\"}")
    for command in [["inspect", file], ["import", file, "--db", workspace.path("city.sqlite")]] {
      let result = try TwinSimRun(command)
      #expect(result.status == 65)
      #expect(result.stderr.contains("broken.json:2:11: expected “:”"), "\(result.stderr)")
    }
  }

  @Test("a model without a known reference system is placed by --crs")
  func crs() throws {
    let file = try city("local.json", crs: "site grid")
    let unplaced = try run("import", file)
    #expect(unplaced.status == 0 && unplaced.stdout.contains("not placed"))
    #expect(unplaced.stdout.contains("cim.crs.unknown"))
    let placed = try run("import", file, "--crs", "EPSG:4547")
    #expect(placed.stdout.contains("placed: 1 Building") && !placed.stdout.contains("not placed"))
    #expect(try run("import", file, "--crs", "grid").status == 64)
  }

  @Test("inspect prints a city model as JSON with types, levels of detail and areas")
  func inspect() throws {
    let result = try TwinSimRun("inspect", try city("model.json"), "--format", "json")
    #expect(result.status == 0, "\(result.stderr)")
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(result.stdout.utf8)) as? [String: Any])
    #expect(document["format"] as? String == "CityJSON" && document["version"] as? String == "2.0")
    #expect(document["types"] as? [String: Int] == ["Building": 1, "Road": 1])
    #expect(document["lods"] as? [String: Int] == ["0": 1])
    let objects = try #require(document["city_objects"] as? [[String: Any]])
    let geometry = try #require((objects.first?["geom"] as? [[String: Any]])?.first)
    #expect(geometry["area"] as? Double == 100)
  }

  @Test("layers of GeoJSON and GeoPackage go into the store under their role")
  func layers() throws {
    let plan = try workspace.write(
      "plan.geojson",
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"school":"P01"},
       "geometry":{"type":"Polygon","coordinates":[[[113.88,22.55],[113.89,22.55],[113.89,22.56],
       [113.88,22.55]]]}}]}
      """)
    let areas = try run("import", plan, "--role", "catchments")
    #expect(areas.status == 0 && areas.stdout.contains("GeoJSON, OGC:CRS84, placed: 1 plan"))
    let package = workspace.path("plan.gpkg")
    let made = try ShellRun(
      "ogr2ogr '\(package)' '\(plan)' -nln roads -t_srs EPSG:4547 && "
        + "ogr2ogr -update '\(package)' '\(plan)' -nln blocks")
    try #require(made.status == 0, "\(made.output)")
    let unnamed = try run("import", package)
    #expect(unnamed.status == 64)
    #expect(unnamed.stderr.contains("blocks, roads"), "\(unnamed.stderr)")
    let roads = try run("import", package, "--layer", "roads", "--role", "roads")
    #expect(roads.status == 0, "\(roads.stderr)")
    #expect(roads.stdout.contains("GeoPackage, EPSG:4547, placed: 1 roads"), "\(roads.stdout)")
    #expect(try TwinSimRun("inspect", package).stdout.contains("blocks"))
    // Both ways to the map end at the same place: the projected copy and the degrees.
    let info = try ShellRun("ogrinfo -q '\(workspace.path("city.sqlite"))' map_features")
    let eastings = info.output.split(separator: "\n").compactMap { line in
      line.firstMatch(of: /MULTIPOLYGON \(\(\(([0-9.]+)/).flatMap { Double($0.output.1) }
    }
    #expect(eastings.count == 2)
    #expect(eastings.allSatisfy { abs($0 - eastings[0]) < 0.001 }, "\(info.output)")
  }

  @Test("devices come from a register; a row that cannot be read is a finding")
  func devices() throws {
    let register = try workspace.write(
      "devices.csv",
      """
      id,campus,kind,x,y,z,lon,lat,storey,status,maker
      d1,P01,camera,487000,2494000,6,,,1F,on,A
      d2,P01,sensor,,,,113.88,22.55,2F,off,
      d3,P01,,487000,2494000,,,,,,
      d1,P01,camera,,,,,,,,
      """)
    let result = try run("import", "--devices", register)
    #expect(result.status == 0, "\(result.stderr)")
    #expect(result.stdout.contains("1 camera, 1 sensor, 2 findings"), "\(result.stdout)")
    #expect(result.stdout.contains("line 4: the field “kind” is empty"))
    let info = try ShellRun("ogrinfo '\(workspace.path("city.sqlite"))' registered_devices")
    #expect(
      info.output.contains("{\"maker\":\"A\"}") && info.output.contains("POINT (487000 2494000)"))
  }

  @Test("cim-level states the level of a campus, what was counted and what the next one lacks")
  func level() throws {
    let made = try TwinSimRun(
      "generate", "district", "--schools", "1", "--seed", "3", "--out", workspace.path("d"))
    try #require(made.status == 0, "\(made.stderr)")
    _ = try run("import", workspace.path("d/ifc/qingyun-primary.ifc"), "--campus", "P01")
    let result = try run("cim-level", "--format", "json")
    #expect(result.status == 0, "\(result.stderr)")
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(result.stdout.utf8)) as? [String: Any])
    #expect(document["status"] as? String == "unverified")
    #expect(document["target"] as? Double == 200 && document["counting"] as? Int == 1)
    let campus = try #require((document["campuses"] as? [[String: Any]])?.first)
    #expect((campus["level"] as? Int ?? 0) >= 5 && campus["counts"] as? Bool == true)
    #expect(try run("cim-level").stdout.contains("1 campus of the 200 aimed at count"))
  }
}
