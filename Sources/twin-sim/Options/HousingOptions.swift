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
    guard let housing else { return forecast }
    let file = try InputFile(housing)
    return try forecast.adding(
      HousingDevelopment.developments(csv: Array(file.data), file: file.path),
      yields: DwellingYields.load(
        from: seeds.folder().read("housing/pupils-per-dwelling.yaml")))
  }
}
