import Foundation
import RadioCoverage
import SeatForecast

/// The links of a survey, from CSV, in groups.
struct SurveyFile {
  /// Groups in the order of their first link; one group “all” without a column for them.
  let groups: [(name: String, links: [SurveyLink])]

  /// Reads a survey; the names are those of the columns.
  ///
  /// - Throws: ``CommandFailure`` with line and column of what is wrong.
  init(
    path: String, transmitter: String, distance: String, level: String, walls: [String],
    group: String?
  ) throws {
    let file = try RadioTable(path)
    func column(_ name: String) throws -> Int { try file.column([name.lowercased()]) }
    let (transmitter, distance) = (try column(transmitter), try column(distance))
    let (level, walls) = (try column(level), try walls.map(column))
    let group = try group.map(column)
    var groups: [(name: String, links: [SurveyLink])] = []
    var places: [String: Int] = [:]
    for record in file.table.records {
      let name = group.map { record.fields[$0] } ?? "all"
      let place = places[name] ?? groups.count
      if place == groups.count {
        places[name] = place
        groups.append((name, []))
      }
      guard !record.fields[transmitter].isEmpty else {
        throw file.failure(record, transmitter, "found nothing; expected a transmitter's name")
      }
      groups[place].links.append(
        SurveyLink(
          transmitter: record.fields[transmitter],
          distance: try file.number(record, distance, in: 0...1e6),
          crossings: try walls.map { place in
            switch record.fields[place].uppercased() {
            case "LOS": 0
            case "NLOS": 1
            default: try file.number(record, place, in: 0...1000)
            }
          },
          level: try file.number(record, level, in: -250...100)))
    }
    self.groups = groups
  }
}
