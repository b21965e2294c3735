import Foundation
import Testing
import TwinExchange
import TwinModel

@Suite("A map as GeoTIFF")
struct GeoTIFFTests {
  private let grid = GridFact(
    storey: GlobalID("s"), quantity: "grid.ss_rsrp", origin: Point2(10, 20), cell: 0.5, columns: 2,
    rows: 3, values: [1, 2, 3, .nan, 5, 6], source: "coverage/1")

  /// A reader of its own: tag to (type, count, bytes).
  private func fields(_ data: Data) -> [UInt16: Data] {
    let bytes = [UInt8](data)
    func number(_ at: Int, _ size: Int) -> Int {
      (0..<size).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
    }
    let sizes = [2: 1, 3: 2, 4: 4, 12: 8]
    let start = number(4, 4)
    var found: [UInt16: Data] = [:]
    for index in 0..<number(start, 2) {
      let at = start + 2 + 12 * index
      let size = (sizes[number(at + 2, 2)] ?? 0) * number(at + 4, 4)
      let place = size > 4 ? number(at + 8, 4) : at + 8
      found[UInt16(number(at, 2))] = data.subdata(in: place..<place + size)
    }
    return found
  }

  private func doubles(_ data: Data) -> [Double] {
    stride(from: 0, to: data.count, by: 8).map { at in
      Double(
        bitPattern: (0..<8).reduce(0) { $0 | UInt64(data[data.startIndex + at + $1]) << (8 * $1) })
    }
  }

  @Test("has its rows from the north, and no data where there is none")
  func rows() throws {
    let data = GeoTIFF.data(of: grid, georeference: nil)
    let fields = fields(data)
    let image = data.suffix(24)
    let values = stride(from: 0, to: 24, by: 4).map { at in
      Float(
        bitPattern: (0..<4).reduce(0) {
          $0 | UInt32(image[image.startIndex + at + $1]) << (8 * $1)
        })
    }
    #expect(values.prefix(2) == [5, 6] && values[2] == 3 && values[3].isNaN)
    #expect(values.suffix(2) == [1, 2])
    let offset = try #require(fields[273])
    #expect(
      offset.enumerated().reduce(0) { $0 | Int($1.element) << (8 * $1.offset) } == data.count - 24)
    #expect(fields[42113] == Data("nan\0".utf8))
    #expect(fields[256] == Data([2, 0, 0, 0]) && fields[257] == Data([3, 0, 0, 0]))
  }

  @Test("carries a turned local frame by its matrix, and names the reference system")
  func frame() throws {
    let place = Georeference(
      epsg: 4547, eastings: 500_000, northings: 2_500_000, abscissa: 0.6, ordinate: 0.8,
      scale: 2, source: .mapConversion)
    let fields = fields(GeoTIFF.data(of: grid, georeference: place))
    let matrix = doubles(try #require(fields[34264]))
    // The corner (10, 21.5), and a column and a row from it: 0.5 m to the east and to the south.
    let corner = place.map(Point2(10, 21.5))
    let (right, below) = (place.map(Point2(10.5, 21.5)), place.map(Point2(10, 21)))
    let expected = [
      right.x - corner.x, below.x - corner.x, 0, corner.x,
      right.y - corner.y, below.y - corner.y, 0, corner.y,
    ]
    #expect(zip(matrix, expected).allSatisfy { abs($0 - $1) < 1e-6 })
    let keys = try #require(fields[34735])
    // ProjectedCRSGeoKey 3072 holds 4547 (0x11c3).
    #expect(keys.suffix(8) == Data([0x00, 0x0c, 0, 0, 1, 0, 0xc3, 0x11]))
    #expect(
      GeoTIFF.data(of: grid, georeference: place) == GeoTIFF.data(of: grid, georeference: place))
  }
}
