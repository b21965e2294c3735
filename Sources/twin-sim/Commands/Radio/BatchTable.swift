import Foundation
import SeatForecast

/// A table of questions: read as CSV, printed again with what was computed.
struct BatchTable {
  let file: String
  let header: [String]
  let records: [CSVTable.Record]
  /// The columns that an earlier run wrote, which this one replaces.
  private let kept: [Int]

  /// Reads a table.
  ///
  /// - Throws: ``CommandFailure`` or ``ForecastError`` with the line of what is wrong.
  init(_ input: InputFile) throws {
    let table = try CSVTable(bytes: Array(input.data), file: input.path)
    file = input.path
    header = table.header
    records = table.records
    kept = header.indices.filter { !table.header[$0].hasPrefix("computed_") }
  }

  /// What a row comes to: as many numbers as there are columns, or none, and remarks.
  struct Answer {
    var values: [Double] = []
    var notes: [String] = []
  }

  /// One row, by the names of its columns.
  struct Row {
    let places: [String: Int]
    let record: CSVTable.Record

    /// The field without blanks around it; nil when the column is not there or the field empty.
    func text(_ column: String) -> String? {
      guard let place = places[column] else { return nil }
      let field = record.fields[place]
      // Foundation's trimming takes longer than the formula: only where there is something to trim.
      guard field.utf8.first.map(Self.isBlank) == true || field.utf8.last.map(Self.isBlank) == true
      else { return field.isEmpty ? nil : field }
      let trimmed = field.trimmingCharacters(in: .whitespaces)
      return trimmed.isEmpty ? nil : trimmed
    }

    /// A space, a tab, or a byte of a sign that may be a wider blank.
    private static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 || byte >= 0x80 }

    /// A word that must be there.
    func word(_ column: String) throws -> String {
      guard let text = text(column) else { throw BatchProblem("\(column) is empty") }
      return text
    }

    /// A finite number that must be there.
    func number(_ column: String) throws -> Double {
      let word = try word(column)
      guard let value = Double(word), value.isFinite else {
        throw BatchProblem("\(column) is “\(word)”; expected a number")
      }
      return value
    }
  }

  /// Prints the table with the answers of all rows behind it.
  ///
  /// - Throws: ``CommandFailure`` with status 2 when rows have no value, after all are printed.
  func answer(columns: [String], by compute: (Row) throws -> Answer) throws {
    let places = Dictionary(uniqueKeysWithValues: header.indices.map { (header[$0], $0) })
    var text = ""
    Self.append(kept.map { header[$0] } + columns + ["computed_note"], to: &text)
    var (without, first) = (0, "")
    for record in records {
      var answer: Answer
      do { answer = try compute(Row(places: places, record: record)) } catch let problem
        as BatchProblem
      {
        answer = Answer(notes: [problem.reason])
      }
      if answer.values.isEmpty {
        if without == 0 { first = "line \(record.line): \(answer.notes.joined(separator: "; "))" }
        without += 1
      }
      let numbers =
        answer.values.isEmpty
        ? columns.map { _ in "" } : answer.values.map { String(format: "%.9f", $0) }
      let fields = kept.map { record.fields[$0] } + numbers + [answer.notes.joined(separator: "; ")]
      Self.append(fields, to: &text)
      if text.utf8.count > 1 << 20 {
        Console.write(text)
        text = ""
      }
    }
    Console.write(text)
    if without > 0 {
      throw CommandFailure(
        .partial,
        "\(file): \(without) of \(records.count) rows have no value, see computed_note; the first, "
          + first)
    }
  }

  private static func append(_ fields: [String], to text: inout String) {
    for (index, field) in fields.enumerated() {
      if index > 0 { text += "," }
      let mustQuote = field.utf8.contains {
        $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\r")
          || $0 == UInt8(ascii: "\n")
      }
      text += mustQuote ? "\"" + field.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : field
    }
    text += "\n"
  }
}

/// Why a row has no value.
struct BatchProblem: Error {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}
