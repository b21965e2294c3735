import ArgumentParser
import SeatForecast
import SeedFiles
import TwinModel

/// Seats and places of schools, and where their pupils live.
struct SiteOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Seats and places of schools (CSV: school, stage, x, y, and seats, classes or both).",
      valueName: "file"))
  var sites: String?
  @Option(
    help: ArgumentHelp(
      "Pupils in a class of primary and secondary grades, for sites with classes; "
        + "\(ClassSizeArgument(size: ClassSizeArgument.usual).defaultValueDescription) when absent.",
      valueName: "p/s"))
  var classSize: ClassSizeArgument?
  @Option(
    help: ArgumentHelp(
      "Where pupils live, so that they walk and move from home (CSV: block, district, x, y, pupils, stage, and the "
        + "school that a line's pupils go to).", valueName: "file"))
  var homes: String?
  @Option(
    help: ArgumentHelp("Walking metres from home for a metre of straight line.", valueName: "x"))
  var detour = 1.3
  @OptionGroup var walks: WalkOptions

  func validate() throws {
    guard classSize == nil || sites != nil else {
      throw ValidationError("--class-size changes the seats of --sites; give both")
    }
    guard homes == nil || sites != nil else {
      throw ValidationError("--homes says how far it is to the schools of --sites; give both")
    }
    guard !walks.isSet || homes != nil else {
      throw ValidationError(
        "--walking-speed and --walk-limit judge the walks from --homes; give that, too")
    }
  }

  /// The sites; nil when no file is named.
  func read() throws -> [SchoolSite]? {
    guard let sites else { return nil }
    let csv = Array(try InputFile(sites).data)
    if classSize != nil, try !SchoolSite.hasClasses(csv: csv, file: sites) {
      throw ValidationError(
        "--class-size changes nothing: no line of \(sites) has classes, only seats")
    }
    return try SchoolSite.sites(
      csv: csv, file: sites, classSize: classSize?.size ?? ClassSizeArgument.usual)
  }

  /// The homes; nil when no file is named.
  func pupilHomes(_ seeds: SeedOptions) throws -> PupilHomes? {
    guard let homes else { return nil }
    return try PupilHomes(
      csv: Array(InputFile(homes).data), file: homes, limits: walks.limits(seeds),
      detour: detour)
  }
}
