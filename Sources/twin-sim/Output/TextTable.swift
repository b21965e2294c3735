/// A table for the terminal: columns as wide as their widest cell, Chinese characters counted as
/// two columns.
struct TextTable {
  private let head: [String]
  private var rows: [[String]] = []

  init(_ head: String...) { self.head = head }

  init(columns: [String]) { head = columns }

  mutating func add(_ cells: String...) { rows.append(cells) }

  mutating func add(row: [String]) { rows.append(row) }

  var text: String {
    let all = [head] + rows
    let widths = head.indices.map { column in
      all.map { column < $0.count ? Self.columns($0[column]) : 0 }.max() ?? 0
    }
    return all.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        line += cell
        if column + 1 < row.count {
          line += String(repeating: " ", count: widths[column] - Self.columns(cell) + 2)
        }
      }
      return line + "\n"
    }.joined()
  }

  /// Columns that a text takes on a terminal.
  static func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { sum, scalar in
      switch scalar.value {
      case 0x300...0x36f, 0x200b...0x200f: sum
      case 0x1100...0x115f, 0x2e80...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe4f,
        0xff00...0xff60, 0xffe0...0xffe6, 0x1f300...0x1faff, 0x20000...0x3fffd:
        sum + 2
      default: sum + 1
      }
    }
  }
}
