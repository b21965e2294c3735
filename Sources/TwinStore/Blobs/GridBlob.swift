import Foundation

/// The cells of a map as the column `grid.cells` keeps them.
///
/// All numbers are little-endian:
///
/// | bytes | what |
/// |---|---|
/// | 4 | `TWGR` |
/// | 4 | UInt32, version of this layout: 1 |
/// | 4 | UInt32, columns *c* |
/// | 4 | UInt32, rows *r* |
/// | 4 *c r* | Float32, row by row from the lowest y, NaN outside rooms |
struct GridBlob {
  private static let magic: UInt32 = 0x5247_5754  // “TWGR”, read from the lowest byte
  private static let version: UInt32 = 1

  var columns: Int
  var rows: Int
  var values: [Float]

  /// The bytes; nil when there are too many cells, or not as many as columns × rows.
  func encode() -> Data? {
    guard let width = UInt32(exactly: columns), let height = UInt32(exactly: rows),
      values.count == columns * rows
    else { return nil }
    var writer = ByteWriter(capacity: 16 + 4 * values.count)
    for word in [Self.magic, Self.version, width, height] { writer.write(word) }
    for value in values { writer.write(value) }
    return writer.data
  }

  /// Reads the bytes; nil when they do not have the layout above.
  init?(_ data: Data) {
    var reader = ByteReader(data)
    guard reader.read(UInt32.self) == Self.magic, reader.read(UInt32.self) == Self.version,
      let columns = reader.read(UInt32.self), let rows = reader.read(UInt32.self)
    else { return nil }
    // By division, since the product of two damaged counts may not fit.
    let cells = reader.remaining / 4
    let fits = columns == 0 || rows == 0 ? cells == 0 : cells / Int(columns) == Int(rows)
    guard fits, reader.remaining.isMultiple(of: 4),
      columns == 0 || cells.isMultiple(of: Int(columns))
    else { return nil }
    self.init(columns: Int(columns), rows: Int(rows), values: [])
    values.reserveCapacity(self.columns * self.rows)
    while let value = reader.readFloat() { values.append(value) }
  }

  init(columns: Int, rows: Int, values: [Float]) {
    self.columns = columns
    self.rows = rows
    self.values = values
  }
}
