import ArgumentParser
import SeatForecast
import TwinModel

/// `twin-sim forecast interventions`: the cheapest way out of a shortage of seats.
struct ForecastInterventionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interventions",
    abstract: "Choose the cheapest set of interventions that keeps seats from running short.",
    discussion: """
      Seats are CSV with place, stage and seats, a place being a school or, with --of district, a
      district. Options are CSV with option, cost, first_year, place, stage and seats, one line an
      effect, and perhaps group: at most one option of a group is taken. The choice is a
      mixed-integer program; the last line says whether it is proven.
      """)

  enum Places: String, ExpressibleByArgument, CaseIterable {
    case school, district

    var kind: Subject.Kind { self == .school ? .campus : .district }
  }

  @OptionGroup var inputs: DemandOptions
  @Option(help: ArgumentHelp("Seats that there are (CSV).", valueName: "file"))
  var seats: String
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
  @OptionGroup var scenario: AssumptionOptions

  func run() throws {
    let model = try inputs.model(horizon: horizon)
    let names = model.campuses
    let supply = try names.named(
      InterventionChoice.seats(csv: read(seats), file: seats, kind: of.kind))
    var list = try InterventionChoice.options(csv: read(options), file: options, kind: of.kind)
    for index in list.indices {
      for effect in list[index].effects.indices {
        let place = list[index].effects[effect].place
        do { list[index].effects[effect].place = try names.place(place) } catch {
          throw ValidationError("option \(list[index].id): \(error.reason)")
        }
      }
    }
    for option in list {
      for effect in option.effects where supply[effect.place]?[effect.stage] == nil {
        throw ValidationError(
          "option \(option.id) changes \(effect.stage.rawValue) seats of \(effect.place.id), "
            + "of which \(seats) says none; say 0 for a place that is yet to be built")
      }
    }
    let needs = try model.forecast(scenario.assumptions()).needs(supply)
    let choice = try InterventionChoice(
      needs: needs, options: list, shortageProbabilityBelow: probability)
    Console.line("option,year")
    for step in choice.steps { Console.line("\(step.option),\(step.year)") }
    for missing in choice.missing {
      Console.note(
        "\(missing.place.id) lacks \(missing.seats) \(missing.stage.rawValue) seats in "
          + "\(missing.year), whatever is done")
    }
    Console.note(
      "cost \(choice.cost), "
        + (choice.isProven ? "proven to be the least" : "at least \(choice.costBound)"))
  }

  private func read(_ path: String) throws -> [UInt8] { Array(try InputFile(path).data) }
}
