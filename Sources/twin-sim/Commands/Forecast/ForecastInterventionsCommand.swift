import ArgumentParser
import SeatForecast
import SeedFiles
import TwinModel

/// `twin-sim forecast interventions`: the cheapest way out of a shortage of seats.
struct ForecastInterventionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interventions",
    abstract: "Choose the cheapest set of interventions that keeps seats from running short.",
    discussion: """
      Seats are CSV with place, stage and seats, a place being a school or, with --of district, a
      district; of schools, --sites may say them instead. Options are CSV with option, cost,
      first_year, place, stage and seats, one line an effect, and perhaps group: at most one option
      of a group is taken. A line with from moves a border: up to so many pupils of from belong to
      the place. A new school stands among the sites, or at x and y of its option.

      With --sites, pupils of schools around take the seats that options add, as far as --reach; who
      goes where is found with the options. Fewest missing seats come first, then money, then metres.
      The choice is a mixed-integer program; the last line says whether it is proven.
      """)

  enum Places: String, ExpressibleByArgument, CaseIterable {
    case school, district

    var kind: Subject.Kind { self == .school ? .campus : .district }
  }

  @OptionGroup var inputs: DemandOptions
  @Option(
    help: ArgumentHelp(
      "Seats that there are (CSV); those of --sites when absent.", valueName: "file"))
  var seats: String?
  @Option(help: ArgumentHelp("What can be done (CSV).", valueName: "file"))
  var options: String
  @Option(help: "What places are: school or district.")
  var of = Places.school
  @Option(help: ArgumentHelp("School years ahead.", valueName: "n"))
  var horizon = 10
  @Option(
    help: ArgumentHelp(
      "The probability of a shortage that is borne, per cent, over 0 to 50.", valueName: "%"))
  var probability = 20.0
  @Option(
    help: ArgumentHelp(
      "The longest way (--detour times the straight line) from a school to another whose new seats "
        + "its pupils take; as seeds/seats/walks.yaml has it when absent.", valueName: "m"))
  var reach: Double?
  @Flag(help: "Seats that are free without any option may be taken, too.")
  var shareFree = false
  @Option(
    help: ArgumentHelp(
      "Nodes of each search: more prove more and take longer; by the size of the problem when absent.",
      valueName: "n"))
  var nodes: Int?
  @OptionGroup var scenario: AssumptionOptions
  @OptionGroup var dwellings: HousingOptions
  @OptionGroup var schools: ChangeOptions
  @Option(help: "How to print: csv, text or json.")
  var format = TableFormat.csv

  func validate() throws {
    let sites = schools.places.sites
    guard seats != nil || sites != nil else {
      throw ValidationError("--seats or --sites says which seats there are; give one of them")
    }
    guard sites == nil || of == .school else {
      throw ValidationError("--sites speaks of schools; leave it out with --of district")
    }
    guard schools.changes == nil || sites != nil else {
      throw ValidationError("--changes changes the seats of --sites; give both")
    }
    guard sites != nil || reach == nil && !shareFree else {
      throw ValidationError(
        "--reach and --share-free need to know where schools stand; give --sites")
    }
    if let nodes, nodes < 0 {
      throw ValidationError("--nodes is \(nodes), but must be 0 or more")
    }
  }

  func run() throws {
    let model = try inputs.model(horizon: horizon)
    let list = try model.campuses.named(
      InterventionChoice.options(csv: read(options), file: options, kind: of.kind))
    let supply = try supply(model, list)
    let choice = try InterventionChoice(
      needs: supply.needs, options: list, shortageProbabilityBelow: probability,
      reach: seatReach(supply.positions), nodeLimit: nodes)
    let table = InterventionTable(choice: choice, options: list, probability: probability)
    switch format {
    case .csv: Console.write(table.csv)
    case .text: Console.write(table.text)
    case .json: Console.line(try JSONText.of(table.document))
    }
    for note in table.notes { Console.note(note) }
  }

  /// Needs and positions, from the same forecast as `forecast run`.
  private func supply(
    _ model: DemandModel, _ list: [InterventionChoice.Option]
  ) throws -> InterventionSupply {
    let names = model.campuses
    let known = try seats.map {
      try names.named(InterventionChoice.seats(csv: read($0), file: $0, kind: of.kind))
    }
    if let seats, let known, schools.places.sites == nil {
      for option in list {
        for effect in option.effects
        where known[effect.place]?[effect.stage] == nil && effect.position == nil {
          throw ValidationError(
            "option \(option.id) changes \(effect.stage.rawValue) seats of \(effect.place.id), "
              + "of which \(seats) says none; say 0 for a place that is yet to be built")
        }
      }
    }
    var sites = try schools.schoolSites()
    for index in sites.indices {
      let place = try names.place(Subject(.campus, sites[index].school))
      sites[index].school = place.id
      sites[index].seats = known?[place]?[sites[index].stage] ?? sites[index].seats
    }
    let forecast = try dwellings.applied(
      to: model.forecast(scenario.assumptions()))
    let changes = try schools.schoolChanges()
    var changed = forecast
    if !changes.isEmpty {
      // Schools that options build have no pupils to be moved.
      let built = Set(list.flatMap { $0.effects.map(\.place.id) })
      let open = Set(forecast.schools.map(\.subject.id))
      changed = try forecast.applying(
        changes, sites: sites.filter { open.contains($0.school) || !built.contains($0.school) },
        homes: schools.places.pupilHomes(dwellings.seeds)
      ).forecast
    }
    return try InterventionSupply(
      forecast: changed, seats: known ?? [:], sites: sites, changes: changes, options: list)
  }

  /// How far pupils go; nil where nobody knows where schools stand.
  private func seatReach(_ positions: [Subject: Point2]) throws -> SeatReach? {
    guard schools.places.sites != nil else { return nil }
    let limits =
      try reach.map { reach in
        Dictionary(uniqueKeysWithValues: Stage.allCases.map { ($0, Metres(reach)) })
      } ?? WalkLimits.load(from: dwellings.seeds.folder().read("seats/walks.yaml")).byStage
    return SeatReach(
      positions: positions, farthest: limits, detour: schools.places.detour,
      sharesFree: shareFree)
  }

  private func read(_ path: String) throws -> [UInt8] { Array(try InputFile(path).data) }
}
