import TwinModel

/// Dwellings of one type that will be occupied in the years of a forecast.
public struct HousingDevelopment: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// The district that it is in.
  public var district: String
  /// The campus that takes its pupils in the grades that it teaches; nil for all schools of the
  /// district, by their pupils.
  public var school: String?
  /// The type of dwelling, one of ``DwellingYields``.
  public var type: String
  /// Dwellings, occupied ones included.
  public var dwellings: Int
  /// The first school year with pupils of dwellings not occupied yet.
  public var firstYear: Int
  /// Over how many years those are occupied, evenly; 1 for all at once.
  public var years: Int
  /// Dwellings occupied at the last roll, whose pupils are in it.
  public var occupied: Int
  /// Pupils that were counted in these.
  public var pupils: Int

  /// Creates a development.
  public init(
    name: String, district: String, school: String? = nil, type: String, dwellings: Int,
    firstYear: Int, years: Int = 1, occupied: Int = 0, pupils: Int = 0
  ) {
    self.name = name
    self.district = district
    self.school = school
    self.type = type
    self.dwellings = dwellings
    self.firstYear = firstYear
    self.years = years
    self.occupied = occupied
    self.pupils = pupils
  }

  /// Dwellings that were empty at the last roll and are occupied in a school year.
  func added(in year: Int) -> Double {
    let share = min(1, max(0, Double(year - firstYear + 1) / Double(years)))
    return share * Double(dwellings - occupied)
  }

  /// Reads developments from CSV
  /// `development,district,type,dwellings,first_year[,years][,school][,occupied][,pupils]`.
  ///
  /// - Parameters:
  ///   - csv: The file's UTF-8 bytes.
  ///   - file: Its name, as messages say it.
  /// - Returns: The developments in the order of the file.
  /// - Throws: ``ForecastError`` with line and column at the first field that is not as expected.
  public static func developments(
    csv: [UInt8], file: String
  ) throws(ForecastError) -> [HousingDevelopment] {
    let reader = CSVColumns(table: try CSVTable(bytes: csv, file: file))
    let name = try reader.place("development")
    let district = try reader.place("district")
    let type = try reader.place("type")
    let dwellings = try reader.place("dwellings")
    let first = try reader.place("first_year")
    let school = reader.optionalPlace("school")
    func count(
      _ record: CSVTable.Record, _ heading: String, otherwise: Int, least: Int
    ) throws(ForecastError) -> Int {
      guard let place = reader.optionalPlace(heading), !record.fields[place].isEmpty else {
        return otherwise
      }
      return try reader.seats(record, place, least: least)
    }
    var found: [HousingDevelopment] = []
    for record in reader.table.records {
      let development = HousingDevelopment(
        name: try reader.text(record, name), district: try reader.text(record, district),
        school: school.flatMap { record.fields[$0].isEmpty ? nil : record.fields[$0] },
        type: try reader.text(record, type),
        dwellings: try reader.seats(record, dwellings, least: 1),
        firstYear: try reader.year(record, first),
        years: try count(record, "years", otherwise: 1, least: 1),
        occupied: try count(record, "occupied", otherwise: 0, least: 0),
        pupils: try count(record, "pupils", otherwise: 0, least: 0))
      guard development.occupied <= development.dwellings else {
        throw reader.error(
          record, dwellings,
          "\(development.occupied) dwellings are occupied, more than there are")
      }
      guard development.occupied > 0 || development.pupils == 0 else {
        throw reader.error(
          record, name, "pupils were counted, but no dwelling is occupied; give the column occupied"
        )
      }
      found.append(development)
    }
    return found
  }
}
