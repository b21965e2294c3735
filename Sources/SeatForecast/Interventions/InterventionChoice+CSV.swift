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

  /// Reads options from CSV `option,cost,first_year,place,stage,seats[,group][,from][,x,y]`, one line an
  /// effect; the lines of an option repeat its cost, first year and group.
  ///
  /// A line with `from` moves a border: up to `seats` pupils of `from` belong to the place. `x` and `y` say
  /// where the place stands, in metres.
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
    let group = reader.optionalPlace("group")
    let columns = try EffectColumns(reader, kind)
    var options: [Option] = []
    var places: [String: Int] = [:]
    for record in reader.table.records {
      guard let price = Double(record.fields[cost]), price >= 0, price < 1e12 else {
        throw reader.error(
          record, cost, "found “\(record.fields[cost])”; expected a cost from 0 to 1e12")
      }
      var option = Option(
        id: try reader.text(record, id), cost: price, firstYear: try reader.year(record, year),
        effects: [], group: group.map { record.fields[$0] } ?? "")
      try columns.add(record, to: &option)
      guard let known = places[option.id] else {
        places[option.id] = options.count
        options.append(option)
        continue
      }
      guard options[known].cost == option.cost, options[known].firstYear == option.firstYear,
        options[known].group == option.group
      else {
        throw reader.error(
          record, id, "option \(option.id) had another cost, first year or group before")
      }
      options[known].effects += option.effects
      options[known].borders += option.borders
    }
    return options
  }
}

/// The columns of one line of an option: seats that come or go, or a border that moves.
private struct EffectColumns {
  let reader: CSVColumns
  let kind: Subject.Kind
  let place: Int
  let stage: Int
  let seats: Int
  let from: Int?
  let position: (x: Int, y: Int)?

  init(_ reader: CSVColumns, _ kind: Subject.Kind) throws(ForecastError) {
    self.reader = reader
    self.kind = kind
    place = try reader.place("place")
    stage = try reader.place("stage")
    seats = try reader.place("seats")
    from = reader.optionalPlace("from")
    let hasPosition = reader.optionalPlace("x") != nil || reader.optionalPlace("y") != nil
    position = hasPosition ? (try reader.place("x"), try reader.place("y")) : nil
  }

  /// Adds the effect or border of a line.
  func add(
    _ record: CSVTable.Record, to option: inout InterventionChoice.Option
  ) throws(ForecastError) {
    let subject = Subject(kind, try reader.text(record, place))
    let taught = try reader.stage(record, stage)
    guard let from, !record.fields[from].isEmpty else {
      option.effects.append(
        .init(
          subject, taught, seats: try reader.seats(record, seats, least: -1_000_000),
          position: try point(record)))
      return
    }
    let giver = Subject(kind, try reader.text(record, from))
    guard giver != subject else {
      throw reader.error(record, from, "the border moves from \(subject.id) to itself")
    }
    if let position, !record.fields[position.x].isEmpty || !record.fields[position.y].isEmpty {
      throw reader.error(record, position.x, "a border stands at no place; leave it empty")
    }
    option.borders.append(
      .init(
        from: giver, to: subject, taught, pupils: try reader.seats(record, seats, least: 0)))
  }

  /// The place's position; nil where both fields are empty.
  private func point(_ record: CSVTable.Record) throws(ForecastError) -> Point2? {
    guard let position, !record.fields[position.x].isEmpty || !record.fields[position.y].isEmpty
    else { return nil }
    return Point2(
      try reader.metres(record, position.x), try reader.metres(record, position.y))
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
