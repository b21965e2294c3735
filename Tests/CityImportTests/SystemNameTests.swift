import CityImport
import Testing

@Suite("The name of a reference system")
struct SystemNameTests {
  @Test(
    "is understood in all its spellings",
    arguments: [
      ("EPSG:25831", 25831, nil), ("urn:ogc:def:crs:EPSG::7415", 7415, nil),
      ("urn:ogc:def:crs:EPSG:6.12:3068", 3068, nil),
      ("https://www.opengis.net/def/crs/EPSG/0/7415", 7415, nil),
      ("http://www.opengis.net/gml/srs/epsg.xml#28992", 28992, nil),
      ("urn:ogc:def:crs,crs:EPSG:6.12:3068,crs:EPSG:6.12:5783", 3068, 5783),
      (
        "http://www.opengis.net/def/crs-compound?1=http://www.opengis.net/def/crs/EPSG/0/25832"
          + "&2=http://www.opengis.net/def/crs/EPSG/0/5783", 25832, 5783
      ),
      ("urn:adv:crs:ETRS89_UTM32*DE_DHHN92_NH", 25832, nil), ("EPSG:25832+5783", 25832, nil),
      ("urn:ogc:def:crs:OGC:1.3:CRS84", 4326, nil), ("4547", 4547, nil),
    ] as [(String, Int, Int?)])
  func understands(_ text: String, _ epsg: Int, _ height: Int?) throws {
    let system = try #require(SystemName(text))
    #expect(system.epsg == epsg)
    #expect(system.heightEPSG == height)
    #expect(system.isLongitudeFirst == text.contains("CRS84"))
  }

  @Test("is not guessed", arguments: ["", "local", "urn:ogc:def:crs:EPSG::", "EPSG:x", "WGS 84"])
  func refuses(_ text: String) { #expect(SystemName(text) == nil) }
}
