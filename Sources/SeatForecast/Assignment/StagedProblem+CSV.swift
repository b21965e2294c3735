public import TwinModel

extension StagedProblem {
  /// Reads blocks and schools from CSV, one stage or several.
  ///
  /// Blocks are `block,zone,x,y,pupils[,pupils2…][,stage][,from]`, one column of pupils a class of priority;
  /// `from` is the school that they leave, empty where it is not known. Schools are
  /// `school,zones,x,y,seats[,stage]`, zones separated by spaces; empty seats are those of `capacity`. Both
  /// files have a stage, or neither.
  ///
  /// - Parameters:
  ///   - blocks: The UTF-8 bytes of the blocks, and the file's name, as messages say it.
  ///   - schools: Those of the schools.
  ///   - feeders: The links.
  ///   - rules: The rules.
  ///   - capacity: Seats by school and stage, for schools whose seats are empty.
  /// - Throws: ``ForecastError`` with line and column at the first field that is not as expected.
  public init(
    blocks: (csv: [UInt8], file: String), schools: (csv: [UInt8], file: String),
    feeders: [FeederLink], rules: BlockProblem.Rules, capacity: [String: [Stage: Int]] = [:]
  ) throws(ForecastError) {
    let homes = CSVColumns(table: try CSVTable(bytes: blocks.csv, file: blocks.file))
    let seats = CSVColumns(table: try CSVTable(bytes: schools.csv, file: schools.file))
    let columns = (homes.optionalPlace("stage"), seats.optionalPlace("stage"))
    let blocksByStage = try homes.blocks(columns.0)
    let schoolsByStage = try seats.schools(columns.1, capacity)
    guard (columns.0 == nil) == (columns.1 == nil) else {
      throw ForecastError(
        file: columns.0 == nil ? blocks.file : schools.file, line: 1,
        reason:
          "there is no column “stage”, which \(columns.0 == nil ? schools.file : blocks.file) "
          + "has; both files need it, or neither")
    }
    let stages: [Stage?] = columns.0 == nil ? [nil] : Stage.allCases
    parts = stages.compactMap { stage in
      let (blocks, schools) = (blocksByStage[stage] ?? [], schoolsByStage[stage] ?? [])
      let isThere = stage == nil || !blocks.isEmpty || !schools.isEmpty
      return isThere ? Part(stage: stage, blocks: blocks, schools: schools) : nil
    }
    self.feeders = feeders
    self.rules = rules
  }
}

extension CSVColumns {
  fileprivate func blocks(
    _ stage: Int?
  ) throws(ForecastError) -> [Stage?: [BlockProblem.Block]] {
    let (id, zone) = (try place("block"), try place("zone"))
    let (x, y) = (try place("x"), try place("y"))
    var pupils = [try place("pupils")]
    while let next = optionalPlace("pupils\(pupils.count + 1)") { pupils.append(next) }
    let from = optionalPlace("from")
    var blocks: [Stage?: [BlockProblem.Block]] = [:]
    for record in table.records {
      var counts: [Int] = []
      for place in pupils { counts.append(try whole(record, place)) }
      let left = from.map { record.fields[$0] } ?? ""
      let block = BlockProblem.Block(
        id: try text(record, id), zone: record.fields[zone],
        position: Point2(try metres(record, x), try metres(record, y)), pupils: counts,
        from: left.isEmpty ? nil : left)
      blocks[try optionalStage(record, stage), default: []].append(block)
    }
    return blocks
  }

  fileprivate func schools(
    _ stage: Int?, _ capacity: [String: [Stage: Int]]
  ) throws(ForecastError) -> [Stage?: [BlockProblem.School]] {
    let (id, zones) = (try place("school"), try place("zones"))
    let (x, y) = (try place("x"), try place("y"))
    let seats = try place("seats")
    var schools: [Stage?: [BlockProblem.School]] = [:]
    for record in table.records {
      let (name, taught) = (try text(record, id), try optionalStage(record, stage))
      var number = taught.flatMap { capacity[name]?[$0] } ?? 0
      if !record.fields[seats].isEmpty {
        number = try whole(record, seats)
      } else if taught.flatMap({ capacity[name]?[$0] }) == nil {
        throw error(record, seats, "the seats of \(name) are empty, and no model of it has any")
      }
      let school = BlockProblem.School(
        id: name,
        zones: record.fields[zones].split(separator: " ").map(String.init),
        position: Point2(try metres(record, x), try metres(record, y)),
        seats: number)
      schools[taught, default: []].append(school)
    }
    return schools
  }
}

extension CSVColumns {
  /// The stage in a column; nil where there is no such column.
  fileprivate func optionalStage(
    _ record: CSVTable.Record, _ place: Int?
  ) throws(ForecastError) -> Stage? {
    guard let place else { return nil }
    return try stage(record, place)
  }

  /// A whole number of pupils or seats, 0 to a million.
  func whole(_ record: CSVTable.Record, _ place: Int) throws(ForecastError) -> Int {
    guard let value = Int(record.fields[place]), (0...1_000_000).contains(value) else {
      throw error(
        record, place,
        "found “\(record.fields[place])”; expected a whole number from 0 to 1000000")
    }
    return value
  }

  /// A coordinate or length (m).
  func metres(
    _ record: CSVTable.Record, _ place: Int
  ) throws(ForecastError) -> Double {
    guard let value = Double(record.fields[place]), abs(value) < 2e7 else {
      throw error(
        record, place, "found “\(record.fields[place])”; expected metres in a projected system")
    }
    return value
  }
}
