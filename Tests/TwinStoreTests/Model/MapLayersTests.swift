import Testing
import TwinModel
import TwinStore

@Suite("The file of a store, seen by other programs")
struct MapLayersTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let store = try TwinStore.open(folder.city, mode: .create)
    try store.importCampus(try SampleCampus.campus(), version: SampleCampus.version)
    try store.importCampus(
      try SampleCampus.campus("unplaced", georeference: nil), version: SampleCampus.version)
    try store.close()
  }

  @Test(
    "has layers with geometry type, EPSG:4547 and extent",
    .enabled(if: ForeignProgram("ogrinfo") != nil, "ogrinfo (gdal-bin) is not installed"))
  func layers() throws {
    let ogrinfo = try #require(ForeignProgram("ogrinfo"))
    let spaces = try ogrinfo.output(["-so", folder.city, "spaces"])
    #expect(spaces.contains("Geometry: Multi Polygon"))
    #expect(spaces.contains("ID[\"EPSG\",4547]]"))
    #expect(spaces.contains("Feature Count: 6"))
    #expect(spaces.contains("campus_name: String"))
    // The placed spaces lie between x 0 … 60.5 and y 0 … 17. Turned by (0.8, 0.6), easting is
    // 484000 + 0.8 x − 0.6 y. The corridor's corner (0, 17) is the westernmost, (60.5, 8) with
    // 48.4 − 4.8 the easternmost; northing is 2496000 + 0.6 x + 0.8 y, from (0, 0) to (60.5, 17).
    #expect(
      spaces.contains("Extent: (483989.800000, 2496000.000000) - (484043.600000, 2496049.900000)"))

    let buildings = try ogrinfo.output(["-so", folder.city, "buildings"])
    // Corners (0, 20) and (80, 0); (0, 0) and (60.5, 20) or (80, 10): 48 + 8 < 36.3 + 16.
    #expect(
      buildings.contains(
        "Extent: (483988.000000, 2496000.000000) - (484064.000000, 2496056.000000)"))

    let devices = try ogrinfo.output(["-so", folder.city, "devices"])
    #expect(devices.contains("Geometry: Point"))
    #expect(
      devices.contains(
        "Extent: (483998.000000, 2496011.000000) - (483998.000000, 2496011.000000)"))

    let campuses = try ogrinfo.output(["-so", folder.city, "campuses"])
    #expect(campuses.contains("Geometry: Multi Polygon") && campuses.contains("Feature Count: 2"))
    for table in ["campus", "building", "space", "device"] {
      #expect(try ogrinfo.output(["-so", folder.city, table]).contains("ID[\"EPSG\",4547]]"))
    }
  }

  @Test(
    "answers spatial SQL: areas are floor areas, the index finds rooms, the metadata is sound",
    .enabled(
      if: ForeignProgram("spatialite") != nil, "spatialite (spatialite-bin) is not installed"))
  func spatialSQL() throws {
    let spatialite = try #require(ForeignProgram("spatialite"))
    func ask(_ sql: String) throws -> [String] {
      try spatialite.output(["-silent", "-noheader", folder.city, sql])
        .split(separator: "\n").map(String.init)
    }
    #expect(
      try ask(
        """
        SELECT global_id, abs(ST_Area(footprint) - floor_area) < 1e-6, ST_IsValid(footprint),
          ST_NRings(footprint)
        FROM spaces WHERE campus = 'bao-an-1' AND floor_area IS NOT NULL ORDER BY global_id
        """) == ["3room|1|1|1", "4corridor|1|1|2"])
    // (20, 9) lies in the corridor; on the map 16 − 5.4 east, 12 + 7.2 north.
    #expect(
      try ask(
        """
        SELECT global_id FROM spaces WHERE rowid IN (SELECT rowid FROM SpatialIndex
          WHERE f_table_name = 'space' AND search_frame = MakePoint(484010.6, 2496019.2, 4547))
          AND ST_Contains(footprint, MakePoint(484010.6, 2496019.2, 4547))
        """) == ["4corridor"])
    // The outline kept in the local frame is WKB of the same size.
    #expect(
      try ask(
        """
        SELECT count(*) FROM space
        WHERE footprint IS NOT NULL AND abs(ST_Area(GeomFromWKB(outline)) - ST_Area(footprint)) > 1e-6
        """) == ["0"])
    #expect(
      try ask("SELECT count(*) FROM spaces WHERE campus = 'unplaced' AND footprint IS NULL") == [
        "3"
      ])
    // 60.5 × 20 and 10 × 10.
    #expect(
      try ask("SELECT round(ST_Area(footprint), 6), placed FROM campuses ORDER BY campus")
        == ["1310.0|1", "|0"])
    #expect(
      try ask(
        "SELECT name, space, source FROM room_links WHERE element = '7door' AND campus LIKE 'b%'")
        == ["|3room|boundaries", "|4corridor|boundaries"])
    #expect(
      try ask(
        "SELECT global_id, level, exposure, area, ST_GeometryType(GeomFromWKB(outline)) "
          + "FROM space_boundaries WHERE campus LIKE 'b%' AND area > 2")
        == ["b1|2|external|28.0|POLYGON Z"])
    #expect(
      try ask("SELECT space, area, opening_area, materials FROM room_walls WHERE campus LIKE 'b%'")
        == ["3room|28.83|2.1|砖 0.24 m | plaster"])
    #expect(
      try ask("SELECT space, pieces FROM furniture_counts WHERE campus LIKE 'b%'") == ["3room|1"])
    #expect(
      try ask("SELECT name, purpose, members FROM object_groups WHERE campus LIKE 'b%' LIMIT 1")
        == ["alarm|FIREPROTECTION|2"])
    #expect(
      try ask("SELECT name, value, unit, typeof(value) FROM properties WHERE name = 'Whole number'")
        .first == "Whole number|3.0||real")
    #expect(
      try ask(
        "PRAGMA application_id; PRAGMA user_version; PRAGMA journal_mode; PRAGMA foreign_key_check")
        == ["1415006542", "7", "delete"])
  }

  @Test(
    "places a campus that comes in another reference system",
    .enabled(
      if: ForeignProgram("spatialite") != nil, "spatialite (spatialite-bin) is not installed"))
  func otherReferenceSystem() throws {
    // EPSG:4526 is EPSG:4547 with the zone number 38 before its eastings.
    var georeference = SampleCampus.georeference
    georeference.epsg = 4526
    georeference.eastings = 38_484_000
    let campus = try SampleCampus.campus("zone-38", georeference: georeference)
    var unknown = georeference
    unknown.epsg = 999_999
    let lost = try SampleCampus.campus("lost", georeference: unknown)
    let store = try TwinStore.open(folder.city, mode: .readWrite)
    try store.importCampus(campus, version: SampleCampus.version)
    try store.importCampus(lost, version: SampleCampus.version)
    #expect(try store.campus(campus.id) == campus)
    #expect(try store.campus(lost.id) == lost)
    #expect(try store.campuses().filter(\.isPlaced).map(\.id.value) == ["bao-an-1", "zone-38"])
    try store.close()
    let spatialite = try #require(ForeignProgram("spatialite"))
    let answer = try spatialite.output([
      "-silent", "-noheader", folder.city,
      """
      SELECT ST_SRID(a.footprint), max(ST_Distance(a.footprint, b.footprint)) < 1e-6,
        max(HausdorffDistance(a.footprint, b.footprint)) < 1e-6, count(*)
      FROM spaces a JOIN spaces b USING (global_id)
      WHERE a.campus = 'bao-an-1' AND b.campus = 'zone-38' AND a.footprint IS NOT NULL
      """,
    ])
    #expect(answer == "4547|1|1|2\n")
  }
}
