/// The name of a coordinate reference system, in whichever of its spellings.
///
/// `EPSG:7415`, `urn:ogc:def:crs:EPSG::7415`, `urn:ogc:def:crs:EPSG:6.12:3068`,
/// `https://www.opengis.net/def/crs/EPSG/0/7415`, `http://www.opengis.net/gml/srs/epsg.xml#28992`,
/// the compound `urn:ogc:def:crs,crs:EPSG:6.12:3068,crs:EPSG:6.12:5783` and
/// `http://www.opengis.net/def/crs-compound?1=…&2=…`, `urn:ogc:def:crs:OGC:1.3:CRS84`, and German
/// surveys' `urn:adv:crs:ETRS89_UTM32*DE_DHHN92_NH`.
///
/// Source: OGC 07-092r3 (urn), OGC 09-048r5 (http).
public struct SystemName: Hashable, Sendable {
  /// EPSG code of the horizontal (or three-dimensional) system; 4326 for CRS84.
  public let epsg: Int
  /// EPSG code of a separate height system; nil without.
  public let heightEPSG: Int?
  /// Whether degrees come longitude first whatever the authority says (CRS84).
  public let isLongitudeFirst: Bool

  /// Understands `text`; nil when it is none of the spellings.
  public init?(_ text: String) {
    let upper = text.uppercased()
    if upper.contains("CRS84") {
      epsg = 4326
      heightEPSG = nil
      isLongitudeFirst = true
      return
    }
    if upper.contains(":ADV:CRS:"), let zone = upper.firstRange(of: "ETRS89_UTM") {
      let digits = upper[zone.upperBound...].prefix { $0.isWholeNumber }
      guard let number = Int(digits), (28...38).contains(number) else { return nil }
      epsg = 25800 + number
      heightEPSG = nil
      isLongitudeFirst = false
      return
    }
    let codes = upper.split(separator: "EPSG").dropFirst(upper.hasPrefix("EPSG") ? 0 : 1)
      .compactMap(Self.code)
    let plain = upper.allSatisfy(\.isWholeNumber) ? Int(upper) : nil
    guard let first = codes.first ?? plain, first > 0 else { return nil }
    epsg = first
    heightEPSG = codes.dropFirst().first
    isLongitudeFirst = false
  }

  /// The code behind “EPSG”: the last number before the name goes on with another system.
  private static func code(_ tail: Substring) -> Int? {
    let own = tail.prefix { !",&+ ".contains($0) }
    let numbers = own.split(whereSeparator: { ":/#".contains($0) })
    return numbers.last(where: { $0.allSatisfy(\.isWholeNumber) && $0.count <= 7 }).flatMap {
      Int($0)
    }
  }
}
