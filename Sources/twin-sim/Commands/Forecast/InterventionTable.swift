import SeatForecast
import TwinModel

/// A choice of interventions as CSV, text and JSON.
struct InterventionTable {
  let choice: InterventionChoice
  let options: [InterventionChoice.Option]
  /// The bound of the shortage probability (%).
  let probability: Double

  /// One line a step, with what it costs and does.
  var csv: String {
    "option,year,cost,seats\n"
      + document.steps.map { step in
        CSVLine.text([step.option, "\(step.year)", Self.money(step.cost), Self.words(step)])
          + "\n"
      }.joined()
  }

  /// Tables of steps, moves and shortages.
  var text: String {
    let document = document
    var steps = TextTable("option", "year", "cost", "seats")
    for step in document.steps {
      steps.add(step.option, "\(step.year)", Self.money(step.cost), Self.words(step))
    }
    var moves = TextTable("from", "to", "stage", "year", "pupils", "metres", "border")
    for move in document.moves {
      moves.add(
        move.from, move.to, move.stage.rawValue, "\(move.year)", "\(move.pupils)",
        move.metres.map { "\(Int($0.rounded()))" } ?? "", move.border ?? "")
    }
    var shortages = TextTable("place", "stage", "year", "short % before", "after", "missing")
    for item in document.shortages {
      shortages.add(
        item.place, item.stage.rawValue, "\(item.year)", Self.percent(item.before_probability),
        Self.percent(item.after_probability), item.missing > 0 ? "\(item.missing)" : "")
    }
    return [
      document.steps.isEmpty ? "nothing to do\n" : steps.text,
      document.moves.isEmpty ? "" : moves.text,
      document.shortages.isEmpty ? "" : shortages.text,
    ].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// What stays missing, and what is proven.
  var notes: [String] {
    choice.missing.map { missing in
      "\(missing.place.id) lacks \(missing.seats) \(missing.stage.rawValue) seats in "
        + "\(missing.year), whatever is done"
    } + [
      "cost \(choice.cost), "
        + (choice.isProven
          ? "proven to be the least"
          : "at least \(choice.costBound) (gap \(Self.percent(100 * choice.costGap)) %)"
            + (document.missing_seats > choice.missingBound
              ? "; \(document.missing_seats) seats missing, at least \(choice.missingBound)" : ""))
    ]
  }

  // MARK: - JSON

  struct Document: Encodable {
    let schema_version = 1
    let shortage_probability_bound: Double
    let cost: Double
    let cost_bound: Double
    /// The part of the cost that is not proven (%).
    let cost_gap: Double
    let missing_seats: Int
    let missing_seats_bound: Int
    let proven: Bool
    let steps: [Step]
    let moves: [Move]
    let shortages: [Shortage]
  }

  struct Step: Encodable {
    let option: String
    let year: Int
    let cost: Double
    let seats: [Seats]
    let borders: [Border]
  }

  struct Seats: Encodable {
    let place: String
    let stage: Stage
    let seats: Int
  }

  struct Border: Encodable {
    let from: String
    let to: String
    let stage: Stage
    let pupils: Int
  }

  struct Move: Encodable {
    let from: String
    let to: String
    let stage: Stage
    let year: Int
    let pupils: Int
    /// Absent where a position is not known.
    let metres: Double?
    /// The option whose border moved; absent for pupils who go to seats within reach.
    let border: String?
  }

  struct Shortage: Encodable {
    let place: String
    let stage: Stage
    let year: Int
    /// In per cent; absent where demand has no interval.
    let before_probability: Double?
    let after_probability: Double?
    let missing: Int
  }

  var document: Document {
    let known = Dictionary(options.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let missing = Dictionary(
      choice.missing.map { (["\($0.place.id)", $0.stage.rawValue, "\($0.year)"], $0.seats) },
      uniquingKeysWith: +)
    return Document(
      shortage_probability_bound: probability, cost: choice.cost, cost_bound: choice.costBound,
      cost_gap: 100 * choice.costGap,
      missing_seats: choice.missing.reduce(0) { $0 + $1.seats },
      missing_seats_bound: choice.missingBound, proven: choice.isProven,
      steps: choice.steps.map { step in
        let option = known[step.option]
        return Step(
          option: step.option, year: step.year, cost: option?.cost ?? 0,
          seats: (option?.effects ?? []).map {
            Seats(place: $0.place.id, stage: $0.stage, seats: $0.seats)
          },
          borders: (option?.borders ?? []).map {
            Border(from: $0.from.id, to: $0.to.id, stage: $0.stage, pupils: $0.pupils)
          })
      },
      moves: choice.moves.map {
        Move(
          from: $0.from.id, to: $0.to.id, stage: $0.stage, year: $0.year, pupils: $0.pupils,
          metres: $0.way?.value, border: $0.border)
      },
      shortages: choice.risks.map {
        Shortage(
          place: $0.place.id, stage: $0.stage, year: $0.year, before_probability: $0.before,
          after_probability: $0.after,
          missing: missing[["\($0.place.id)", $0.stage.rawValue, "\($0.year)"]] ?? 0)
      })
  }

  // MARK: - Words

  private static func words(_ step: Step) -> String {
    (step.seats.map { "\($0.place) \($0.stage.rawValue) \($0.seats < 0 ? "" : "+")\($0.seats)" }
      + step.borders.map { "\($0.from) to \($0.to) \($0.stage.rawValue) up to \($0.pupils)" })
      .joined(separator: "; ")
  }

  /// A whole amount without a point.
  private static func money(_ value: Double) -> String {
    Int(exactly: value).map { "\($0)" } ?? "\(value)"
  }

  private static func percent(_ value: Double?) -> String {
    value.map { "\(($0 * 10).rounded() / 10)" } ?? ""
  }
}
