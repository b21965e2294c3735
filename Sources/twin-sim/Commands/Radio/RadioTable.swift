import Foundation
import RadioCoverage
import SeatForecast
import TwinModel

/// A CSV file of numbers with headings, for walls, sites and surveys.
///
/// Columns stand in any order; each may have one of several headings, upper or lower case. Further
/// columns are allowed and not read.
struct RadioTable {
  let table: CSVTable
  private let headings: [String]

  init(_ path: String) throws {
    table = try CSVTable(bytes: Array(try InputFile(path).data), file: path)
    headings = table.header.map { $0.lowercased() }
    guard !table.records.isEmpty else {
      throw CommandFailure(.badInput, "\(path): there is nothing under the headings")
    }
  }

  /// The place of the first of `names` that is a heading; nil when none is.
  func optional(_ names: [String]) -> Int? {
    names.lazy.compactMap { headings.firstIndex(of: $0) }.first
  }

  /// The place of the first of `names` that is a heading.
  func column(_ names: [String]) throws -> Int {
    guard let place = optional(names) else {
      throw CommandFailure(
        .badInput,
        "\(table.file):1: there is no column “\(names[0])”; the columns are "
          + table.header.map { "“\($0)”" }.joined(separator: ", "))
    }
    return place
  }

  /// The finite number in a field, within `range`.
  func number(
    _ record: CSVTable.Record, _ place: Int, in range: ClosedRange<Double> = -1e7...1e7
  ) throws -> Double {
    let field = record.fields[place].trimmingCharacters(in: .whitespaces)
    guard let value = Double(field), range.contains(value) else {
      throw failure(
        record, place,
        "found “\(field)”; expected a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  func failure(_ record: CSVTable.Record, _ place: Int, _ reason: String) -> CommandFailure {
    CommandFailure(
      .badInput,
      ForecastError(
        file: table.file, line: record.line, column: table.header[place], reason: reason
      ).description)
  }
}
