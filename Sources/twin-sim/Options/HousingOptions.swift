import ArgumentParser
import SeatForecast
import SeedFiles

/// Dwellings that are occupied in the years of a forecast.
struct HousingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Housing developments (CSV: development, district, type, dwellings, first_year, years, school, "
        + "occupied, pupils).", valueName: "file"))
  var housing: String?
  @OptionGroup var seeds: SeedOptions

  /// The forecast with the pupils of developments.
  func applied(to forecast: ForecastResult) throws -> ForecastResult {
    try forecast.adding(developments(), yields: yields())
  }

  /// The developments; none without a file.
  func developments() throws -> [HousingDevelopment] {
    guard let housing else { return [] }
    let file = try InputFile(housing)
    return try HousingDevelopment.developments(csv: Array(file.data), file: file.path)
  }

  /// What dwellings yield; nothing where no developments are given.
  func yields() throws -> DwellingYields {
    guard housing != nil else { return DwellingYields(byType: [:]) }
    return try DwellingYields.load(from: seeds.folder().read("housing/pupils-per-dwelling.yaml"))
  }
}
