public import Foundation

/// What kind of file it is, told by its content and never by its name.
public enum CityFileKind: Hashable, Sendable {
  /// CityJSON or CityJSONSeq.
  case cityJSON
  /// CityGML, or another XML that its reader has a sentence about.
  case xml
  /// GeoJSON.
  case geoJSON
  /// A GeoPackage, or another SQLite file that its reader has a sentence about.
  case geoPackage

  /// Whether the file is a city model, not a map layer.
  public var isCityModel: Bool { self == .cityJSON || self == .xml }

  /// The kind of the file with these bytes; nil for what is no file of this target, such as IFC.
  public init?(_ data: Data) {
    let kind = data.withUnsafeBytes { raw in Self.kind(of: raw.bindMemory(to: UInt8.self)) }
    guard let kind else { return nil }
    self = kind
  }

  private static func kind(of bytes: UnsafeBufferPointer<UInt8>) -> CityFileKind? {
    if bytes.starts(with: "SQLite format 3\0".utf8) { return .geoPackage }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    var cursor = JSONCursor(bytes, in: (hasMark ? 3 : 0)..<bytes.count)
    switch cursor.peek() {
    case UInt8(ascii: "<"): return .xml
    case UInt8(ascii: "{"): return isGeoJSON(&cursor) ? .geoJSON : .cityJSON
    default: return nil
    }
  }

  /// Goes through the members only as far as it takes to tell.
  private static func isGeoJSON(_ cursor: inout JSONCursor) -> Bool {
    var isFirst = true
    // A syntax error before anything could be told: the reader of city models says where.
    while let name = try? cursor.nextMember(&isFirst) {
      switch name {
      case "CityObjects", "vertices", "transform": return false
      case "features", "coordinates", "geometries": return true
      case "type":
        let type = (try? cursor.stringIfAny()) ?? ""
        return !type.hasPrefix("CityJSON") && GeoJSONReader.types.contains(type)
      default: if (try? cursor.skip()) == nil { return false }
      }
    }
    return false
  }
}
