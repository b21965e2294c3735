public import TwinModel

extension InterventionChoice {
  /// Seats that there are, by place and stage.
  public typealias Seats = [Subject: [Stage: Int]]

  /// Reads today's seats from CSV `place,stage,seats`, a place being a school or a district.
  ///
  /// - Parameters:
  ///   - csv: The file's UTF-8 bytes.
  ///   - file: Its name, as messages say it.
  ///   - kind: What places are: `.campus` or `.district`.
  /// - Returns: Seats by place and stage.
  /// - Throws: ``ForecastError`` with line and column at the first field that is not as expected.
  public static func seats(
    csv: [UInt8], file: String, kind: Subject.Kind
  ) throws(ForecastError) -> Seats {
    let reader = CSVColumns(table: try CSVTable(bytes: csv, file: file))
    let place = try reader.place("place")
    let stage = try reader.place("stage")
    let seats = try reader.place("seats")
    var found: Seats = [:]
    for record in reader.table.records {
      let subject = Subject(kind, try reader.text(record, place))
      let taught = try reader.stage(record, stage)
      guard found[subject]?[taught] == nil else {
        throw reader.error(record, place, "\(subject.id) has seats of this stage twice")
      }
      found[subject, default: [:]][taught] = try reader.seats(record, seats, least: 0)
    }
    return found
  }

  /// Reads options from CSV `option,cost,first_year,place,stage,seats[,group]`, one line an effect; the
  /// lines of an option repeat its cost, first year and group.
  ///
  /// - Parameters:
  ///   - csv: The file's UTF-8 bytes.
  ///   - file: Its name, as messages say it.
  ///   - kind: What places are: `.campus` or `.district`.
  /// - Returns: The options in the order of the file.
  /// - Throws: ``ForecastError`` with line and column at the first field that is not as expected.
  public static func options(
    csv: [UInt8], file: String, kind: Subject.Kind
  ) throws(ForecastError) -> [Option] {
    let reader = CSVColumns(table: try CSVTable(bytes: csv, file: file))
    let id = try reader.place("option")
    let cost = try reader.place("cost")
    let year = try reader.place("first_year")
    let place = try reader.place("place")
    let stage = try reader.place("stage")
    let seats = try reader.place("seats")
    let group = reader.optionalPlace("group")
    var options: [Option] = []
    for record in reader.table.records {
      let effect = Option.Effect(
        Subject(kind, try reader.text(record, place)), try reader.stage(record, stage),
        seats: try reader.seats(record, seats, least: -1_000_000))
      guard let price = Double(record.fields[cost]), price >= 0, price < 1e12 else {
        throw reader.error(
          record, cost, "found “\(record.fields[cost])”; expected a cost from 0 to 1e12")
      }
      let option = Option(
        id: try reader.text(record, id), cost: price, firstYear: try reader.year(record, year),
        effects: [effect], group: group.map { record.fields[$0] } ?? "")
      guard let known = options.firstIndex(where: { $0.id == option.id }) else {
        options.append(option)
        continue
      }
      guard options[known].cost == option.cost, options[known].firstYear == option.firstYear,
        options[known].group == option.group
      else {
        throw reader.error(
          record, id, "option \(option.id) had another cost, first year or group before")
      }
      options[known].effects.append(effect)
    }
    return options
  }
}

extension ForecastResult {
  /// What every place with known seats will need, in the years after the last roll.
  ///
  /// - Throws: ``ForecastError`` for seats of a place or stage that the forecast does not know.
  public func needs(
    _ seats: InterventionChoice.Seats
  ) throws(ForecastError) -> [InterventionChoice.Need] {
    let units = Dictionary(
      (schools + districts).map { ($0.subject, $0) }, uniquingKeysWith: { first, _ in first })
    var needs: [InterventionChoice.Need] = []
    for (place, byStage) in seats.sorted(by: { $0.key.id < $1.key.id }) {
      guard let unit = units[place] else {
        throw ForecastError(
          reason: "there are seats of \(place.kind.rawValue) \(place.id), which has no forecast")
      }
      for (stage, count) in byStage.sorted(by: { $0.key < $1.key }) {
        guard let index = stages.firstIndex(where: { $0.stage == stage }) else {
          throw ForecastError(
            reason: "\(place.id) has seats of \(stage.rawValue), a stage without forecast")
        }
        for year in unit.years where !year.isObserved {
          needs.append(
            .init(
              place: place, stage: stage, year: year.year, demand: year.stages[index],
              seats: count))
        }
      }
    }
    return needs
  }
}

extension CSVColumns {
  /// A stage by its English name.
  func stage(_ record: CSVTable.Record, _ place: Int) throws(ForecastError) -> Stage {
    guard let stage = Stage(rawValue: record.fields[place]) else {
      throw error(
        record, place,
        "found “\(record.fields[place])”; expected primary, junior or senior")
    }
    return stage
  }

  /// A whole number of seats.
  func seats(
    _ record: CSVTable.Record, _ place: Int, least: Int
  ) throws(ForecastError) -> Int {
    guard let value = Int(record.fields[place]), (least...1_000_000).contains(value) else {
      throw error(
        record, place,
        "found “\(record.fields[place])”; expected a whole number from \(least) to 1000000")
    }
    return value
  }
}
