import BIMImport
import Foundation
import SeatForecast
import TwinModel

/// The register of a district's schools (CSV): who they are, where they stand, what is declared of
/// them, and which building models they have.
///
/// Columns: `campus,name,kind,stages,ifc` and, when known, `district`, `easting`, `northing` (metres
/// on the map), `uplink_mbit_s`, `classroom_mbit_s`, `wired_mbit_s`, `nr_mbit_s`, `wired_link`,
/// `nr_link`, `dual_link`, `indoor_system` (yes or no). Stages are separated by `+`
/// or blanks, files by blanks. An empty field is not known.
struct SchoolRegister {
  struct School {
    let id: CampusID
    let name: String
    let kind: ProjectKind
    let stages: [Stage]
    /// Building models, as paths relative to the register.
    let files: [String]
    let district: String?
    let position: Point2?
    let declarations: [Fact]
  }

  let schools: [School]
  let sha256: String
  /// The folder that file names are relative to.
  let folder: String

  init(_ file: InputFile) throws {
    let table = try CSVTable(bytes: Array(file.data), file: file.path)
    sha256 = file.sha256
    folder = URL(fileURLWithPath: file.path).deletingLastPathComponent().path
    var schools: [School] = []
    for record in table.records {
      let row = RegisterRow(table: table, record: record)
      let school = try row.school()
      guard !schools.contains(where: { $0.id == school.id }) else {
        throw row.failure("campus", "the campus “\(school.id)” stands here twice")
      }
      schools.append(school)
    }
    self.schools = schools
  }

  /// The schools as the assignment of seats sees them; those without a district are in `district`.
  func sites(district: String) -> [SeatSite] {
    schools.map {
      SeatSite(campus: $0.id, district: $0.district ?? district, position: $0.position)
    }
  }
}

/// One record of a register, read by the names of its columns.
private struct RegisterRow {
  let table: CSVTable
  let record: CSVTable.Record

  func failure(_ column: String, _ reason: String) -> CommandFailure {
    CommandFailure(.badInput, "\(table.file):\(record.line): column “\(column)”: \(reason)")
  }

  func school() throws -> SchoolRegister.School {
    let id: CampusID
    do { id = try CampusID(required("campus")) } catch let error as ModelError {
      throw failure("campus", "\(error)")
    }
    let kindName = try required("kind")
    guard let kind = ProjectKind(rawValue: kindName) else {
      throw failure("kind", "found “\(kindName)”; expected \(Self.words(ProjectKind.self))")
    }
    let stages = try required("stages").split(whereSeparator: { " +".contains($0) }).map { word in
      guard let stage = Stage(rawValue: String(word)) else {
        throw failure("stages", "found “\(word)”; expected \(Self.words(Stage.self))")
      }
      return stage
    }
    let (east, north) = (try number("easting"), try number("northing"))
    return SchoolRegister.School(
      id: id, name: try required("name"), kind: kind, stages: stages,
      files: optional("ifc")?.split(separator: " ").map(String.init) ?? [],
      district: optional("district"),
      position: east.flatMap { east in north.map { Point2(east, $0) } },
      declarations: try declarations(of: id))
  }

  private func declarations(of campus: CampusID) throws -> [Fact] {
    var facts: [Fact] = []
    for (column, quantity) in [
      ("uplink_mbit_s", "network.uplink_rate"), ("classroom_mbit_s", "network.classroom_rate"),
      ("wired_mbit_s", "network.wired_rate"), ("nr_mbit_s", "network.nr_rate"),
    ] as [(String, QuantityName)] {
      if let rate = try number(column) {
        facts.append(Fact(.campus(campus), quantity, .number(rate), method: .declaration))
      }
    }
    for (column, quantity) in [
      ("wired_link", "network.wired_link"), ("nr_link", "network.nr_link"),
      ("dual_link", "network.dual_link"), ("indoor_system", "network.indoor_system"),
    ] as [(String, QuantityName)] {
      if let flag = try flag(column) {
        facts.append(Fact(.campus(campus), quantity, .flag(flag), method: .declaration))
      }
    }
    let links = facts.filter {
      $0.quantity == "network.wired_link" || $0.quantity == "network.nr_link"
    }
    if try flag("dual_link") == nil, links.count == 2 {
      facts.append(
        Fact(
          .campus(campus), "network.dual_link",
          .flag(links.allSatisfy { $0.value == .flag(true) }), method: .declaration,
          note: "from the wired link and the 5G link"))
    }
    return facts
  }

  // MARK: - Fields

  private func optional(_ column: String) -> String? {
    guard let place = table.header.firstIndex(of: column) else { return nil }
    let field = record.fields[place]
    return field.isEmpty ? nil : field
  }

  private func required(_ column: String) throws -> String {
    guard table.header.contains(column) else {
      throw CommandFailure(
        .badInput,
        "\(table.file): there is no column “\(column)”; the columns are "
          + table.header.joined(separator: ", "))
    }
    guard let field = optional(column) else { throw failure(column, "the field is empty") }
    return field
  }

  private func number(_ column: String) throws -> Double? {
    guard let field = optional(column) else { return nil }
    guard let value = Double(field), value.isFinite else {
      throw failure(column, "found “\(field)”; expected a number")
    }
    return value
  }

  private func flag(_ column: String) throws -> Bool? {
    switch optional(column) {
    case nil: nil
    case "yes": true
    case "no": false
    case let other?: throw failure(column, "found “\(other)”; expected yes, no or nothing")
    }
  }

  private static func words<Choice: RawRepresentable & CaseIterable>(
    _ type: Choice.Type
  ) -> String where Choice.RawValue == String {
    Choice.allCases.map(\.rawValue).joined(separator: ", ")
  }
}
