public import TwinModel

/// Pupils of a block who go to a school today, as rolls say it.
public struct Attendance: Hashable, Sendable {
  /// The block.
  public var block: String
  /// The school.
  public var school: String
  /// The stage; nil where files know one only and do not name it.
  public var stage: Stage?
  /// How many.
  public var pupils: Int

  /// Creates attendance.
  public init(block: String, school: String, stage: Stage? = nil, pupils: Int) {
    self.block = block
    self.school = school
    self.stage = stage
    self.pupils = pupils
  }
}

extension Attendance {
  /// Reads who goes where from CSV `block,school,pupils[,stage]`, which the homes of a forecast are, too.
  ///
  /// Lines without a school are those of pupils whose school nobody knows, and are skipped; the other
  /// columns of homes are not looked at.
  ///
  /// - Parameters:
  ///   - csv: The file's UTF-8 bytes.
  ///   - file: Its name, as messages say it.
  ///   - problem: The blocks and schools of today, which the lines must be about.
  /// - Returns: The lines with a school in the order of the file.
  /// - Throws: ``ForecastError`` with line and column at the first field that is not as expected, for
  ///   blocks and schools that are not there, and for more pupils than a block has.
  public static func attendance(
    csv: [UInt8], file: String, of problem: StagedProblem
  ) throws(ForecastError) -> [Attendance] {
    let reader = CSVColumns(table: try CSVTable(bytes: csv, file: file))
    let (block, school) = (try reader.place("block"), try reader.place("school"))
    let (pupils, stage) = (try reader.place("pupils"), reader.optionalPlace("stage"))
    try reader.refuseOthers(
      than: ["block", "school", "pupils", "stage", "district", "x", "y", "zone"])
    var places = problem.parts.map(Places.init)
    var known = Set<[String?]>()
    var found: [Attendance] = []
    for record in reader.table.records where !record.fields[school].isEmpty {
      var line = Attendance(
        block: try reader.text(record, block), school: try reader.text(record, school),
        pupils: try reader.whole(record, pupils))
      if let stage, !record.fields[stage].isEmpty { line.stage = try reader.stage(record, stage) }
      guard let part = problem.parts.firstIndex(where: { $0.stage == line.stage }) else {
        throw reader.error(
          record, stage ?? school,
          line.stage.map { "no block or school is of \($0.rawValue)" }
            ?? "there is no stage; expected one of those of the blocks")
      }
      let name = line.stage.map { " of \($0.rawValue)" } ?? ""
      guard let room = places[part].pupils[line.block] else {
        throw reader.error(record, block, "there is no block “\(line.block)”\(name)")
      }
      guard places[part].schools.contains(line.school) else {
        throw reader.error(record, school, "there is no school “\(line.school)”\(name)")
      }
      guard known.insert([line.block, line.school, line.stage?.rawValue]).inserted else {
        throw reader.error(
          record, school, "block \(line.block) has a line of school \(line.school) before")
      }
      let sum = places[part].attending[line.block, default: 0] + line.pupils
      guard sum <= room else {
        throw reader.error(
          record, pupils,
          "\(sum) pupils\(name) of block \(line.block) go to school by now, but it has \(room); "
            + "expected up to \(room) in all of its lines")
      }
      places[part].attending[line.block] = sum
      found.append(line)
    }
    return found
  }

  /// What lines of one stage are compared with.
  private struct Places {
    /// Pupils by block.
    var pupils: [String: Int] = [:]
    var schools: Set<String>
    /// Pupils who were read, by block.
    var attending: [String: Int] = [:]

    init(_ part: StagedProblem.Part) {
      schools = Set(part.schools.map(\.id))
      for block in part.blocks { pupils[block.id, default: 0] += block.pupils.reduce(0, +) }
    }
  }
}
