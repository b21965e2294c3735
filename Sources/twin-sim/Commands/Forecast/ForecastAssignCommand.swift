import ArgumentParser
import Foundation
import SeatForecast
import SeedFiles
import TwinModel

/// `twin-sim forecast assign`: who sits where, from residential blocks to seats.
struct ForecastAssignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: "Assign the pupils of blocks to the seats of schools.",
    discussion: """
      Blocks are CSV with block, zone, x, y and pupils, then pupils2 and so on for further classes of
      priority; schools with school, zones (separated by spaces), x, y and seats. Places are metres.
      As many pupils as possible get a seat, those of the first class before all others, with the
      fewest metres; the result is proven over all pairs.

      With a column stage in both files, stages are assigned one after the other, the youngest first.
      Pupils leave the schools where the block's younger pupils sit, or the one in the column from.
      Schools with both stages keep their own pupils before all others; then come feeder links
      (from, to, share, priority), in order of priority, each for a share of those who leave.

      --today compares with where pupils go, as far as that is known. --matrix and --in-out say who lives
      where and goes where: in the zone of their school or out of it.
      """)

  @Option(help: ArgumentHelp("Where pupils live (CSV).", valueName: "file"))
  var blocks: String
  @Option(help: ArgumentHelp("Schools with seats (CSV).", valueName: "file"))
  var schools: String
  @Option(
    help: ArgumentHelp(
      "Who goes on where by right (CSV: from, to, share, priority).", valueName: "file"))
  var feeders: String?
  @Option(
    help: ArgumentHelp(
      "Schools that open, expand, close or merge (CSV, as forecast run has it; the district of a new "
        + "school is its zones).", valueName: "file"))
  var changes: String?
  @Option(
    help: ArgumentHelp(
      "The school year, for --changes: later ones do not count.", valueName: "year"))
  var year: Int?
  @Option(
    help: ArgumentHelp(
      "A database of models, whose rooms say the seats that are empty in --schools.",
      valueName: "file"))
  var db: String?
  @Option(
    help: ArgumentHelp(
      "Pupils in a class of primary and secondary grades, for the seats of --db; "
        + "\(ClassSizeArgument(size: ClassSizeArgument.usual).defaultValueDescription) when absent.",
      valueName: "p/s"))
  var classSize: ClassSizeArgument?
  @Option(help: ArgumentHelp("Walking metres for a metre of straight line.", valueName: "x"))
  var detour = 1.3
  @Option(
    help: ArgumentHelp("Metres that crossing a border of zones costs.", valueName: "m"))
  var crossing = 2000.0
  @Flag(help: "Nobody crosses a border of zones.")
  var withinZones = false
  @Option(
    help: ArgumentHelp(
      "Roads that should not be crossed (CSV: x1, y1, x2, y2, metres that it counts as).",
      valueName: "file"))
  var barriers: String?
  @Flag(help: "All pupils of a block go to one school.")
  var wholeBlocks = false
  @Option(
    help: ArgumentHelp(
      "A walk that is too far; as seeds/seats/walks.yaml has it when absent, for primary where no "
        + "stage is named.", valueName: "m"))
  var far: Double?
  @Option(
    help: ArgumentHelp(
      "Minutes on foot that are too long; as seeds/seats/walks.yaml has it when absent.",
      valueName: "min"))
  var long: Double?
  @OptionGroup var walks: WalkOptions
  @OptionGroup var attendance: AttendanceOptions
  @Option(
    help: ArgumentHelp(
      "Write a map of the flows (SVG); of several stages one each, FILE-primary.svg.",
      valueName: "file"))
  var map: String?
  @OptionGroup var seeds: SeedOptions

  func validate() throws {
    guard (changes == nil) == (year == nil) else {
      throw ValidationError("--changes and --year say together which seats there are; give both")
    }
    guard classSize == nil || db != nil else {
      throw ValidationError("--class-size changes the seats of --db; give both")
    }
  }

  func run() throws {
    var problem = try StagedProblem(
      blocks: (read(blocks), blocks), schools: (read(schools), schools),
      feeders: feeders.map { try FeederLink.links(csv: read($0), file: $0) } ?? [],
      rules: .init(
        detour: detour, crossing: withinZones ? nil : Metres(crossing),
        barriers: try barriers.map { try RoadBarrier.barriers(csv: read($0), file: $0) } ?? [],
        wholeBlocks: wholeBlocks),
      capacity: db.map {
        try CampusSeats.read(
          db: $0, seeds: seeds, classSize: classSize?.size ?? ClassSizeArgument.usual)
      } ?? [:])
    let today = problem
    let attending = try attendance.read(today)
    if let changes, let year {
      problem = try problem.applying(
        SchoolChange.changes(csv: read(changes), file: changes), in: year)
    }
    let limits = try limits()
    let table = AssignmentTable(
      hasStages: problem.parts.contains { $0.stage != nil },
      hasRights: feeders != nil
        || problem.parts.contains { $0.stage != nil || $0.blocks.contains { $0.from != nil } },
      limits: limits)
    let found = try StagedAssignment(problem)
    Console.line(table.header)
    var matrices: [AttendanceMatrix] = []
    for part in found.parts {
      for line in table.lines(part) { Console.line(line) }
      Console.note(table.summary(part))
      if let map { try write(table.map(part), to: path(map, part.stage)) }
      guard attendance.isWanted else { continue }
      let matrix = attendance.matrix(part, attending, today: today)
      if attendance.today != nil {
        let walks = today.walks(
          of: attending, part.stage, limits: limits, as: table.judged(part))
        Console.note(
          attendance.comparison(matrix, walks: walks, limits: limits, stage: table.judged(part)))
      }
      Console.note(attendance.summary(matrix))
      matrices.append(matrix)
    }
    if let file = attendance.matrix { try write(attendance.cells(matrices), to: file) }
    if let file = attendance.inOut { try write(attendance.sums(matrices), to: file) }
  }

  /// The limits of all stages, those of the options before those of the seeds.
  private func limits() throws -> WalkLimits {
    var limits = try WalkLimits.load(from: seeds.folder().read("seats/walks.yaml"))
    for stage in Stage.allCases {
      if let far { limits.byStage[stage] = Metres(far) }
      if let long { limits.minutes[stage] = Minutes(long) }
    }
    return walks.limits(limits)
  }

  private func read(_ path: String) throws -> [UInt8] { Array(try InputFile(path).data) }

  /// The file of a stage's map.
  private func path(_ map: String, _ stage: Stage?) -> String {
    guard let stage else { return map }
    let file = URL(fileURLWithPath: map)
    let name = "\(file.deletingPathExtension().lastPathComponent)-\(stage.rawValue)"
    return file.deletingLastPathComponent()
      .appendingPathComponent(name).appendingPathExtension(file.pathExtension).path
  }

  private func write(_ text: String, to path: String) throws {
    do { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) } catch {
      throw CommandFailure(.cannotWrite, "\(path): \(error.localizedDescription)")
    }
  }
}
