import Foundation
import Testing
import TwinTestSupport

/// A CSV of `../shared/data/radio`, numbers and words without quotes, by column name.
struct RadioTable {
  let rows: [[String: String]]

  init(_ name: String) throws {
    let folder = try #require(Checkout.shared).appendingPathComponent("data/radio")
    let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(lines.first)
    rows = lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }
}

/// The number in a column.
func number(_ row: [String: String], _ column: String) throws -> Double {
  try #require(row[column].flatMap(Double.init))
}
