import CityImport
import Foundation
import Testing
import TwinModel

/// Damages small files in thousands of ways; whatever comes, it is read with findings or refused.
@Suite("A damaged file")
struct MutationTests {
  /// Bytes that are likely to hurt.
  private static let words = [
    "-1", "1e999", "99999999999999999999", "null", "[]", "{}", "[[[[[]]]]]", "\"\"", "NaN", "0",
    "\0",
    "<", ">", "&x;", "<![CDATA[", "\u{FEFF}", "]", "}", ",", "\\u12", "-", ".", "\"template\":-5",
  ]

  static func mutate(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    var result = bytes
    for _ in 0...Int.random(in: 0..<4, using: &random) {
      guard result.count > 2 else { return result }
      let at = Int.random(in: 0..<result.count, using: &random)
      let end = min(result.count, at + Int.random(in: 1...12, using: &random))
      switch Int.random(in: 0..<6, using: &random) {
      case 0: result[at] = UInt8.random(in: 0...255, using: &random)
      case 1: result.removeSubrange(at..<end)
      case 2:
        let word = words[Int.random(in: 0..<words.count, using: &random)]
        result.replaceSubrange(at..<end, with: word.utf8)
      case 3:
        let word = words[Int.random(in: 0..<words.count, using: &random)]
        result.insert(contentsOf: word.utf8, at: at)
      case 4: result.removeSubrange(at...)
      default:
        let from = Int.random(in: 0..<result.count, using: &random)
        let stop = min(result.count, from + Int.random(in: 1...60, using: &random))
        result.insert(contentsOf: Array(result[from..<stop]), at: at)
      }
    }
    return result
  }

  /// Changes digits only, so that XML stays well-formed and its meaning breaks.
  static func mutateDigits(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    var result = bytes
    let digits = bytes.indices.filter { bytes[$0] &- 48 < 10 }
    let others = Array("0123456789-.e#x ".utf8)
    for _ in 0...Int.random(in: 0..<6, using: &random) {
      let at = digits[Int.random(in: 0..<digits.count, using: &random)]
      result[at] = others[Int.random(in: 0..<others.count, using: &random)]
    }
    return result
  }

  @Test("is read or refused, never more", arguments: ["cityjson", "citygml", "geojson"])
  func survives(_ kind: String) throws {
    let original: String =
      switch kind {
      case "cityjson":
        SmallModels.cube(more: #","i":{"type":"Road","geometry":[{"type":"GeometryInstance"}]}"#)
      case "citygml": SmallModels.gml
      default: SmallModels.geoJSON
      }
    var random = SeededRandom(7, stream: kind)
    var (read, refused) = (0, 0)
    let bytes = Array(original.utf8)
    for number in 0..<3000 {
      let data = Data(
        number.isMultiple(of: 2)
          ? Self.mutate(bytes, &random) : Self.mutateDigits(bytes, &random))
      var mapper = CityMapper(to: 4547)
      do {
        switch CityFileKind(data) {
        case .geoJSON:
          let layer = try MapLayerFile.read(data, file: "x", kind: .geoJSON)
          _ = layer.placed(to: 4547, override: SystemName("4547"))
        case .geoPackage: continue
        default:
          _ = try CityModelFile.read(data, file: "x") { object, header in
            _ = object.geometries.map(CityInspection.GeometryRow.init)
            _ = mapper.map(object, header)
          }
        }
        read += 1
      } catch is CityImportError {
        refused += 1
      }
    }
    #expect(read + refused == 3000)
    #expect(read > 100 && refused > 100, "\(read) read, \(refused) refused")
  }

  @Test("of well-known binary is read or is none")
  func binary() {
    var random = SeededRandom(7, stream: "wkb")
    // A multipolygon of one triangle, behind the plainest header.
    var blob: [UInt8] = [0x47, 0x50, 0, 1, 0, 0, 0, 0, 1, 6, 0, 0, 0, 1, 0, 0, 0, 1, 3, 0, 0, 0]
    blob += [1, 0, 0, 0, 4, 0, 0, 0]
    for value in [0.0, 0, 1, 0, 0, 1, 0, 0] {
      blob += withUnsafeBytes(of: value.bitPattern.littleEndian, Array.init)
    }
    #expect(
      GeoPackageBlob.geometry(blob)
        == .areas(MultiPolygon([Polygon(outer: [Point2(0, 0), Point2(1, 0), Point2(0, 1)])])))
    var none = 0
    for _ in 0..<5000 where GeoPackageBlob.geometry(Self.mutate(blob, &random)) == nil { none += 1 }
    #expect(none > 1000)
  }
}
